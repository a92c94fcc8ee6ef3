import { BACKGROUNDS, type Background, type Catalog } from '@cairn/catalog';
import type { Day } from '@cairn/kernel';
import { Field, Fold, Select, Slider, TextInput } from '@cairn/ui';
import { today } from '../app/today.ts';
import { capital, counted, VENDORS } from '../app/words.ts';
import type { RoadmapInputs } from './inputs.ts';
import { SteppingStones } from './stepping-stones.tsx';

type PlanFormProps = { catalog: Catalog; inputs: RoadmapInputs; onChange: (inputs: RoadmapInputs) => void };

export function PlanForm({ catalog, inputs, onChange }: PlanFormProps) {
  const { to, from, hoursPerWeek, background, have } = inputs;
  return (
    <form
      aria-label="Your plan"
      className="grid gap-6 lg:sticky lg:top-24"
      onSubmit={(event) => event.preventDefault()}
    >
      <GoalField catalog={catalog} to={to} onPick={(code) => onChange(withoutVia({ ...inputs, to: code }))} />
      <Field label="Start" hint="Today or later; a plan cannot start in the past.">
        {(control) => (
          <TextInput
            {...control}
            type="date"
            min={today()}
            value={from}
            onChange={(event) => {
              const day = event.currentTarget.value;
              if (day) onChange({ ...inputs, from: day as Day }); // a date input gives a calendar day or nothing
            }}
          />
        )}
      </Field>
      <Slider
        label="Time for study"
        min={1}
        max={40}
        value={Math.min(hoursPerWeek, 40)}
        text={`${counted(hoursPerWeek, 'hour')} a week`}
        onChange={(hours) => onChange({ ...inputs, hoursPerWeek: hours })}
      />
      <Field label="Background" hint="The estimate of study hours depends on it.">
        {(control) => (
          <Select
            {...control}
            value={background ?? ''}
            options={[
              { value: '', label: 'Not said' },
              ...BACKGROUNDS.map((name) => ({ value: name, label: capital(name.replaceAll('-', ' ')) })),
            ]}
            onChange={(event) => onChange(withBackground(inputs, event.currentTarget.value))}
          />
        )}
      </Field>
      {to === '' ? null : <SteppingStones catalog={catalog} inputs={inputs} onChange={onChange} />}
      <div className="border-b border-line">
        <Fold summary={`Already passed (${have.length})`}>
          <div className="grid gap-2">
            {catalog.certifications.map(({ code }) => (
              <label key={code} className="flex min-h-8 cursor-pointer items-center gap-3">
                <input
                  type="checkbox"
                  className="size-5 shrink-0"
                  checked={have.includes(code)}
                  onChange={() =>
                    onChange({
                      ...inputs,
                      have: have.includes(code) ? have.filter((one) => one !== code) : [...have, code],
                    })
                  }
                />
                {code}
              </label>
            ))}
          </div>
        </Fold>
      </div>
    </form>
  );
}

/** Stepping stones belong to a goal: another goal starts with those that the catalog advises. */
function withoutVia({ via: _, ...inputs }: RoadmapInputs): RoadmapInputs {
  return inputs;
}

function withBackground({ background: _, ...inputs }: RoadmapInputs, picked: string): RoadmapInputs {
  const known: Background | undefined = BACKGROUNDS.find((name) => name === picked);
  return known ? { ...inputs, background: known } : inputs;
}

function GoalField({ catalog, to, onPick }: { catalog: Catalog; to: string; onPick: (code: string) => void }) {
  return (
    <Field label="Goal">
      {(control) => (
        <select
          {...control}
          className="min-h-11 w-full rounded-lg border border-muted/70 bg-card px-3 py-2"
          value={to}
          onChange={(event) => onPick(event.currentTarget.value)}
        >
          <option value="">Choose a certification …</option>
          {(['aws', 'microsoft'] as const).map((vendor) => (
            <optgroup key={vendor} label={VENDORS[vendor]}>
              {catalog.certifications
                .filter((one) => one.vendor === vendor)
                .map(({ code, name, status }) => (
                  <option key={code} value={code}>
                    {code} · {name}
                    {status === 'active' ? '' : ` (${status})`}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}
