import { SourceNote } from '@cairn/ui';
import type { FactLine } from './certification-facts.ts';

export function FactList({ facts }: { facts: readonly FactLine[] }) {
  return (
    <dl className="divide-y divide-line border-y border-line">
      {facts.map(({ label, text, note, evidence }) => (
        <div key={label} className="grid gap-x-6 gap-y-0.5 py-3 sm:grid-cols-[10rem_1fr]">
          <dt className="font-semibold">{label}</dt>
          <dd>
            {text} <SourceNote evidence={evidence} about={label.toLowerCase()} />
            {note ? <span className="block text-[0.94rem] text-muted">{note}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
