import type { Catalog } from '@cairn/catalog';
import {
  compareResume,
  gapOf,
  type NameInBoth,
  type NameNotOnResume,
  resumeSentence,
  type Way,
  withClouds,
} from '@cairn/postings';
import { Button, ErrorState, Loading } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode, useMemo, useState } from 'react';
import { sentenceOf } from '../../api.ts';
import { today } from '../../app/today.ts';
import { labsQuery } from '../../labs/lab-requests.ts';
import { lessonsQuery } from '../../learn/learn-requests.ts';
import { Quoted } from '../answer/quotes-dialog.tsx';
import { postingsText } from '../answer/strengths.ts';
import type { Answer, ReadResume } from '../reading/messages.ts';
import { Remarks } from '../remarks.tsx';
import { recordQuery } from '../survey-requests.ts';
import { WayLink } from '../way-link.tsx';
import { waysHere } from '../ways.ts';
import { partsOf } from './sentence-parts.ts';

type BesideProps = {
  readonly catalog: Catalog;
  readonly answer: Answer;
  readonly resume: Extract<ReadResume, { outcome: 'read' }>;
};

/** Three lists: in both, asked for only, on the résumé only. A suggestion names only what the record supports. */
export function ResumeBeside({ catalog, answer, resume }: BesideProps) {
  const { data: record, error, refetch } = useQuery(recordQuery);
  const { data: labs } = useQuery(labsQuery);
  const { data: lessons } = useQuery(lessonsQuery);
  const comparison = useMemo(() => {
    if (!record || !labs || !lessons) return undefined;
    const gap = gapOf(answer.survey, withClouds(record, catalog.skills));
    const ways = waysHere({ catalog, lessons, labs, today: today(), gap });
    return compareResume(resume, answer.survey, gap, ways);
  }, [catalog, answer, resume, record, labs, lessons]);
  if (error) {
    return (
      <ErrorState title="Your record could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} />
    );
  }
  if (!comparison) return <Loading label="Reading your record" />;
  const { inBoth, notOnResume, notAsked } = comparison;
  return (
    <div className="grid gap-10">
      <Remarks remarks={resume.remarks} leftOut={0} />
      <p role="status" className="text-lg">
        {resumeSentence(comparison)}
      </p>
      <div className="grid items-start gap-x-10 gap-y-12 lg:grid-cols-2">
        <NameList title="Asked for, and there" none="Nothing that is asked for stands on it.">
          {inBoth.map((name) => (
            <InBoth key={name.id} name={name} />
          ))}
        </NameList>
        <NameList title="Asked for, and not there" none="Everything that is asked for stands on it.">
          {notOnResume.map((name) => (
            <NotThere key={name.id} name={name} />
          ))}
        </NameList>
      </div>
      <NameList title="There, and not asked for" none="All that it names is asked for somewhere." isWide>
        {notAsked.map(({ id, canonical, resume: quote }) => (
          <li key={id} className="grid content-start gap-1.5">
            <h3 className="font-sans text-base font-semibold">{canonical}</h3>
            <Side of="Résumé">
              <Quoted quote={quote} />
            </Side>
          </li>
        ))}
      </NameList>
    </div>
  );
}

const FIRST = 12;
const MORE = 25;

type NameListProps = {
  readonly title: string;
  readonly none: string;
  readonly isWide?: boolean;
  readonly children: readonly ReactNode[];
};

function NameList({ title, none, isWide = false, children }: NameListProps) {
  const [count, setCount] = useState(FIRST);
  return (
    <section aria-label={title} className="grid gap-5">
      <h2 className="text-2xl">
        {title} <span className="tabular-nums text-muted">{children.length}</span>
      </h2>
      {children.length === 0 ? <p className="text-muted">{none}</p> : null}
      <ol className={`grid gap-6 ${isWide ? 'sm:grid-cols-2 lg:grid-cols-3' : ''}`}>{children.slice(0, count)}</ol>
      {children.length > count ? (
        <Button look="quiet" size="small" className="-ml-3 w-fit" onClick={() => setCount(count + MORE)}>
          Show {Math.min(MORE, children.length - count)} more
        </Button>
      ) : null}
    </section>
  );
}

function Side({ of, children }: { readonly of: string; readonly children: ReactNode }) {
  return (
    <div className="grid gap-x-3 text-[0.94rem] sm:grid-cols-[4.5rem_minmax(0,1fr)]">
      <span className="text-muted">{of}</span>
      {children}
    </div>
  );
}

function InBoth({ name: { canonical, postings, asked, resume } }: { readonly name: NameInBoth }) {
  return (
    <li className="grid gap-1.5">
      <NameHeading canonical={canonical} postings={postings} />
      {asked ? (
        <Side of="Posting">
          <Quoted quote={asked} />
        </Side>
      ) : null}
      <Side of="Résumé">
        <Quoted quote={resume} />
      </Side>
    </li>
  );
}

function NotThere({ name: { canonical, postings, asked, suggestion } }: { readonly name: NameNotOnResume }) {
  return (
    <li className="grid gap-1.5">
      <NameHeading canonical={canonical} postings={postings} />
      {asked ? (
        <Side of="Posting">
          <Quoted quote={asked} />
        </Side>
      ) : null}
      <p className={`text-[0.97rem] ${suggestion.kind === 'may-add' ? 'font-semibold text-good' : ''}`}>
        {suggestion.kind === 'learn-first' ? (
          <LinkedWays text={suggestion.text} ways={suggestion.ways} />
        ) : (
          suggestion.text
        )}
      </p>
    </li>
  );
}

function NameHeading({ canonical, postings }: { readonly canonical: string; readonly postings: number }) {
  return (
    <h3 className="flex items-baseline justify-between gap-4 font-sans text-base font-semibold">
      {canonical}
      <span className="shrink-0 font-normal tabular-nums text-muted">{postingsText(postings)}</span>
    </h3>
  );
}

/** The sentence, with the titles in it as links. */
function LinkedWays({ text, ways }: { readonly text: string; readonly ways: readonly Way[] }) {
  return partsOf(
    text,
    ways.map(({ title }) => title),
  ).map((part, at) => {
    const way = ways.find(({ title }) => title === part);
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never move
    return way ? <WayLink key={at} way={way} /> : <Fragment key={at}>{part}</Fragment>;
  });
}
