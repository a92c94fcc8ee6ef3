import { Field, Select, TextInput } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { examsQuery } from '../app/queries.ts';
import type { CardFilter } from './card-requests.ts';
import { ORIGINS } from './card-words.ts';

const STATES = [
  { value: '', label: 'In any state' },
  { value: 'new', label: 'New' },
  { value: 'learning', label: 'In steps of minutes' },
  { value: 'review', label: 'Learnt' },
  { value: 'due', label: 'Due today' },
  { value: 'suspended', label: 'Suspended' },
];

const FROM = [
  { value: '', label: 'From anywhere' },
  ...Object.entries(ORIGINS).map(([value, label]) => ({ value, label })),
];

type FilterProps = { readonly filter: CardFilter; readonly onChange: (filter: CardFilter) => void };

export function BrowseFilter({ filter, onChange }: FilterProps) {
  const exams = useQuery(examsQuery).data ?? [];
  const options = [{ value: '', label: 'Every exam' }, ...exams.map(({ id, code }) => ({ value: id, label: code }))];
  const change = (part: Partial<CardFilter>) =>
    onChange(Object.fromEntries(Object.entries({ ...filter, ...part }).filter(([, value]) => value)));
  return (
    <search className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      <Words words={filter.q ?? ''} onChange={(q) => change({ q })} />
      <Choice label="Exam" options={options} value={filter.exam} onChange={(exam) => change({ exam })} />
      <Choice label="State" options={STATES} value={filter.state} onChange={(state) => change({ state })} />
      <Choice label="Origin" options={FROM} value={filter.origin} onChange={(origin) => change({ origin })} />
    </search>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
};

function Choice({ label, options, value = '', onChange }: ChoiceProps) {
  return (
    <Field label={label}>
      {(control) => (
        <Select {...control} options={options} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

const PAUSE_MILLISECONDS = 250;

/** Asked for once somebody pauses. */
function Words({ words, onChange }: { readonly words: string; readonly onChange: (words: string) => void }) {
  const [typed, setTyped] = useState(words);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing asks
  useEffect(() => {
    if (typed === words) return;
    const timer = setTimeout(() => onChange(typed), PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <Field label="Words">
      {(control) => (
        <TextInput
          {...control}
          type="search"
          value={typed}
          maxLength={100}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
    </Field>
  );
}
