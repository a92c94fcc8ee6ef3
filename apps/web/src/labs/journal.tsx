import type { LabJournal, LabJournalEntry, LabRun } from '@cairn/contract';
import { Badge, EmptyState, ErrorState, Loading } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceOf } from '../api.ts';
import { JournalDetail } from './journal-detail.tsx';
import { verdictOf } from './journal-verdict.ts';
import { journalQuery } from './lab-requests.ts';
import { clockText } from './lab-words.ts';

/** Rows on the screen; the rest of what was read comes with a click. */
const FIRST_ROWS = 25;

/** Calls as they reached the account, newest first, each with what was decided about it. */
export function Journal({ run }: { run: LabRun }) {
  const { data, error, refetch } = useQuery(journalQuery(run.id));
  return (
    <section aria-labelledby="journal" className="grid gap-3">
      <h3 id="journal" className="text-xl">
        Journal
      </h3>
      {error && !data ? (
        <ErrorState title="The journal could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} />
      ) : null}
      {!data && !error ? <Loading label="Reading the journal" lines={3} /> : null}
      {data ? <Entries journal={data} /> : null}
    </section>
  );
}

function Entries({ journal: { total, entries } }: { journal: LabJournal }) {
  const [isOurs, setOurs] = useState(false);
  const [isReading, setReading] = useState(true);
  const [isAll, setAll] = useState(false);
  const wanted = entries.filter((entry) => (isOurs || !entry.isOurs) && (isReading || !entry.isReadOnly)).reverse();
  const rows = isAll ? wanted : wanted.slice(0, FIRST_ROWS);
  return (
    <>
      <div className="flex flex-wrap gap-x-6 gap-y-2 text-[0.94rem]">
        <Choice label="Calls that only read" isOn={isReading} onChange={setReading} />
        <Choice label="Calls of the lab itself" isOn={isOurs} onChange={setOurs} />
      </div>
      <p role="status" className="sr-only">{`${wanted.length} of ${total} calls`}</p>
      {rows.length === 0 ? (
        <EmptyState title="No call of yours yet">
          <p>Every call that reaches the account is listed here, with what was decided about it and why.</p>
        </EmptyState>
      ) : (
        <Table rows={rows} />
      )}
      {rows.length < wanted.length ? (
        <button type="button" className="justify-self-start font-semibold text-accent" onClick={() => setAll(true)}>
          Show {wanted.length - rows.length} more
        </button>
      ) : null}
    </>
  );
}

type ChoiceProps = { readonly label: string; readonly isOn: boolean; readonly onChange: (isOn: boolean) => void };

function Choice({ label, isOn, onChange }: ChoiceProps) {
  return (
    <label className="inline-flex min-h-6 items-center gap-2">
      <input
        type="checkbox"
        className="size-4.5"
        checked={isOn}
        onChange={({ currentTarget: { checked } }) => onChange(checked)}
      />
      {label}
    </label>
  );
}

function Table({ rows }: { rows: readonly LabJournalEntry[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, so the keyboard must reach it
    <section className="overflow-x-auto" tabIndex={0} aria-label="Calls">
      <table className="w-full min-w-[34rem] text-[0.94rem]">
        <thead>
          <tr className="border-b border-line text-left text-muted">
            {['Time', 'Decision', 'Call', 'By'].map((name) => (
              <th key={name} scope="col" className="py-1.5 pr-3 font-semibold">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((entry) => (
            <Row key={entry.number} entry={entry} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ entry }: { entry: LabJournalEntry }) {
  const { at, service, operation, principalArn, isOurs } = entry;
  return (
    <tr className="border-b border-line align-top">
      <td className="whitespace-nowrap py-2 pr-3 tabular-nums text-muted">
        <time dateTime={new Date(at).toISOString()} title={clockText(at)}>
          {clockText(at).slice(11, 19)}
        </time>
      </td>
      <td className="py-2 pr-3">
        <Decision entry={entry} />
      </td>
      <td className="py-2 pr-3">
        <JournalDetail entry={entry} summary={`${service}.${operation}`} />
      </td>
      <td className="break-words py-2 pr-3 text-muted">{isOurs ? 'the lab' : shortPrincipal(principalArn)}</td>
    </tr>
  );
}

/** `arn:aws:iam::1:user/ana` → "user/ana". */
const shortPrincipal = (arn: string): string => arn.split(':').slice(5).join(':') || arn;

function Decision({ entry }: { entry: LabJournalEntry }) {
  const { tone, text } = verdictOf(entry);
  return <Badge tone={tone}>{text}</Badge>;
}
