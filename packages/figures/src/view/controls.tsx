import { Field, TextInput, tight } from '@cairn/ui';
import { useId, useState } from 'react';
import { grouped } from '../number-words.ts';

type RadioRowProps<Value extends string> = {
  readonly legend: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
};

/** One of a few: native radio buttons (arrow keys move the choice) that look like one row of buttons. */
export function RadioRow<Value extends string>({ legend, value, options, onChange }: RadioRowProps<Value>) {
  const name = useId();
  return (
    <fieldset className="grid min-w-0 gap-1.5">
      <legend className="mb-1.5 font-semibold">{legend}</legend>
      <div className="flex flex-wrap gap-1.5">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-9 cursor-pointer items-center rounded-lg border border-muted/60 px-3 py-1 text-[0.94rem] hover:border-accent has-checked:border-accent has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {tight(option.label)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type ToggleProps = {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly hint?: string;
};

export function Toggle({ label, isOn, onChange, hint }: ToggleProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-2.5">
      <input
        id={id}
        type="checkbox"
        className="mt-1 size-5 shrink-0"
        checked={isOn}
        onChange={(event) => onChange(event.currentTarget.checked)}
        {...(hint && { 'aria-describedby': `${id}-hint` })}
      />
      <div>
        <label htmlFor={id} className="font-semibold">
          {label}
        </label>
        {hint ? (
          <p id={`${id}-hint`} className="text-[0.94rem] text-muted">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}

type AmountProps = {
  readonly label: string;
  /** Stands behind the number, as in "EUR each". */
  readonly unit: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly hint?: string;
  readonly onChange: (value: number) => void;
};

/** Whole thousands in groups, small limits as they are. */
const plain = (limit: number): string => (Math.abs(limit) >= 1000 ? grouped(limit) : String(limit));

/** The number that was typed, or the sentence that says what is wrong with it. */
export function readAmount(text: string, min: number, max: number): number | string {
  const value = text.trim() === '' ? Number.NaN : Number(text.trim().replaceAll(',', ''));
  if (Number.isFinite(value) && value >= min && value <= max) return value;
  return `Give a number from ${plain(min)} to ${plain(max)}.`;
}

/** A number that a learner types, such as an example price. What is out of range changes nothing but a message. */
export function Amount({ label, unit, value, min, max, hint, onChange }: AmountProps) {
  const [typed, setTyped] = useState({ text: String(value), of: value });
  const text = typed.of === value ? typed.text : String(value); // a reset from outside wins
  const read = readAmount(text, min, max);
  const take = (next: string) => {
    const amount = readAmount(next, min, max);
    setTyped({ text: next, of: typeof amount === 'number' ? amount : value });
    if (typeof amount === 'number') onChange(amount);
  };
  return (
    <Field label={label} hint={hint} error={typeof read === 'string' ? read : undefined}>
      {(control) => (
        <div className="flex items-center gap-2">
          <TextInput
            {...control}
            inputMode="decimal"
            className="max-w-32 tabular-nums"
            value={text}
            onChange={(event) => take(event.currentTarget.value)}
          />
          <span className="text-[0.94rem] text-muted">{unit}</span>
        </div>
      )}
    </Field>
  );
}
