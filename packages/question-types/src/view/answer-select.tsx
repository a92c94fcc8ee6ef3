import { plainText } from './text.tsx';

type Props = {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  /** undefined takes the answer back */
  readonly onPick: (id: string | undefined) => void;
  readonly disabled: boolean;
  /**
   * Why an option cannot be had now; '' if it can. Such an option cannot be picked, because arrow keys pass through the
   * options of a closed list one by one, and would take each from where it is used.
   */
  readonly takenBy?: ((id: string) => string) | undefined;
  readonly className?: string;
};

/** One answer out of a list. Nothing is chosen until somebody chooses. */
export function AnswerSelect({ label, value, options, onPick, disabled, takenBy, className = '' }: Props) {
  return (
    <select
      aria-label={plainText(label)}
      value={value ?? ''}
      disabled={disabled}
      onChange={(event) => onPick(event.target.value === '' ? undefined : event.target.value)}
      className={`min-h-11 max-w-full rounded-lg border border-muted/70 bg-card px-2 py-1 text-ink focus-visible:ring-2 focus-visible:ring-accent ${className}`}
    >
      <option value="">Choose…</option>
      {options.map(({ id, text }) => {
        const taken = takenBy?.(id) ?? '';
        return (
          <option key={id} value={id} disabled={taken !== ''}>
            {plainText(text)}
            {taken}
          </option>
        );
      })}
    </select>
  );
}

type Given = Readonly<Record<string, string>>;

/** The answers with one more, another, or one less. */
export function withAnswer(given: Given, id: string, value: string | undefined): Record<string, string> {
  const others = Object.entries(given).filter(([other]) => other !== id);
  return Object.fromEntries(value === undefined ? others : [...others, [id, value]]);
}

/** The text of an option, for review. */
export const textOf = (options: readonly { readonly id: string; readonly text: string }[], id: string | undefined) =>
  plainText(options.find((option) => option.id === id)?.text ?? 'none');
