import { Button, Field, Icon, TextInput } from '@cairn/ui';
import { useState } from 'react';
import { dayInWords } from '../app/words.ts';
import type { DayOff } from './choosing.ts';

type DaysOffFieldsProps = { readonly daysOff: readonly DayOff[]; readonly onChange: (daysOff: DayOff[]) => void };

type Day = DayOff['from'];

/** Single days and ranges on which nothing is planned. They break no streak. */
export function DaysOffFields({ daysOff, onChange }: DaysOffFieldsProps) {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const add = () => {
    if (from === '') return;
    const range: DayOff = { from: from as Day, ...(to === '' || to === from ? {} : { to: to as Day }) }; // of date fields
    onChange([...daysOff, range].sort((a, b) => (a.from < b.from ? -1 : 1)));
    setFrom('');
    setTo('');
  };
  return (
    <div className="grid gap-3">
      {daysOff.length === 0 ? null : (
        <ul className="grid gap-1">
          {daysOff.map((range) => (
            <li key={`${range.from}:${range.to}`} className="flex items-center justify-between gap-3">
              <span>{rangeText(range)}</span>
              <Button size="small" look="quiet" onClick={() => onChange(daysOff.filter((one) => one !== range))}>
                <Icon name="trash" className="size-4" />
                <span className="sr-only">Remove {rangeText(range)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto]">
        <Field label="From">
          {(control) => (
            <TextInput type="date" {...control} value={from} onChange={({ target }) => setFrom(target.value)} />
          )}
        </Field>
        <Field label="To, if more than a day">
          {(control) => (
            <TextInput type="date" {...control} min={from} value={to} onChange={({ target }) => setTo(target.value)} />
          )}
        </Field>
        <Button onClick={add} disabled={from === ''}>
          <Icon name="plus" className="size-4" />
          Add
        </Button>
      </div>
    </div>
  );
}

const rangeText = ({ from, to }: DayOff): string =>
  to === undefined ? dayInWords(from) : `${dayInWords(from)} to ${dayInWords(to)}`;
