import type { ExamSummary } from '@cairn/contract';
import { Button, Callout, Card, Field, Select } from '@cairn/ui';
import { type ReactNode, useId, useState } from 'react';
import { sentenceOf } from '../api.ts';
import { counted } from '../app/words.ts';
import { minutesText } from './exam-words.ts';
import {
  firstPlan,
  type Plan,
  planTo,
  QUESTIONS,
  type ScopeKind,
  type StartSearch,
  TIMINGS,
  type TimingKind,
  timeText,
} from './start-plan.ts';
import { useStart } from './use-start.ts';

/** Mode, scope and time; one button. Everything can be changed until it is pressed, nothing after. */
export function StartForm({ exam, asked }: { exam: ExamSummary; asked: StartSearch }) {
  const [plan, setPlan] = useState<Plan>(() => firstPlan(exam, asked));
  const start = useStart();
  const change = (part: Partial<Plan>) => {
    start.reset();
    setPlan({ ...plan, ...part });
  };
  return (
    <Card>
      <form
        className="grid gap-7"
        onSubmit={(event) => {
          event.preventDefault();
          start.mutate(planTo(exam.id, plan));
        }}
      >
        <ModeChoice plan={plan} change={change} />
        <ScopeChoice plan={plan} change={change} exam={exam} />
        <TimingChoice plan={plan} change={change} exam={exam} />
        {start.error ? (
          <div role="alert">
            <Callout tone="bad" title="The exam did not start">
              <p>{sentenceOf(start.error)}</p>
            </Callout>
          </div>
        ) : null}
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" look="primary" disabled={start.isPending}>
            {start.isPending ? 'Building the form…' : plan.mode === 'exam' ? 'Start the exam' : 'Start studying'}
          </Button>
          <p className="text-[0.94rem] text-muted">{timeText(plan, exam)}</p>
        </div>
      </form>
    </Card>
  );
}

type ChoiceProps = { readonly plan: Plan; readonly change: (part: Partial<Plan>) => void };

function ModeChoice({ plan, change }: ChoiceProps) {
  return (
    <Choices legend="Mode">
      <Choice
        name="mode"
        checked={plan.mode === 'exam'}
        onChoose={() => change({ mode: 'exam', timing: plan.timing === 'untimed' ? 'official' : plan.timing })}
        title="Exam"
        text="As on the day: nothing is explained until you hand in, parts lock as the vendor locks them, no pause."
      />
      <Choice
        name="mode"
        checked={plan.mode === 'study'}
        onChoose={() => change({ mode: 'study', timing: 'untimed' })}
        title="Study"
        text="Check each answer, read why each option is right or wrong, and pause when you like."
      />
    </Choices>
  );
}

const SCOPES: readonly { readonly id: ScopeKind; readonly title: string; readonly text: string }[] = [
  { id: 'form', title: 'A full form', text: 'Official number of questions and weights of the domains.' },
  { id: 'domain', title: 'One domain', text: 'Where you want to get better.' },
  { id: 'missed', title: 'Missed before', text: 'Questions whose last answer lost points.' },
  { id: 'unseen', title: 'Not seen yet', text: 'New questions from every domain.' },
];

function ScopeChoice({ plan, change, exam }: ChoiceProps & { exam: ExamSummary }) {
  const { bank } = exam;
  return (
    <div className="grid gap-4">
      <Choices legend="Questions">
        {SCOPES.map(({ id, title, text }) => (
          <Choice
            key={id}
            name="scope"
            checked={plan.scope === id}
            disabled={id === 'form' && !bank.canFillForm}
            onChoose={() => change({ scope: id })}
            title={title}
            text={id === 'form' ? `${counted(exam.questions, 'question')}, with the official weights.` : text}
          />
        ))}
      </Choices>
      {bank.canFillForm ? null : (
        <Callout tone="warn" title="A full form cannot be built yet">
          <ul className="list-disc pl-5">
            {bank.missing.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Callout>
      )}
      {plan.scope === 'form' ? null : (
        <div className="grid gap-4 sm:grid-cols-2">
          {plan.scope === 'domain' ? (
            <Field label="Domain">
              {(control) => (
                <Select
                  {...control}
                  value={String(plan.domain)}
                  onChange={(event) => change({ domain: Number(event.target.value) })}
                  options={bank.byDomain.map(({ number, name, questions }) => ({
                    value: String(number),
                    label: `${number} ${name} (${questions})`,
                  }))}
                />
              )}
            </Field>
          ) : null}
          <Field label="Questions at most">
            {(control) => (
              <Select
                {...control}
                value={String(plan.questions)}
                onChange={(event) => change({ questions: Number(event.target.value) })}
                options={QUESTIONS.map((count) => ({ value: String(count), label: String(count) }))}
              />
            )}
          </Field>
        </div>
      )}
    </div>
  );
}

function TimingChoice({ plan, change, exam }: ChoiceProps & { exam: ExamSummary }) {
  return (
    <Field
      label="Time"
      hint={
        plan.scope === 'form'
          ? 'Use the time that you will have on the day, accommodations included.'
          : 'A shorter selection gets its share of the official time.'
      }
    >
      {(control) => (
        <Select
          {...control}
          className="max-w-md"
          value={plan.timing}
          onChange={(event) => change({ timing: event.target.value as TimingKind })} // the options are the kinds
          options={TIMINGS.map(({ id, text }) => ({
            value: id,
            label: id === 'official' && plan.scope === 'form' ? `${text}: ${minutesText(exam.minutes)}` : text,
          }))}
        />
      )}
    </Field>
  );
}

function Choices({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-3 font-display text-2xl font-semibold">{legend}</legend>
      <div className="grid gap-3 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}

type OneChoice = {
  readonly name: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChoose: () => void;
  readonly title: string;
  readonly text: string;
};

function Choice({ name, checked, disabled = false, onChoose, title, text }: OneChoice) {
  const id = useId();
  return (
    <label
      htmlFor={id}
      className={`flex gap-3 rounded-lg border p-4 ${checked ? 'border-accent bg-accent-soft' : 'border-line bg-card'} ${disabled ? 'cursor-not-allowed border-dashed text-muted' : 'cursor-pointer hover:border-accent'}`}
    >
      <input
        id={id}
        type="radio"
        name={name}
        checked={checked}
        disabled={disabled}
        onChange={onChoose}
        aria-describedby={`${id}-text`}
        className="mt-1.5 size-4 shrink-0"
      />
      <span>
        <span className="block font-semibold">{title}</span>
        <span id={`${id}-text`} className="block text-[0.94rem] text-muted">
          {text}
        </span>
      </span>
    </label>
  );
}
