import { Button, Callout } from '@cairn/ui';
import { dayInWords } from '../app/words.ts';
import type { Change } from './saved.ts';

const FIELDS: Record<string, string> = {
  title: 'name',
  startsOn: 'start',
  endsOn: 'end',
  hours: 'hours',
  costUsd: 'cost in USD',
};

type FieldChange = Change['diff']['changed'][number]['changes'][number];

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** A step of one day moves once, though its start and its end both do. */
function changesInWords(changes: readonly FieldChange[]): string {
  const start = changes.find(({ field }) => field === 'startsOn');
  const end = changes.find(({ field }) => field === 'endsOn');
  const isOneDay = start !== undefined && start.before === end?.before && start.after === end.after;
  const say = (value: unknown) => (isDay(value) ? dayInWords(value) : String(value));
  return changes
    .filter((change) => !(isOneDay && change === end))
    .map((change) => {
      const name = isOneDay && change === start ? 'day' : (FIELDS[change.field] ?? change.field);
      return `${name} ${say(change.before)} → ${say(change.after)}`;
    })
    .join(', ');
}

/** What a recomputation would change in a saved plan. Nothing moves until it is taken over; what is done never moves. */
export function ChangeBanner({ change: { why, diff }, onAccept }: { change: Change; onAccept: () => void }) {
  const title =
    why === 'catalog' ? 'The catalog changed since this roadmap was saved' : 'Time has passed since this was saved';
  return (
    <Callout tone="warn" title={title}>
      <ul className="mt-2 grid list-disc gap-1 pl-5">
        {diff.added.map((step) => (
          <li key={step.id}>
            New: {step.title}, {dayInWords(step.startsOn)}
          </li>
        ))}
        {diff.removed.map((step) => (
          <li key={step.id}>Gone: {step.title}</li>
        ))}
        {diff.changed.map(({ id, title: name, changes }) => (
          <li key={id}>
            {name}: {changesInWords(changes)}
          </li>
        ))}
      </ul>
      <p className="mt-2">Steps that are done stay as they are.</p>
      <Button size="small" className="mt-3" onClick={onAccept}>
        Update the roadmap
      </Button>
    </Callout>
  );
}
