import {
  type Catalog,
  COST_LIMITS,
  type ExamEdits,
  type ExamInputs,
  type Explained,
  type Origin,
} from '@cairn/catalog';
import { Badge, Button, Fold, SourceNote, type Tone } from '@cairn/ui';
import { evidenceOf } from '../app/evidence.ts';
import { dollars, percentText } from './money-words.ts';
import { NumberField } from './number-field.tsx';

const ORIGINS: Record<Origin, { readonly text: string; readonly tone: Tone }> = {
  catalog: { text: 'from the catalog', tone: 'neutral' },
  estimate: { text: 'our estimate', tone: 'neutral' },
  measured: { text: 'from your answers', tone: 'good' },
  assumption: { text: 'an assumption', tone: 'warn' },
  typed: { text: 'yours', tone: 'accent' },
  unknown: { text: 'not found', tone: 'warn' },
};

type ExamFieldsProps = {
  readonly catalog: Catalog;
  readonly inputs: ExamInputs;
  /** What the first renewal on purpose in the view costs; undefined when there is none. */
  readonly renewal: { readonly feeUsd: number; readonly hours: number } | undefined;
  readonly edits: ExamEdits;
  readonly onChange: (edits: ExamEdits) => void;
};

/** Every number of one exam, where it comes from, and a field to say otherwise. */
export function ExamFields({ catalog, inputs, renewal, edits, onChange }: ExamFieldsProps) {
  const { code, name, fee, chance, hours, materials, retakeHours, sittings } = inputs;
  const set = (part: { readonly [Key in keyof ExamEdits]: ExamEdits[Key] | undefined }) =>
    onChange(edited(edits, part));
  const edit = (key: Exclude<keyof ExamEdits, 'chance'>) => (value: number | undefined) => set({ [key]: value });
  const range = hours.value.low === hours.value.high ? '' : `${hours.value.low} to ${hours.value.high} hours. `;
  const middleHours = (hours.value.low + hours.value.high) / 2;
  return (
    <Fold
      summary={
        <span className="flex flex-wrap items-baseline gap-x-3">
          <span>{code}</span>
          <span className="text-[0.94rem] font-normal text-muted">
            {name} · {dollars(fee.value)} a sitting, {percentText(chance.value.mean)} chance, {Math.round(middleHours)}{' '}
            hours
          </span>
        </span>
      }
    >
      <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-3">
        <Amount
          {...{ catalog, limit: 'feeUsd', label: 'Fee of a sitting', unit: 'USD', of: fee, onChange: edit('feeUsd') }}
        />
        <ChanceFields of={chance} catalog={catalog} onChange={(value) => set({ chance: value })} />
        <Amount
          {...{ catalog, limit: 'hours', label: 'Hours of study', unit: 'hours', onChange: edit('hours') }}
          of={{ ...hours, value: middleHours, why: `${range}${hours.why}` }}
        />
        <Amount
          {...{ catalog, limit: 'materialsUsd', label: 'Materials', unit: 'USD', of: materials }}
          onChange={edit('materialsUsd')}
        />
        <Amount
          {...{ catalog, limit: 'hours', label: 'Hours before each retake', unit: 'hours', of: retakeHours }}
          onChange={edit('retakeHours')}
        />
        <p className="text-[0.94rem] text-muted">
          <strong className="block text-ink">At most {sittings.value} sittings</strong>
          {sittings.why} <SourceNote evidence={evidenceOf(catalog, sittings)} about={`retakes of ${code}`} />
        </p>
        {renewal ? <RenewalFields {...{ catalog, code, renewal, edits, edit }} /> : null}
      </div>
    </Fold>
  );
}

/** An emptied field goes back to what the catalog says. */
function edited(edits: ExamEdits, part: { readonly [Key in keyof ExamEdits]: ExamEdits[Key] | undefined }): ExamEdits {
  return Object.fromEntries(Object.entries({ ...edits, ...part }).filter(([, value]) => value !== undefined));
}

type AmountProps = {
  readonly catalog: Catalog;
  readonly label: string;
  readonly unit: string;
  readonly limit: keyof typeof COST_LIMITS;
  readonly of: Explained<number>;
  readonly onChange: (value: number | undefined) => void;
};

