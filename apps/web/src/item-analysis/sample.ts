import { type Rng, seededRng } from '@cairn/kernel';
import { successProbability } from '@cairn/psychometrics';

const PERSONS = 600;
const QUESTIONS = 24;
const OPTIONS = ['A', 'B', 'C', 'D'] as const;
type Option = (typeof OPTIONS)[number];

/** Questions of the sample that something is wrong with, as an author meets it. */
const MISKEYED = 7;
const DEAD_DISTRACTOR = 11;
const NEGATIVE = 15;
const UNFAIR = 19;
const TOO_EASY = 3;

/** What the second group lacks on the unfair question, in logits: words that only the first group was taught. */
const UNFAIRNESS = 1.2;
const GUESSING = 0.18;
const SKIPPED = 0.02;

type Question = {
  readonly number: number;
  readonly key: Option;
  readonly a: number;
  readonly b: number;
  /** How much each wrong option attracts. */
  readonly pull: Readonly<Record<Option, number>>;
};

function questionOf(number: number, rng: Rng): Question {
  const key = OPTIONS[rng.below(OPTIONS.length)] ?? 'A';
  const pull = { A: 0.5 + rng.next(), B: 0.5 + rng.next(), C: 0.5 + rng.next(), D: 0.5 + rng.next() };
  const a = Math.exp(0.15 + 0.25 * rng.normal());
  const b = -0.2 + 0.8 * rng.normal();
  if (number === TOO_EASY) return { number, key, a, b: -4, pull };
  if (number === NEGATIVE) return { number, key, a: -0.5, b: 0.4, pull };
  if (number === DEAD_DISTRACTOR) return { number, key, a, b: 0, pull: { ...pull, [next(key)]: 0.04 } };
  return { number, key, a, b: Math.max(-1.6, Math.min(1.6, b)), pull };
}

const next = (option: Option): Option => OPTIONS[(OPTIONS.indexOf(option) + 1) % OPTIONS.length] ?? 'A';

function wrongOption({ key, pull }: Question, rng: Rng): Option {
  const wrong = OPTIONS.filter((option) => option !== key);
  let rest = rng.next() * wrong.reduce((sum, option) => sum + pull[option], 0);
  for (const option of wrong) {
    rest -= pull[option];
    if (rest < 0) return option;
  }
  return wrong[0] ?? key;
}

function answerOf(question: Question, theta: number, isSecondGroup: boolean, rng: Rng): string {
  const { number, key, a, b } = question;
  const harder = number === UNFAIR && isSecondGroup ? UNFAIRNESS : 0;
  const isRight = rng.next() < successProbability(theta, { a, b: b + harder, c: GUESSING });
  const option = isRight ? key : wrongOption(question, rng);
  return rng.next() < SKIPPED ? '' : option;
}

const idOf = (number: number): string => `q${String(number).padStart(2, '0')}`;

/**
 * A file as an author has it: a line a person, an option a cell, a key. The answers are simulated; five of the
 * questions are flawed on purpose.
 */
export function sampleFile(): string {
  const rng = seededRng('item analysis sample');
  const questions = Array.from({ length: QUESTIONS }, (_, i) => questionOf(i + 1, rng));
  // The wrong letter went into the key: the right answer is what the able choose all the same.
  const keys = questions.map(({ number, key }) => (number === MISKEYED ? next(key) : key));
  const lines = [
    ['person', 'group', ...questions.map(({ number }) => idOf(number))],
    ['key', '', ...keys],
    ...Array.from({ length: PERSONS }, (_, i) => {
      const isSecondGroup = i % 2 === 1;
      const theta = rng.normal();
      const answers = questions.map((question) => answerOf(question, theta, isSecondGroup, rng));
      return [`p${i + 1}`, isSecondGroup ? 'evening' : 'day', ...answers];
    }),
  ];
  return `${lines.map((cells) => cells.join(',')).join('\n')}\n`;
}
