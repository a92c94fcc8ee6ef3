import { Button, Icon } from '@cairn/ui';
import { useEffect, useId, useRef, useState } from 'react';
import { calculate, resultText } from './calculation.ts';

const KEYS = ['7', '8', '9', '÷', '4', '5', '6', '×', '1', '2', '3', '−', '0', '.', '%', '+', '(', ')'] as const;

/** Stays open beside the question. Type into the field or press the keys; Enter puts the result into the field. */
export function Calculator({ onClose }: { onClose: () => void }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const calculation = calculate(text);
  useEffect(() => field.current?.focus(), []);
  const settle = () => calculation.outcome === 'value' && setText(resultText(calculation.value));
  return (
    <section
      aria-label="Calculator"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      className="fixed bottom-24 right-4 z-30 w-72 rounded-xl border border-line bg-card p-4 shadow-raised"
    >
      <div className="flex items-center justify-between">
        <label htmlFor={id} className="font-semibold">
          Calculator
        </label>
        <button
          type="button"
          aria-label="Close the calculator"
          onClick={onClose}
          className="rounded-lg p-2 hover:bg-sunken"
        >
          <Icon name="cross" />
        </button>
      </div>
      <input
        id={id}
        ref={field}
        value={text}
        inputMode="decimal"
        autoComplete="off"
        onChange={(event) => setText(event.target.value.slice(0, 80))}
        onKeyDown={(event) => event.key === 'Enter' && settle()}
        className="mt-2 min-h-11 w-full rounded-lg border border-muted/70 bg-paper px-3 text-right tabular-nums"
      />
      <output htmlFor={id} className="block min-h-8 py-1 text-right text-lg font-semibold tabular-nums">
        {calculation.outcome === 'value' ? `= ${resultText(calculation.value)}` : ''}
        {calculation.outcome === 'impossible' ? calculation.reason : ''}
      </output>
      <div className="mt-1 grid grid-cols-4 gap-1.5">
        {KEYS.map((key) => (
          <Button key={key} size="small" onClick={() => setText(`${text}${key}`.slice(0, 80))}>
            {key}
          </Button>
        ))}
        <Button size="small" aria-label="Clear" onClick={() => setText('')}>
          C
        </Button>
        <Button size="small" look="primary" aria-label="Equals" onClick={settle}>
          =
        </Button>
      </div>
    </section>
  );
}
