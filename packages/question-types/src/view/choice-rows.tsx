import { useId } from 'react';
import type { RenderText, Revealed } from './props.ts';
import { isLocked } from './props.ts';
import { plainText, Stem, Text } from './text.tsx';
import { OptionVerdict } from './verdict.tsx';

/** Rows of radios or check boxes: what multiple-choice, multiple-response and multiple-select show. */

type Choices = {
  readonly stem: string;
  readonly choose: number;
  readonly choices: readonly { readonly id: string; readonly text: string }[];
};

type Props = {
  readonly control: 'radio' | 'checkbox';
  readonly question: Choices;
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: string[]) => void;
  readonly struckOut?: readonly string[] | undefined;
  readonly onStrikeOut?: ((id: string) => void) | undefined;
  readonly revealed?: Revealed<{ readonly chosen: readonly string[] }> | undefined;
  readonly disabled?: boolean | undefined;
  readonly renderText?: RenderText | undefined;
};

/** In the order given by the question, so that the same choice is the same response. */
export function toggled(chosen: readonly string[], id: string, order: readonly { readonly id: string }[]): string[] {
  const next = chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
  return order.map((entry) => entry.id).filter((other) => next.includes(other));
}

export function ChoiceRows(props: Props) {
  const { control, question, chosen, onChoose } = props;
  const name = useId();
  const isFull = control === 'checkbox' && chosen.length >= question.choose;
  const pick = (id: string) => {
    if (control === 'radio') onChoose([id]);
    else if (!isFull || chosen.includes(id)) onChoose(toggled(chosen, id, question.choices));
  };
  return (
    <div className="grid gap-5">
      <Stem value={question.stem} renderText={props.renderText} />
      <fieldset className="grid gap-3">
        <legend className="mb-3 font-semibold text-ink">{chooseText(question.choose, 'answer')}</legend>
        {question.choices.map(({ id, text }, index) => (
          <ChoiceRow
            key={id}
            {...props}
            id={id}
            text={text}
            number={index + 1}
            name={name}
            isBeyond={isFull && !chosen.includes(id)}
            onPick={() => pick(id)}
          />
        ))}
      </fieldset>
      {control === 'checkbox' && !isLocked(props) && <ChosenCount chosen={chosen.length} choose={question.choose} />}
    </div>
  );
}

const AMOUNTS = ['no', 'one', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX'] as const;

/** "Choose TWO answers.": more than one is in capitals, because that is what gets overlooked. */
export const chooseText = (amount: number, what: string): string =>
  `Choose ${AMOUNTS[amount] ?? amount} ${what}${amount === 1 ? '' : 's'}.`;

export function ChosenCount({ chosen, choose }: { chosen: number; choose: number }) {
  return (
    <p aria-live="polite" className="text-sm text-muted">
      {chosen} of {choose} chosen.{chosen >= choose ? ' To choose another, clear one first.' : ''}
    </p>
  );
}

type RowProps = Props & {
  id: string;
  text: string;
  number: number;
  name: string;
  isBeyond: boolean;
  onPick: () => void;
};

function ChoiceRow({ id, text, number, name, isBeyond, onPick, ...props }: RowProps) {
  const { control, chosen, revealed, renderText } = props;
  const isChosen = chosen.includes(id);
  const isStruck = props.struckOut?.includes(id) === true;
  const inputId = `${name}-${id}`;
  const tone = isChosen ? 'border-accent bg-accent-soft' : 'border-line bg-card';
  const isFaint = isStruck || (isBeyond && !isLocked(props));
  return (
    <div className={`rounded-lg border ${tone}`}>
      <div className="flex items-start">
        <label htmlFor={inputId} className="flex min-h-12 flex-1 cursor-pointer items-start gap-3 px-4 py-3">
          <input
            id={inputId}
            type={control}
            name={name}
            value={id}
            checked={isChosen}
            onChange={onPick}
            disabled={isLocked(props)}
            aria-disabled={isBeyond || undefined}
            className="mt-1 size-4.5 shrink-0 accent-accent focus-visible:ring-2 focus-visible:ring-accent"
          />
          <RowNumber number={number} />
          <span
            className={`min-w-0 flex-1 ${isFaint ? 'text-muted' : 'text-ink'} ${isStruck ? 'line-through decoration-2' : ''}`}
          >
            <Text value={text} renderText={renderText} />
          </span>
        </label>
        {props.onStrikeOut && !revealed && <StrikeOut id={id} text={text} isStruck={isStruck} {...props} />}
      </div>
      {revealed && (
        <div className="px-4 pb-3">
          <OptionVerdict
            chosen={isChosen}
            isKey={revealed.solution.chosen.includes(id)}
            why={revealed.why[id]}
            renderText={renderText}
          />
        </div>
      )}
    </div>
  );
}

/** The key that chooses it. Where there is no keyboard there is no need of it, nor room. */
function RowNumber({ number }: { number: number }) {
  return (
    <span aria-hidden="true" className="w-3 shrink-0 text-muted tabular-nums max-sm:hidden">
      {number}
    </span>
  );
}

type StrikeProps = {
  readonly id: string;
  readonly text: string;
  readonly isStruck: boolean;
  readonly onStrikeOut?: ((id: string) => void) | undefined;
  readonly disabled?: boolean | undefined;
};

function StrikeOut({ id, text, isStruck, onStrikeOut, disabled }: StrikeProps) {
  return (
    <button
      type="button"
      aria-pressed={isStruck}
      aria-label={`Strike out: ${plainText(text)}`}
      disabled={disabled === true}
      onClick={() => onStrikeOut?.(id)}
      title={isStruck ? 'Take the strike-out back' : 'Strike out'}
      className="m-0.5 grid size-11 shrink-0 place-items-center rounded-lg text-muted hover:bg-sunken focus-visible:ring-2 focus-visible:ring-accent aria-pressed:bg-ink aria-pressed:text-card"
    >
      <svg viewBox="0 0 20 20" aria-hidden="true" className="size-5 fill-none stroke-current" strokeWidth={1.8}>
        <path d="M3 10h14M6 6.5C6 4.5 14 4.5 14 7M6 13c0 3 8 3 8 .5" strokeLinecap="round" />
      </svg>
    </button>
  );
}
