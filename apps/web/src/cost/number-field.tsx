import { Field, TextInput } from '@cairn/ui';
import { type ReactNode, useEffect, useState } from 'react';

type NumberFieldProps = {
  readonly label: ReactNode;
  readonly unit: string;
  readonly value: number | undefined;
  readonly min: number;
  readonly max: number;
  readonly hint?: ReactNode;
  readonly placeholder?: string;
  /** Undefined: the field was emptied. */
  readonly onChange: (value: number | undefined) => void;
  /** Two of them stand in one line. */
  readonly isShort?: boolean;
  /** Counts when the field is left or Enter is pressed: for a number that moves others with it. */
  readonly isLate?: boolean;
  /** Whether it may be empty. */
  readonly isOptional?: boolean;
};

const shown = (value: number | undefined): string => (value === undefined ? '' : String(Number(value.toFixed(4))));

/** A number with its unit. Each usable entry counts at once; an unusable one says what would be, and changes nothing. */
export function NumberField({
  label,
  unit,
  value,
  min,
  max,
  hint,
  placeholder,
  onChange,
  isOptional = false,
  isShort = false,
  isLate = false,
}: NumberFieldProps) {
  const [text, setText] = useState(shown(value));
  const read = readNumber(text, min, max, isOptional);
  // The value may change from outside (a reset, the browser's back); what is being typed must stay as typed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new value from outside replaces the text
  useEffect(() => {
    if (read === 'fault' || read !== value) setText(shown(value));
  }, [value]);
  const commit = (written: string) => {
    const number = readNumber(written, min, max, isOptional);
    if (number !== 'fault' && number !== value) onChange(number);
  };
  const fault = read === 'fault' ? `Write a number from ${min} to ${max.toLocaleString('en')}.` : undefined;
  return (
    <Field label={label} hint={hint} error={fault}>
      {(control) => (
        <div className="flex items-center gap-2">
          <TextInput
            {...control}
            inputMode="decimal"
            autoComplete="off"
            className={isShort ? '!w-20' : '!w-28'}
            value={text}
            {...(placeholder !== undefined && { placeholder })}
            onChange={(event) => {
              setText(event.currentTarget.value);
              if (!isLate) commit(event.currentTarget.value);
            }}
            onBlur={() => commit(text)}
            onKeyDown={(event) => event.key === 'Enter' && commit(text)}
          />
          <span className="text-[0.94rem] text-muted">{unit}</span>
        </div>
      )}
    </Field>
  );
}

function readNumber(text: string, min: number, max: number, isOptional: boolean): number | undefined | 'fault' {
  const plain = text.trim().replace(',', '.');
  if (plain === '') return isOptional ? undefined : 'fault';
  const value = Number(plain);
  return value >= min && value <= max ? value : 'fault';
}
