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
        <legend className="mb-3 text-sm font-medium text-muted">
          {question.choose === 1 ? 'Choose one answer.' : `Choose ${question.choose} answers.`}
        </legend>
        {question.choices.map(({ id, text }) => (
          <ChoiceRow
            key={id}
            {...props}
            id={id}
            text={text}
            name={name}
            isBeyond={isFull && !chosen.includes(id)}
            onPick={() => pick(id)}
          />
        ))}
      </fieldset>
      {control === 'checkbox' && <ChosenCount chosen={chosen.length} choose={question.choose} />}
    </div>
  );
}

export function ChosenCount({ chosen, choose }: { chosen: number; choose: number }) {
  return (
    <p aria-live="polite" className="text-sm text-muted">
      {chosen} of {choose} chosen.{chosen >= choose ? ' To choose another, clear one first.' : ''}
    </p>
  );
}

type RowProps = Props & { id: string; text: string; name: string; isBeyond: boolean; onPick: () => void };

function ChoiceRow({ id, text, name, isBeyond, onPick, ...props }: RowProps) {
  const { control, chosen, revealed, renderText } = props;
  const isChosen = chosen.includes(id);
  const isStruck = props.struckOut?.includes(id) === true;
  const inputId = `${name}-${id}`;
  const tone = isChosen ? 'border-accent bg-accent-soft' : 'border-line bg-card';
  return (
    <div className={`rounded-lg border ${tone} ${isBeyond || isStruck ? 'opacity-70' : ''}`}>
      <div className="flex items-start">
        <label htmlFor={inputId} className="flex min-h-12 flex-1 cursor-pointer items-start gap-3 px-4 py-3 text-ink">
          <input
            id={inputId}
            type={control}
            name={name}
            value={id}
            checked={isChosen}
            onChange={onPick}
            disabled={isLocked(props)}
            aria-disabled={isBeyond || undefined}
            className="mt-1 size-4 shrink-0 accent-accent focus-visible:ring-2 focus-visible:ring-accent"
          />
          <span className={`min-w-0 flex-1 ${isStruck ? 'line-through' : ''}`}>
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
      className="m-2 grid size-9 shrink-0 place-items-center rounded-lg border border-line text-muted hover:bg-sunken focus-visible:ring-2 focus-visible:ring-accent aria-pressed:bg-sunken aria-pressed:text-ink"
    >
      <svg viewBox="0 0 20 20" aria-hidden="true" className="size-5 fill-none stroke-current" strokeWidth={1.8}>
        <path d="M3 10h14M6 6.5C6 4.5 14 4.5 14 7M6 13c0 3 8 3 8 .5" strokeLinecap="round" />
      </svg>
    </button>
  );
}
