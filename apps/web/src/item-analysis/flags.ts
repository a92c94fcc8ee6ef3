import type { Tone } from '@cairn/ui';

/** What can be wrong with a question. */
export type FlagKind =
  | 'key-suspect'
  | 'negative-discrimination'
  | 'low-discrimination'
  | 'too-easy'
  | 'too-hard'
  | 'dead-distractor'
  | 'constant'
  | 'few-answers'
  | 'misfit'
  | 'dif';

/** A flag with the sentence that says what was seen. */
export type Flag = { readonly kind: FlagKind; readonly sentence: string };

type Words = {
  /** On the badge, in the table. */
  readonly short: string;
  readonly tone: Tone;
  readonly advice: string;
};

export const FLAG_WORDS: Record<FlagKind, Words> = {
  'key-suspect': {
    short: 'Key?',
    tone: 'bad',
    advice:
      'If the key is right, look for a second defensible answer, and ask somebody able why they chose the other one.',
  },
  'negative-discrimination': {
    short: 'Negative',
    tone: 'bad',
    advice:
      'Take it out of scoring until it is understood: a misleading stem, or knowledge that makes the right answer look wrong.',
  },
  'low-discrimination': {
    short: 'Weak',
    tone: 'warn',
    advice: 'If it is clear, ask whether it measures the same thing as the rest of the test.',
  },
  'too-easy': {
    short: 'Easy',
    tone: 'warn',
    advice: 'Keep it as it is only if everybody must know it.',
  },
  'too-hard': {
    short: 'Hard',
    tone: 'warn',
    advice: 'Ask also whether the matter was taught. Near the chance of a guess a question measures luck.',
  },
  'dead-distractor': {
    short: 'Dead option',
    tone: 'warn',
    advice: 'Or leave it out: an option that nobody takes costs reading time only.',
  },
  constant: {
    short: 'All alike',
    tone: 'warn',
    advice: 'Nothing can be measured where everybody does the same. It was left out of the model.',
  },
  'few-answers': {
    short: 'Few answers',
    tone: 'neutral',
    advice: 'Wait for more answers before changing anything: the numbers of this question may still move a lot.',
  },
  misfit: {
    short: 'Misfit',
    tone: 'warn',
    advice:
      'Compare the points with the curve. A dip among the able hints at a second answer, a plateau on the left at guessing.',
  },
  dif: {
    short: 'Group',
    tone: 'warn',
    advice:
      'Read it with the eyes of the disadvantaged group: words, places, tools that only the other one knows. Ask people of both groups before removing it.',
  },
};

/** The gravest come first. */
const ORDER = Object.keys(FLAG_WORDS);

export const byGravity = (one: Flag, other: Flag): number => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind);

const WEIGHTS: Partial<Record<Tone, number>> = { bad: 100, warn: 10, neutral: 1 };

/** For sorting: one grave flag weighs more than several light ones. */
export const gravity = (flags: readonly Flag[]): number =>
  flags.reduce((sum, { kind }) => sum + (WEIGHTS[FLAG_WORDS[kind].tone] ?? 0), 0);
