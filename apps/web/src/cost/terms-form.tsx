import { BACKGROUNDS, type Catalog, COST_LIMITS } from '@cairn/catalog';
import { Field, Select, SourceNote } from '@cairn/ui';
import { evidenceOf } from '../app/evidence.ts';
import { capital } from '../app/words.ts';
import type { CostState } from './cost-search.ts';
import { NumberField } from './number-field.tsx';

type Terms = CostState['terms'];
type TermsFormProps = { readonly catalog: Catalog; readonly terms: Terms; readonly onChange: (terms: Terms) => void };

type Entry = {
  readonly key: 'hourValueUsd' | 'hoursPerWeek' | 'years' | 'discountRate' | 'mostSittings' | 'improvement';
  readonly label: string;
  readonly unit: string;
  /** 100 shows a share as percent. */
  readonly per: 1 | 100;
  readonly hint: string;
};

const ENTRIES: readonly Entry[] = [
  {
    key: 'hourValueUsd',
    label: 'Value of an hour of yours',
    unit: 'USD',
    per: 1,
    hint: '0 counts money alone. What you would earn, or pay for the free hour.',
  },
  { key: 'hoursPerWeek', label: 'Study', unit: 'hours a week', per: 1, hint: 'Decides when the exams fall.' },
  { key: 'years', label: 'View', unit: 'years', per: 1, hint: 'From today: renewals in it are counted.' },
  {
    key: 'discountRate',
    label: 'Discount rate',
    unit: '% a year',
    per: 100,
    hint: '0 counts later money like today’s. What your money would earn elsewhere.',
  },
  {
    key: 'mostSittings',
    label: 'Sittings you would pay for',
    unit: 'an exam',
    per: 1,
    hint: 'The vendor may allow fewer.',
  },
  {
    key: 'improvement',
    label: 'Better after a failure',
    unit: '% fewer failures',
    per: 100,
    hint: '0: no better at each retake than before, as far as you know your chance.',
  },
];

/** What all paths share. Every number is the learner's to change. */
export function TermsForm({ catalog, terms, onChange }: TermsFormProps) {
  return (
    <form aria-label="What all paths share" className="grid gap-5" onSubmit={(event) => event.preventDefault()}>
      {ENTRIES.map(({ key, label, unit, per, hint }) => (
        <NumberField
          key={key}
          label={label}
          unit={unit}
          hint={hint}
          min={COST_LIMITS[key].min * per}
          max={COST_LIMITS[key].max * per}
          value={Number((terms[key] * per).toFixed(4))}
          onChange={(value) => {
            if (value === undefined) return;
            const number = key === 'mostSittings' ? Math.round(value) : value / per;
            onChange({ ...terms, [key]: number });
          }}
        />
      ))}
      <Field label="Background" hint="The estimate of study hours depends on it.">
        {(control) => (
          <Select
            {...control}
            value={terms.background ?? ''}
            options={[
              { value: '', label: 'Not said' },
              ...BACKGROUNDS.map((name) => ({ value: name, label: capital(name.replaceAll('-', ' ')) })),
            ]}
            onChange={(event) => onChange(withBackground(terms, event.currentTarget.value))}
          />
        )}
      </Field>
      {catalog.costs.vouchers.map((voucher) => (
        <div key={voucher.vendor} className="grid gap-1">
          <label className="flex cursor-pointer items-start gap-3">
            <input
              type="checkbox"
              className="mt-1 size-5 shrink-0"
              checked={terms.useVouchers}
              onChange={() => onChange({ ...terms, useVouchers: !terms.useVouchers })}
            />
            <span className="font-semibold">Use the AWS voucher</span>
          </label>
          <p className="text-[0.94rem] text-muted">
            {voucher.text} First sittings only; when it ends is not in the catalog.{' '}
            <SourceNote evidence={evidenceOf(catalog, voucher)} about="the AWS voucher" />
          </p>
        </div>
      ))}
    </form>
  );
}

function withBackground({ background: _, ...terms }: Terms, picked: string): Terms {
  const known = BACKGROUNDS.find((name) => name === picked);
  return known ? { ...terms, background: known } : terms;
}
