import type { Today, TodayEntry } from '@cairn/contract';
import { systemClock } from '@cairn/kernel';
import { Badge, Button, Callout, Icon } from '@cairn/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sentenceOf } from '../api.ts';
import { RouterLinkButton } from '../app/links.tsx';
import { placeOf } from './place.ts';
import { tick } from './today-requests.ts';
import { KIND_NAMES, partText, timeText } from './today-words.ts';
import { useEnterStarts } from './use-enter-starts.ts';

/** The day's work in order. The first is large, and Enter starts it. */
export function WorkList({ today }: { today: Today }) {
  const [first, ...others] = today.items;
  const isPlural = today.plans.length > 1;
  useEnterStarts(first?.link);
  return (
    <section aria-label="What to do" className="grid gap-4">
      {first ? <First entry={first} isPlural={isPlural} /> : <NothingLeft today={today} />}
      {others.length === 0 ? null : (
        <ol start={2} className="divide-y divide-line rounded-xl border border-line bg-card">
          {others.map((entry) => (
            <Other key={`${entry.exam}:${entry.id}`} entry={entry} isPlural={isPlural} />
          ))}
        </ol>
      )}
      <WaitingList waiting={today.waiting} />
    </section>
  );
}

type EntryProps = { readonly entry: TodayEntry; readonly isPlural: boolean };

function First({ entry, isPlural }: EntryProps) {
  return (
    <div className="grid gap-3 rounded-xl border-2 border-accent bg-card p-5 shadow-card sm:p-6">
      <Kind entry={entry} isPlural={isPlural} />
      <h2 className="text-2xl sm:text-3xl">{entry.title}</h2>
      <p className="max-w-prose text-muted">{entry.why}</p>
      <div className="flex flex-wrap items-center gap-3">
        <RouterLinkButton {...placeOf(entry.link)} look="primary">
          Start
          <Icon name="arrow" className="size-4" />
        </RouterLinkButton>
        <Tick entry={entry} />
      </div>
    </div>
  );
}

function Other({ entry, isPlural }: EntryProps) {
  return (
    <li className="relative grid gap-1 px-5 py-4">
      <Kind entry={entry} isPlural={isPlural} />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <Link
          {...placeOf(entry.link)}
          className="font-semibold text-ink underline decoration-line decoration-2 underline-offset-4 hover:text-accent hover:decoration-accent"
        >
          {entry.title}
        </Link>
        <Tick entry={entry} />
      </div>
    </li>
  );
}

function Kind({ entry, isPlural }: EntryProps) {
  const part = partText(entry);
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.94rem] text-muted">
      <Badge tone="accent">{KIND_NAMES[entry.kind]}</Badge>
      <span className="tabular-nums">{timeText(entry.minutes)}</span>
      {part ? <span>{part}</span> : null}
      {isPlural && entry.code ? <span>{entry.code}</span> : null}
    </p>
  );
}

/** Only for work whose end Cairn cannot see. */
function Tick({ entry }: { entry: TodayEntry }) {
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => tick(entry, crypto.randomUUID(), systemClock.now()),
    onSuccess: () => client.invalidateQueries({ queryKey: ['today'] }),
  });
  if (!entry.canTick) return null;
  return (
    <>
      <Button size="small" look="quiet" disabled={isPending} onClick={() => mutate()}>
        <Icon name="check" className="size-4" />
        Done<span className="sr-only">: {entry.title}</span>
      </Button>
      {error ? <p className="text-bad">{sentenceOf(error)}</p> : null}
    </>
  );
}

function NothingLeft({ today }: { today: Today }) {
  if (today.plans.length === 0) return null;
  return (
    <Callout tone="good" title={today.doneToday.length > 0 ? 'All of today is done' : 'Nothing to do today'}>
      <p>With time to spare, choose a size of the box above: work of the coming days moves in.</p>
    </Callout>
  );
}

function WaitingList({ waiting }: Pick<Today, 'waiting'>) {
  if (waiting.length === 0) return null;
  return (
    <div className="grid gap-1 text-[0.94rem] text-muted">
      <p className="font-semibold">Waits for more time</p>
      <ul className="grid gap-1">
        {waiting.map(({ exam, title, why }) => (
          <li key={`${exam}:${title}`}>
            {title}: {why}
          </li>
        ))}
      </ul>
    </div>
  );
}
