import { Button, Callout } from '@cairn/ui';
import type { Change } from './saved.ts';

const FIELDS: Record<string, string> = {
  title: 'name',
  startsOn: 'start',
  endsOn: 'end',
  hours: 'hours',
  costUsd: 'cost in USD',
};

/** What a recomputation would change in a saved plan. Nothing moves until it is taken over; what is done never moves. */
export function ChangeBanner({ change: { why, diff }, onAccept }: { change: Change; onAccept: () => void }) {
  const title =
    why === 'catalog' ? 'The catalog changed since this roadmap was saved' : 'Time has passed since this was saved';
  return (
    <Callout tone="warn" title={title}>
      <ul className="mt-2 grid list-disc gap-1 pl-5">
        {diff.added.map((step) => (
          <li key={step.id}>
            New: {step.title}, {step.startsOn}
          </li>
        ))}
        {diff.removed.map((step) => (
          <li key={step.id}>Gone: {step.title}</li>
        ))}
        {diff.changed.map(({ id, title: name, changes }) => (
          <li key={id}>
            {name}:{' '}
            {changes.map(({ field, before, after }) => `${FIELDS[field] ?? field} ${before} → ${after}`).join(', ')}
          </li>
        ))}
      </ul>
      <p className="mt-2">Steps that are done stay as they are.</p>
      <Button size="small" className="mt-3" onClick={onAccept}>
        Take this over
      </Button>
    </Callout>
  );
}
