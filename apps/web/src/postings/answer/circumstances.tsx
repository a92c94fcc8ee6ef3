import type { SampleQuote } from '@cairn/postings';
import { capital } from '../../app/words.ts';
import type { Answer } from '../reading/messages.ts';
import { QuoteButton } from './quote-button.tsx';
import { Section } from './section.tsx';
import { percentText } from './strengths.ts';

type Row = {
  readonly label: string;
  readonly postings: number;
  readonly quotes: readonly SampleQuote[];
  /** Not stated: said, but not as one value among the others. */
  readonly isUnstated?: boolean;
};

const PLACES = 10;

/** Level, years, degree, mode and place. */
export function Circumstances({ answer }: { readonly answer: Answer }) {
  const { survey } = answer;
  const groups = groupsOf(answer).filter(({ rows }) => rows.some(({ isUnstated }) => !isUnstated));
  if (groups.length === 0) return null;
  return (
    <Section title="Level, years, degree, place" lede="As far as the postings say.">
      <div className="grid gap-x-12 gap-y-10 sm:grid-cols-2 lg:grid-cols-3">
        {groups.map(({ title, rows }) => (
          <div key={title} className="grid content-start gap-2">
            <h3 className="text-xl">{title}</h3>
            <ul className="grid gap-2">
              {rows.map((row) => (
                <CountRow key={row.label} row={row} about={`${title}: ${row.label}`} of={survey.postings} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  );
}

function CountRow({ row, about, of }: { readonly row: Row; readonly about: string; readonly of: number }) {
  const share = of === 0 ? 0 : row.postings / of;
  return (
    <li className="grid gap-0.5">
      <div className="flex items-baseline justify-between gap-4">
        <span className={`line-clamp-2 min-w-0 ${row.isUnstated ? 'text-muted' : ''}`}>{row.label}</span>
        <QuoteButton about={about} postings={row.postings} quotes={row.quotes}>
          {row.postings.toLocaleString('en')} · {percentText(share)}
        </QuoteButton>
      </div>
      <div aria-hidden="true" className="h-2 overflow-hidden rounded-full bg-sunken">
        <div
          className={`h-full rounded-full ${row.isUnstated ? 'bg-muted/50' : 'bg-accent'}`}
          style={{ width: `${share * 100}%` }}
        />
      </div>
    </li>
  );
}

function groupsOf({
  survey,
  circumstances,
}: Answer): readonly { readonly title: string; readonly rows: readonly Row[] }[] {
  const rows = (kind: string, counts: readonly { readonly value: string; readonly postings: number }[]): Row[] =>
    counts.map(({ value, postings }) => ({
      label: value === 'unstated' ? 'Not stated' : capital(value),
      postings,
      quotes: circumstances[`${kind}:${value.toLowerCase()}`] ?? [],
      isUnstated: value === 'unstated',
    }));
  const years: Row[] = survey.years.map((one) => ({
    label: one.years >= 20 ? '20 years and more' : one.years === 1 ? '1 year' : `${one.years} years`,
    postings: one.postings,
    quotes: circumstances[`years:${one.years}`] ?? [],
  }));
  const unstatedYears: Row[] =
    survey.yearsUnstated > 0
      ? [{ label: 'Not stated', postings: survey.yearsUnstated, quotes: [], isUnstated: true }]
      : [];
  return [
    { title: 'Level', rows: rows('seniority', survey.seniority) },
    { title: 'Experience', rows: [...years, ...unstatedYears] },
    { title: 'Degree', rows: rows('degree', survey.degrees) },
    { title: 'Where one works', rows: rows('mode', survey.workModes) },
    { title: 'Places', rows: rows('place', survey.locations.slice(0, PLACES)) },
  ];
}
