import type { Catalog } from '@cairn/catalog';
import type { CertificationCoverage, Coverage, LabCoverage } from '@cairn/postings';
import { Button } from '@cairn/ui';
import { useState } from 'react';
import { TextLink } from '../../app/links.tsx';
import { counted, listed } from '../../app/words.ts';
import { Section } from './section.tsx';
import { percentText, postingsText } from './strengths.ts';

type CoverageProps = { readonly catalog: Catalog; readonly coverage: Coverage };

/** Which certifications and labs close most of the gap, and what none covers. */
export function CoverageView({ catalog, coverage }: CoverageProps) {
  const useful = coverage.certifications.filter(({ ofGap }) => ofGap > 0);
  if (useful.length === 0 && coverage.labs.length === 0 && coverage.uncovered.length === 0) return null;
  return (
    <Section
      title="What closes most of it"
      lede="The share of what is missing that the task statements of a certification name. A course of study, not a promise: employers name certificates rarely."
    >
      <div className="grid items-start gap-x-12 gap-y-10 lg:grid-cols-2">
        <Certifications catalog={catalog} useful={useful} coverage={coverage} />
        <div className="grid gap-10">
          <Labs labs={coverage.labs} />
          <Uncovered uncovered={coverage.uncovered} />
        </div>
      </div>
    </Section>
  );
}

const FIRST = 5;

type CertificationsProps = CoverageProps & { readonly useful: readonly CertificationCoverage[] };

function Certifications({ catalog, useful, coverage: { together } }: CertificationsProps) {
  const [isWhole, setWhole] = useState(false);
  const nameOf = (code: string) => catalog.certifications.find((one) => one.code === code)?.name ?? code;
  return (
    <div className="grid gap-4">
      <h3 className="text-xl">Certifications</h3>
      {useful.length === 0 ? <p className="text-muted">None that can be taken names any of it.</p> : null}
      <ol className="grid gap-4">
        {useful.slice(0, isWhole ? useful.length : FIRST).map((one) => (
          <CertificationRow key={one.code} one={one} name={nameOf(one.code)} />
        ))}
      </ol>
      {useful.length > FIRST ? (
        <Button look="quiet" size="small" className="-ml-3 w-fit" onClick={() => setWhole(!isWhole)}>
          {isWhole ? `Show the first ${FIRST}` : `Show all ${useful.length}`}
        </Button>
      ) : null}
      {together.steps.length > 1 ? (
        <p className="rounded-lg bg-sunken p-4">
          Together, {listed(together.steps.map(({ code }) => unbroken(code)))} name {percentText(together.ofGap)} of
          what is missing:{' '}
          {listed(
            together.steps.map(
              ({ code, adds }, at) => `${unbroken(code)} ${at === 0 ? '' : 'adds '}${percentText(adds)}`,
            ),
          )}
          .
        </p>
      ) : null}
    </div>
  );
}

function CertificationRow({ one, name }: { readonly one: CertificationCoverage; readonly name: string }) {
  return (
    <li className="grid gap-1">
      <div className="flex items-baseline justify-between gap-4">
        <TextLink to="/certifications/$code" params={{ code: one.code.toLowerCase() }} className="!text-ink">
          {name}
        </TextLink>
        <span className="shrink-0 tabular-nums">{percentText(one.ofGap)}</span>
      </div>
      <Bar share={one.ofGap} />
      <details className="text-[0.94rem]">
        <summary className="w-fit rounded text-muted underline decoration-dotted underline-offset-4 hover:text-accent">
          Names {names(one)}
        </summary>
        <ul className="mt-2 grid gap-2">
          {one.closes.map(({ id, canonical, postings, tasks }) => (
            <li key={id}>
              <strong>{canonical}</strong> ({postingsText(postings)}):{' '}
              {tasks.map((task) => task.id.split('/')[1] ?? task.id).join(', ')}
            </li>
          ))}
        </ul>
        <p className="mt-2 text-muted">The numbers are those of the task statements in its guide.</p>
      </details>
    </li>
  );
}

/** A code stays on one line. */
const unbroken = (code: string) => code.replaceAll('-', '\u2011');

const names = ({ closes }: CertificationCoverage) => {
  const first = closes.slice(0, 4).map(({ canonical }) => canonical);
  const more = closes.length - first.length;
  return more > 0 ? `${first.join(', ')} and ${more} more` : listed(first);
};

function Bar({ share }: { readonly share: number }) {
  return (
    <div aria-hidden="true" className="h-2.5 overflow-hidden rounded-full bg-sunken">
      <div className="h-full rounded-full bg-accent" style={{ width: `${share * 100}%` }} />
    </div>
  );
}

function Labs({ labs }: { readonly labs: readonly LabCoverage[] }) {
  if (labs.length === 0) return null;
  return (
    <div className="grid gap-4">
      <h3 className="text-xl">Labs</h3>
      <ol className="grid gap-3">
        {labs.slice(0, FIRST).map(({ id, title, ofGap, practises }) => (
          <li key={id} className="grid gap-1">
            <div className="flex items-baseline justify-between gap-4">
              <TextLink to="/labs/$labId" params={{ labId: id }} className="!text-ink">
                {title}
              </TextLink>
              <span className="shrink-0 tabular-nums">{percentText(ofGap)}</span>
            </div>
            <Bar share={ofGap} />
            <p className="text-[0.94rem] text-muted">{listed(practises.slice(0, 5).map((one) => one.canonical))}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}

const UNCOVERED = 12;

/** Most of what postings ask for is no exam's business, and the page says so. */
function Uncovered({ uncovered }: Pick<Coverage, 'uncovered'>) {
  if (uncovered.length === 0) return null;
  return (
    <div className="grid gap-3">
      <h3 className="text-xl">What no certification here covers</h3>
      <p className="text-muted">
        {counted(uncovered.length, 'name')} that no task statement names. They are learned at work, in projects and
        elsewhere.
      </p>
      <ul className="flex flex-wrap gap-2">
        {uncovered.slice(0, UNCOVERED).map(({ id, canonical, postings }) => (
          <li key={id} className="rounded-full border border-line bg-card px-3 py-0.5 text-[0.94rem]">
            {canonical} <span className="tabular-nums text-muted">{postings}</span>
          </li>
        ))}
      </ul>
      {uncovered.length > UNCOVERED ? (
        <p className="text-[0.94rem] text-muted">And {uncovered.length - UNCOVERED} more.</p>
      ) : null}
    </div>
  );
}
