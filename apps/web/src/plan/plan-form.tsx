import type { PlanChoices, PlanSetup } from '@cairn/contract';
import { Card, Field, Fold, Select, TextInput } from '@cairn/ui';
import { useId } from 'react';
import {
  type Goal,
  hoursOf,
  KNOWLEDGE,
  PRESETS,
  readMinutes,
  WEEKDAYS,
  type Week,
  withKnown,
  withOwn,
  withPreset,
} from './choosing.ts';
import { DaysOffFields } from './days-off-fields.tsx';

type PlanFormProps = {
  readonly setup: PlanSetup;
  readonly today: string;
  /** As chosen. */
  readonly choices: PlanChoices;
  /** With what the preset stands for. */
  readonly whole: PlanChoices;
  readonly onChange: (choices: PlanChoices) => void;
};

export function PlanForm(props: PlanFormProps) {
  const { choices, whole, onChange } = props;
  return (
    <Card>
      <form className="grid gap-8" onSubmit={(event) => event.preventDefault()}>
        <PresetChoice choices={choices} onChange={onChange} />
        <GoalChoice {...props} />
        <WeekFields
          week={whole.minutesByWeekday}
          onChange={(minutesByWeekday) => onChange(withOwn(whole, { minutesByWeekday }))}
        />
        <div className="border-b border-line">
          <Fold summary={`Days off${choices.daysOff.length === 0 ? '' : ` (${choices.daysOff.length})`}`}>
            <DaysOffFields daysOff={choices.daysOff} onChange={(daysOff) => onChange({ ...choices, daysOff })} />
          </Fold>
          <Fold summary="What you know already">
            <KnownFields {...props} />
          </Fold>
        </div>
      </form>
    </Card>
  );
}

const CHOICE =
  'grid cursor-pointer content-start gap-0.5 rounded-lg border border-muted/60 bg-card px-4 py-3 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent';

function PresetChoice({ choices, onChange }: Pick<PlanFormProps, 'choices' | 'onChange'>) {
  return (
    <fieldset>
      <legend className="mb-2 font-semibold">Start from</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {PRESETS.map(({ id, title, text }) => (
          <label key={id} className={CHOICE}>
            <input
              type="radio"
              name="preset"
              className="sr-only"
              checked={choices.preset === id}
              onChange={() => onChange(withPreset(choices, id))}
            />
            <span className="font-semibold">{title}</span>
            <span className="text-[0.94rem] text-muted">{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function GoalChoice({ today, setup, whole, onChange }: PlanFormProps) {
  const name = useId();
  const { goal } = whole;
  const isWhenReady = goal?.kind === 'when-ready';
  const set = (next: Goal) => onChange(withOwn(whole, { goal: next }));
  const day = goal?.kind === 'exam-day' ? goal.day : '';
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-semibold">When is the exam?</legend>
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="radio"
          name={name}
          className="size-5"
          checked={isWhenReady}
          onChange={() => set({ kind: 'when-ready' })}
        />
        As soon as I am ready
      </label>
      <div className="grid items-center gap-x-6 gap-y-1 sm:grid-cols-[auto_minmax(0,14rem)] sm:justify-start">
        <label className="flex min-h-11 items-center gap-3">
          <input
            type="radio"
            name={name}
            className="size-5"
            checked={!isWhenReady}
            onChange={() => set({ kind: 'exam-day', day: inFourWeeks(today) })}
          />
          On a day
        </label>
        <TextInput
          type="date"
          aria-label="Day of the exam"
          min={today}
          max={setup.lastExamDay ?? undefined}
          value={day}
          onChange={({ target }) => target.value !== '' && set({ kind: 'exam-day', day: target.value as Day })}
        />
      </div>
    </fieldset>
  );
}

type Day = Extract<Goal, { kind: 'exam-day' }>['day'];

function inFourWeeks(today: string): Day {
  return new Date(Date.parse(today) + 28 * 86_400_000).toISOString().slice(0, 10) as Day; // a date by its making
}

function WeekFields({ week, onChange }: { week: Week | null; onChange: (week: Week) => void }) {
  if (week === null) return null;
  const hours = hoursOf(week);
  return (
    <fieldset>
      <legend className="mb-2 font-semibold">Minutes for each day of the week</legend>
      <div className="grid grid-cols-3 gap-2 sm:grid-cols-7">
        {WEEKDAYS.map(({ id, short, name }) => (
          <Field
            key={id}
            label={
              <>
                {short}
                <span className="sr-only">: minutes on {name}</span>
              </>
            }
          >
            {(control) => (
              <TextInput
                {...control}
                type="number"
                inputMode="numeric"
                min={0}
                max={960}
                step={5}
                className="!px-2 tabular-nums"
                value={week[id]}
                onChange={({ target }) => onChange({ ...week, [id]: readMinutes(target.value) })}
              />
            )}
          </Field>
        ))}
      </div>
      <p className="mt-2 text-[0.94rem] text-muted">{Math.round(10 * hours) / 10} hours a week</p>
    </fieldset>
  );
}

function KnownFields({ setup, choices, onChange }: PlanFormProps) {
  return (
    <div className="grid gap-4">
      <p className="text-[0.94rem] text-muted">
        Less time goes to what you know. The diagnosis measures it; what you say here wins over it.
      </p>
      {setup.domains.map(({ number, name, weightPercent, known }) => (
        <Field
          key={number}
          label={`${number} ${name}`}
          hint={`${Math.round(weightPercent)} % of the exam. ${known === null ? 'Not measured yet, so it counts as new.' : `Measured: about ${Math.round(100 * known)} % known.`}`}
        >
          {(control) => (
            <Select
              {...control}
              options={KNOWLEDGE}
              value={String(choices.known[String(number)] ?? '')}
              onChange={({ target }) => onChange(withKnown(choices, number, target.value))}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
