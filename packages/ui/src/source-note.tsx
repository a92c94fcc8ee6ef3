import { Icon } from './icons.tsx';
import { Popover } from './popover.tsx';
import { Badge } from './surface.tsx';

/** Where a fact comes from. `M` is memory: shown, and called unverified. */
export type Evidence = {
  readonly source: string;
  readonly url?: string | undefined;
  readonly date?: string | undefined;
  readonly grade?: string | undefined;
};

const GRADES: Record<string, string> = {
  A: "read in a copy of the vendor's own page",
  B: "read in a dated check that names the vendor's page",
  C: 'read in one third-party page',
  M: 'not verified against any source',
};

/** Our own reading or estimate: it has a day, and no grade. */
const OWN = 'own';

export function isUnverified({ grade }: Evidence): boolean {
  return grade === 'M';
}

function EvidenceLine({ evidence }: { evidence: Evidence }) {
  const { source, url, date, grade } = evidence;
  return (
    <li className="mt-2">
      {url?.startsWith('https://') ? (
        <a
          href={url}
          target="_blank"
          rel="noreferrer noopener"
          className="wrap-anywhere text-accent underline underline-offset-4"
        >
          {source} <Icon name="external" className="size-3.5" />
          <span className="sr-only"> (opens in a new tab)</span>
        </a>
      ) : (
        <span className="wrap-anywhere">{source}</span>
      )}
      <span className="block text-[0.85rem] text-muted">
        {date ? `Checked on ${date}` : 'No date given'}
        {grade && grade !== OWN ? ` · grade ${grade}: ${GRADES[grade] ?? 'ungraded'}` : ''}
      </span>
    </li>
  );
}

/** Source, date and grade of a fact, behind one small button; an unverified fact says so without a click. */
export function SourceNote({ evidence, about }: { evidence: readonly Evidence[]; about: string }) {
  const newest = evidence
    .flatMap(({ date }) => date ?? [])
    .sort()
    .at(-1);
  const unverified = evidence.length > 0 && evidence.every(isUnverified);
  if (evidence.length === 0) return null;
  const word = evidence.every(({ grade }) => grade === OWN) ? 'our own' : 'source';
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5 align-baseline">
      {unverified ? <Badge tone="warn">unverified</Badge> : null}
      <Popover
        about={about}
        title={evidence.length === 1 ? 'Source' : `${evidence.length} sources`}
        trigger={newest ? `${word}, ${newest}` : word}
      >
        <ul>
          {evidence.map((one) => (
            <EvidenceLine key={`${one.source}${one.url ?? ''}${one.date ?? ''}`} evidence={one} />
          ))}
        </ul>
      </Popover>
    </span>
  );
}
