import type { Catalog } from '@cairn/catalog';
import { coverage, gapOf, type LearnerRecord, type Survey, withClouds, withoutClouds } from '@cairn/postings';
import { ErrorState, Loading } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { sentenceOf } from '../../api.ts';
import { today } from '../../app/today.ts';
import { labsQuery } from '../../labs/lab-requests.ts';
import { lessonsQuery } from '../../learn/learn-requests.ts';
import { recordQuery } from '../survey-requests.ts';
import { openCertifications, practisingLabs, waysHere } from '../ways.ts';
import { CoverageView } from './coverage-view.tsx';
import { GapView } from './gap-view.tsx';
import { Section } from './section.tsx';

type GapProps = { readonly catalog: Catalog; readonly survey: Survey };

/** What the postings ask for against what the learner's record shows, and what closes the difference. */
export function GapAndWays({ catalog, survey }: GapProps) {
  const { data: record, error, refetch } = useQuery(recordQuery);
  if (record) return <KnownRecord catalog={catalog} survey={survey} record={record} />;
  return (
    <Section title="What you can show">
      {error ? (
        <ErrorState title="Your record could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} />
      ) : (
        <Loading label="Reading your record" lines={2} />
      )}
    </Section>
  );
}

function KnownRecord({ catalog, survey, record }: GapProps & { readonly record: LearnerRecord }) {
  const { data: labs = [] } = useQuery(labsQuery);
  const { data: lessons = [] } = useQuery(lessonsQuery);
  const gap = useMemo(() => gapOf(survey, withClouds(record, catalog.skills)), [catalog, survey, record]);
  const covered = useMemo(
    () => coverage(withoutClouds(gap), openCertifications(catalog, today()), practisingLabs(labs)),
    [catalog, gap, labs],
  );
  const ways = useMemo(() => waysHere({ catalog, lessons, labs, today: today(), gap }), [catalog, lessons, labs, gap]);
  if (gap.rows.length === 0) return null;
  return (
    <>
      <GapView gap={gap} survey={survey} ways={ways} />
      <CoverageView catalog={catalog} coverage={covered} />
    </>
  );
}