function Amount({ catalog, label, unit, limit, of, onChange }: AmountProps) {
  return (
    <div className="grid content-start gap-1.5">
      <NumberField label={label} unit={unit} value={of.value} {...COST_LIMITS[limit]} onChange={onChange} />
      <Why catalog={catalog} of={of} about={label} onReset={() => onChange(undefined)} />
    </div>
  );
}

type WhyProps = {
  readonly catalog: Catalog;
  readonly of: Explained<unknown>;
  readonly about: string;
  readonly onReset: () => void;
};

function Why({ catalog, of, about, onReset }: WhyProps) {
  const { text, tone } = ORIGINS[of.origin];
  return (
    <p className="text-[0.9rem] text-muted">
      <Badge tone={tone}>{text}</Badge> {of.why}{' '}
      {of.sources.length > 0 ? <SourceNote evidence={evidenceOf(catalog, of)} about={about} /> : null}
      {of.origin === 'typed' ? (
        <Button size="small" look="quiet" aria-label={`Undo: ${about}`} onClick={onReset}>
          Undo
        </Button>
      ) : null}
    </p>
  );
}

type ChanceFieldsProps = {
  readonly catalog: Catalog;
  readonly of: ExamInputs['chance'];
  readonly onChange: (chance: ExamEdits['chance']) => void;
};

/** The mean and the ends of its 80 % interval; ends that no longer hold the mean move with it. */
function ChanceFields({ catalog, of, onChange }: ChanceFieldsProps) {
  const { mean, low = mean, high = mean } = of.value;
  const set = (next: { mean: number; low: number; high: number }) =>
    onChange({ ...next, low: Math.min(next.low, next.mean), high: Math.max(next.high, next.mean) });
  const field = (label: string, share: number, change: (share: number) => void, min: number, max: number) => (
    <NumberField
      label={label}
      unit="%"
      isLate
      isShort={label.startsWith('at ')}
      min={Math.round(min * 100)}
      max={Math.round(max * 100)}
      value={Number((share * 100).toFixed(1))}
      onChange={(value) => value !== undefined && change(value / 100)}
    />
  );
  return (
    <div className="grid content-start gap-1.5">
      {field('Chance of passing a sitting', mean, (value) => set({ mean: value, low, high }), 0.01, 1)}
      <div className="flex flex-wrap gap-4 text-[0.94rem]">
        {field('at least', low, (value) => set({ mean, low: value, high }), 0.01, mean)}
        {field('at most', high, (value) => set({ mean, low, high: value }), mean, 1)}
      </div>
      <p className="text-[0.9rem] text-muted">With four chances in five it lies between these two.</p>
      <Why catalog={catalog} of={of} about="chance of passing" onReset={() => onChange(undefined)} />
    </div>
  );
}

type RenewalFieldsProps = {
  readonly catalog: Catalog;
  readonly code: string;
  readonly renewal: { readonly feeUsd: number; readonly hours: number };
  readonly edits: ExamEdits;
  readonly edit: (key: 'renewalFeeUsd' | 'renewalHours') => (value: number | undefined) => void;
};

function RenewalFields({ catalog, code, renewal, edits, edit }: RenewalFieldsProps) {
  const fact = catalog.certifications.find((one) => one.code === code)?.renewal;
  const explained = (value: number, isTyped: boolean): Explained<number> => ({
    value,
    origin: isTyped ? 'typed' : 'catalog',
    why: isTyped ? 'Typed by you.' : (fact?.value?.text ?? fact?.note ?? 'How it is renewed was not found.'),
    sources: isTyped ? [] : (fact?.sources ?? []),
    ...(fact && !isTyped && { checkedOn: fact.checkedOn, grade: fact.grade }),
  });
  return (
    <>
      <Amount
        {...{ catalog, limit: 'feeUsd', label: 'Fee of a renewal', unit: 'USD', onChange: edit('renewalFeeUsd') }}
        of={explained(renewal.feeUsd, edits.renewalFeeUsd !== undefined)}
      />
      <Amount
        {...{ catalog, limit: 'hours', label: 'Hours for a renewal', unit: 'hours', onChange: edit('renewalHours') }}
        of={{
          ...explained(renewal.hours, edits.renewalHours !== undefined),
          ...(edits.renewalHours === undefined && {
            origin: 'estimate' as const,
            why: 'Our estimate: a third of the first study time, 4 hours for a free assessment.',
            sources: [],
          }),
        }}
      />
    </>
  );
}
