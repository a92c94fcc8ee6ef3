import type { Catalog, Certification } from '@cairn/catalog';
import { SourceNote } from '@cairn/ui';
import { evidenceOf } from '../app/evidence.ts';
import { today } from '../app/today.ts';
import { dayInWords } from '../app/words.ts';
import { lifeDates } from './certification-facts.ts';

/** Stations in the life of an exam, today among them. */
export function LifeLine({ catalog, certification }: { catalog: Catalog; certification: Certification }) {
  const now = today();
  const dates = lifeDates(certification, now);
  if (dates.length === 0) return null;
  const stations = [
    ...dates.map((date) => ({ ...date, isToday: false })),
    { on: now, text: 'Today', isToday: true },
  ].sort((a, b) => a.on.localeCompare(b.on));
  return (
    <section aria-label="Life cycle" className="grid gap-2">
      <ol className="flex flex-col sm:flex-row">
        {stations.map(({ on, text, isToday }) => (
          <li
            key={`${text}${on}`}
            className="relative flex-1 border-l-2 border-muted/50 pb-4 pl-5 sm:border-l-0 sm:border-t-2 sm:pb-0 sm:pl-0 sm:pr-4 sm:pt-4"
          >
            <span
              className={`absolute -left-2 top-1 h-3.5 w-3.5 rounded-full border-2 border-paper sm:-top-2 sm:left-0 ${isToday ? 'bg-accent' : 'bg-muted'}`}
            />
            <span className={`block font-semibold ${isToday ? 'text-accent' : ''}`}>{text}</span>
            <span className="text-[0.94rem] text-muted">{dayInWords(on)}</span>
          </li>
        ))}
      </ol>
      <p className="text-[0.94rem] text-muted">
        {certification.lifecycle.note ? `${certification.lifecycle.note} ` : ''}
        <SourceNote evidence={evidenceOf(catalog, certification.lifecycle)} about="the life cycle" />
      </p>
    </section>
  );
}
