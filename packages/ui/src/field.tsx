import { type ComponentProps, type ReactNode, useId } from 'react';

const CONTROL =
  'w-full min-h-11 rounded-lg border border-muted/70 bg-card px-3 py-2 text-ink placeholder:text-muted aria-invalid:border-bad';

type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** Receives what ties the control to its label, hint and error. */
  children: (control: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode;
};

export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-[0.94rem] text-muted">
          {hint}
        </p>
      ) : null}
      {children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...(error && { 'aria-invalid': true as const }),
      })}
      {error ? (
        <p id={`${id}-error`} className="text-[0.94rem] font-medium text-bad">
          {error}
        </p>
      ) : null}
    </div>
  );
}

export function TextInput({ className = '', ...rest }: ComponentProps<'input'>) {
  return <input className={`${CONTROL} ${className}`} {...rest} />;
}

export type SelectOption = { readonly value: string; readonly label: string };

export function Select({
  options,
  className = '',
  ...rest
}: ComponentProps<'select'> & { options: readonly SelectOption[] }) {
  return (
    <select className={`${CONTROL} ${className}`} {...rest}>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

type SliderProps = {
  label: ReactNode;
  value: number;
  min: number;
  max: number;
  step?: number;
  /** The value in words, with its unit: what is shown and what is read aloud. */
  text: string;
  hint?: ReactNode;
  onChange: (value: number) => void;
};

export function Slider({ label, value, min, max, step = 1, text, hint, onChange }: SliderProps) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="font-semibold">
          {label}
        </label>
        <output htmlFor={id} className="text-[0.94rem] tabular-nums text-muted">
          {text}
        </output>
      </div>
      {hint ? (
        <p id={`${id}-hint`} className="text-[0.94rem] text-muted">
          {hint}
        </p>
      ) : null}
      <input
        id={id}
        type="range"
        className="h-8 w-full"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
