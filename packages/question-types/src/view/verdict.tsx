import type { ReactNode } from 'react';
import type { RenderText } from './props.ts';
import { Text } from './text.tsx';

type Standing = 'right' | 'wrong' | 'missed' | 'other';

const LOOKS: Record<Standing, { readonly icon: string; readonly tone: string }> = {
  right: { icon: '✓', tone: 'bg-good-soft text-good' },
  wrong: { icon: '✗', tone: 'bg-bad-soft text-bad' },
  missed: { icon: '!', tone: 'bg-warn-soft text-warn' },
  other: { icon: '–', tone: 'bg-sunken text-muted' },
};

const WORDS: Record<Standing, string> = {
  right: 'Correct',
  wrong: 'Your choice, not correct',
  missed: 'Correct, but not chosen',
  other: 'Not correct, not chosen',
};

/** How an option stands in review. Icon and words say it; colour only repeats it. */
function standingOf(chosen: boolean, isKey: boolean): Standing {
  if (chosen) return isKey ? 'right' : 'wrong';
  return isKey ? 'missed' : 'other';
}

type Props = { readonly why?: string | undefined; readonly renderText?: RenderText | undefined };

function Note({ standing, words, why, renderText }: Props & { standing: Standing; words: string }): ReactNode {
  const { icon, tone } = LOOKS[standing];
  return (
    <div className={`mt-2 rounded-lg px-3 py-2 text-sm ${tone}`}>
      <p className="font-semibold">
        <span aria-hidden="true">{icon} </span>
        {words}
      </p>
      {why !== undefined && (
        <div className="mt-1 text-ink">
          <Text value={why} renderText={renderText} />
        </div>
      )}
    </div>
  );
}

/** Verdict on one option. */
export function OptionVerdict({ chosen, isKey, ...note }: Props & { chosen: boolean; isKey: boolean }) {
  const standing = standingOf(chosen, isKey);
  return <Note standing={standing} words={WORDS[standing]} {...note} />;
}

type PartProps = {
  readonly right: boolean;
  readonly answer: string;
  /** What to say instead of "The answer is …", where that would be no sentence. */
  readonly correction?: string;
};

/** Verdict on one part, with the answer that was right. */
export function PartVerdict({ right, answer, correction, ...note }: Props & PartProps) {
  const words = right ? `Correct: ${answer}` : `Not correct. ${correction ?? `The answer is: ${answer}`}`;
  return <Note standing={right ? 'right' : 'wrong'} words={words} {...note} />;
}
