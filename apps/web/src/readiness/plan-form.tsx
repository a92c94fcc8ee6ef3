import type { Readiness } from '@cairn/contract';
import { addDays } from '@cairn/kernel';
import { Button, Field, TextInput } from '@cairn/ui';
import { useRef, useState } from 'react';
import { today } from '../app/today.ts';
import { type Plan, type PlanFields, readFields } from './plan.ts';

type PlanFormProps = { readonly plan: Readiness['plan']; readonly onPlan: (plan: Plan) => void };

/** Two things nobody but the learner knows. Faults are said when a field is left, not while it is typed. */
export function PlanForm({ plan, onPlan }: PlanFormProps) {
  const [fields, setFields] = useState<PlanFields>(() => ({
    examOn: plan.examOn ?? '',
    hoursPerWeek: plan.hoursPerWeek === null ? '' : String(plan.hoursPerWeek),
  }));
  const [isChecked, setChecked] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const read = readFields(fields, today());
  const faults = isChecked && read.outcome === 'faulty' ? read : undefined;
  const change = (part: Partial<PlanFields>) => {
    const next = { ...fields, ...part };
    setFields(next);
    setChecked(false);
    const plain = readFields(next, today());
    if (plain.outcome === 'plan') onPlan(plain.plan);
  };
  return (
    <form
      className="grid content-start gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
      }}
      onBlur={() => setChecked(true)}
    >
      <h2 className="font-sans text-base font-semibold tracking-normal">Your plan</h2>
      <Field label="Day of the exam" error={faults?.examOn}>
        {(control) => (
          <TextInput
            {...control}
            ref={first}
            type="date"
            min={addDays(today(), 1)}
            value={fields.examOn}
            onChange={(event) => change({ examOn: event.target.value })}
          />
        )}
      </Field>
      <Field label="Hours of practice a week" error={faults?.hoursPerWeek}>
        {(control) => (
          <TextInput
            {...control}
            type="text"
            inputMode="decimal"
            value={fields.hoursPerWeek}
            onChange={(event) => change({ hoursPerWeek: event.target.value })}
          />
        )}
      </Field>
      {plan.source === 'roadmap' ? (
        <p className="text-[0.94rem] text-muted">Taken from your newest roadmap; change it here to try another.</p>
      ) : null}
      {plan.source === 'asked' ? (
        <div>
          <Button
            size="small"
            look="quiet"
            onClick={() => {
              setFields({ examOn: '', hoursPerWeek: '' });
              setChecked(false);
              onPlan({});
              first.current?.focus(); // the button goes away
            }}
          >
            Clear
          </Button>
        </div>
      ) : null}
    </form>
  );
}
