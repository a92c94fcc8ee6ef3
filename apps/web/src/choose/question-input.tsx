import type { AdvisorQuestion } from '@cairn/catalog';
import { Select, TextInput } from '@cairn/ui';
import { useId, useState } from 'react';

type Answer = { value: unknown; onAnswer: (value: unknown) => void };
type Code = { readonly code: string; readonly name: string };
type QuestionInputProps = Answer & { number: number; question: AdvisorQuestion; codes: readonly Code[] };

export function QuestionInput({ number, question, codes, value, onAnswer }: QuestionInputProps) {
  const id = useId();
  const isAnswered = value !== undefined;
  return (
    <fieldset
      className="relative min-w-0 border-t border-line py-5"
      {...(question.help ? { 'aria-describedby': `${id}-help` } : {})}
    >
      <legend className="float-left w-full pb-2 pr-14 font-display text-[1.2rem] font-semibold leading-snug">
        <span className={isAnswered ? 'text-accent' : 'text-muted'}>{number}.</span> {question.text}
      </legend>
      {isAnswered ? (
        <button
          type="button"
          className="absolute right-0 top-5 rounded px-1 text-[0.9rem] text-muted underline decoration-dotted underline-offset-4 hover:text-accent"
          onClick={() => onAnswer(undefined)}
        >
          clear<span className="sr-only"> the answer to: {question.text}</span>
        </button>
      ) : null}
      <div className="clear-both grid gap-3">
        {question.help ? (
          <p id={`${id}-help`} className="text-[0.94rem] text-muted">
            {question.help}
          </p>
        ) : null}
        <Control id={id} question={question} codes={codes} value={value} onAnswer={onAnswer} />
      </div>
    </fieldset>
  );
}

type ControlProps = Answer & { id: string; question: AdvisorQuestion; codes: readonly Code[] };

function Control({ id, question, codes, value, onAnswer }: ControlProps) {
  switch (question.kind) {
    case 'choice':
      return <Choices id={id} question={question} value={value} onAnswer={onAnswer} />;
    case 'many':
      return <Many question={question} value={value} onAnswer={onAnswer} />;
    case 'number':
      return <NumberBox question={question} value={value} onAnswer={onAnswer} />;
    case 'date':
      return (
        <TextInput
          type="date"
          className="max-w-56"
          aria-label={question.text}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onAnswer(event.currentTarget.value || undefined)}
        />
      );
    case 'code':
      return (
        <Select
          aria-label={question.text}
          value={typeof value === 'string' ? value : ''}
          options={[
            { value: '', label: 'None in particular' },
            ...codes.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` })),
          ]}
          onChange={(event) => onAnswer(event.currentTarget.value || undefined)}
        />
      );
  }
}

const CHIP =
  'relative flex min-h-11 cursor-pointer items-center gap-2 rounded-lg border border-muted/60 bg-card px-3.5 py-1.5 hover:border-accent has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent';

/** More options than fit as chips are a list to open. */
const MOST_CHIPS = 9;

function Choices({ id, question, value, onAnswer }: Answer & { id: string; question: AdvisorQuestion }) {
  if (question.options.length > MOST_CHIPS) {
    return (
      <Select
        aria-label={question.text}
        value={value === undefined ? '' : String(value)}
        options={[
          { value: '', label: 'Not decided' },
          ...question.options.map((option) => ({ value: String(option.value), label: option.label })),
        ]}
        onChange={(event) => {
          const picked = event.currentTarget.value;
          onAnswer(question.options.find((option) => String(option.value) === picked)?.value);
        }}
      />
    );
  }
  return (
    <div className="flex flex-wrap gap-2">
      {question.options.map((option) => (
        <label key={option.value} className={CHIP}>
          <input
            type="radio"
            name={`${id}-choice`}
            className="outline-none"
            checked={value === option.value}
            onChange={() => onAnswer(option.value)}
          />
          <span>
            {option.label}
            {option.help ? <span className="block text-[0.88rem] text-muted">{option.help}</span> : null}
          </span>
        </label>
      ))}
    </div>
  );
}

function Many({ question, value, onAnswer }: Answer & { question: AdvisorQuestion }) {
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  return (
    <div className="flex flex-wrap gap-2">
      {question.options.map((option) => {
        const isChosen = chosen.includes(option.value);
        return (
          <label key={option.value} className={CHIP}>
            <input
              type="checkbox"
              className="outline-none"
              checked={isChosen}
              onChange={() =>
                onAnswer(isChosen ? chosen.filter((one) => one !== option.value) : [...chosen, option.value])
              }
            />
            <span>
              {option.label}
              {option.help ? <span className="block text-[0.88rem] text-muted">{option.help}</span> : null}
            </span>
          </label>
        );
      })}
    </div>
  );
}

/** Keeps what is being typed; only a number within the limits becomes the answer. */
function NumberBox({ question, value, onAnswer }: Answer & { question: AdvisorQuestion }) {
  const { min = 0, max = 1_000_000, unit = '' } = question;
  const [draft, setDraft] = useState<string>();
  const shown = draft ?? (typeof value === 'number' ? String(value) : '');
  const isOutside = shown !== '' && !(Number(shown) >= min && Number(shown) <= max);
  const id = useId();
  const take = (text: string) => {
    setDraft(text);
    const number = Number(text);
    if (text === '') onAnswer(undefined);
    else if (number >= min && number <= max) onAnswer(number);
  };
  return (
    <div className="grid gap-1">
      <div className="flex items-center gap-3">
        <TextInput
          type="number"
          inputMode="decimal"
          className="max-w-32 tabular-nums"
          aria-label={`${question.text} (${unit})`}
          min={min}
          max={max}
          value={shown}
          {...(isOutside && { 'aria-invalid': true, 'aria-describedby': `${id}-error` })}
          onChange={(event) => take(event.currentTarget.value)}
          onBlur={() => setDraft(undefined)}
        />
        <span className="text-muted">{unit}</span>
      </div>
      {isOutside ? (
        <p id={`${id}-error`} role="alert" className="text-[0.94rem] font-medium text-bad">
          Use a number from {min.toLocaleString('en')} to {max.toLocaleString('en')}.
        </p>
      ) : null}
    </div>
  );
}
