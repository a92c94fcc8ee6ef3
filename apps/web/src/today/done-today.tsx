import type { Today } from '@cairn/contract';
import { Icon } from '@cairn/ui';
import { KIND_NAMES } from './today-words.ts';

/** What today has behind it already. */
export function DoneToday({ today: { doneToday } }: { today: Today }) {
  if (doneToday.length === 0) return null;
  return (
    <section aria-labelledby="done-today" className="grid gap-2">
      <h2 id="done-today" className="font-sans text-base font-semibold tracking-normal text-muted">
        Done today
      </h2>
      <ul className="grid gap-1">
        {doneToday.map(({ exam, kind, title }) => (
          <li key={`${exam}:${kind}:${title}`} className="flex items-baseline gap-2">
            <Icon name="check" className="size-4 translate-y-0.5 text-good" />
            <span>
              {title} <span className="text-muted">{KIND_NAMES[kind].toLowerCase()}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
