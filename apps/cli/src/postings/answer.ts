import { type Catalog, certificationsToBegin, tasksOf } from '@cairn/catalog';
import { dayOf, systemClock } from '@cairn/kernel';
import type { Lab } from '@cairn/labs';
import {
  type Coverage,
  coverage,
  type Gap,
  gapOf,
  type LearnerRecord,
  type Survey,
  withClouds,
  withoutClouds,
} from '@cairn/postings';

export type PostingsAnswer = { readonly survey: Survey; readonly gap: Gap; readonly coverage: Coverage };

/** What the survey asks for beside the record, and what there is to learn it with. */
export function answerOf(
  survey: Survey,
  record: LearnerRecord,
  { catalog, labs }: { readonly catalog: Catalog; readonly labs: readonly Lab[] },
): PostingsAnswer {
  const today = dayOf(systemClock.now());
  const gap = gapOf(survey, withClouds(record, catalog.skills));
  const certifications = certificationsToBegin(catalog, today).map((one) => ({ code: one.code, tasks: tasksOf(one) }));
  return { survey, gap, coverage: coverage(withoutClouds(gap), certifications, labs) };
}

const countsOf = (counted: readonly { readonly canonical: string; readonly postings: number }[]) =>
  Object.fromEntries(counted.map(({ canonical, postings }) => [canonical, postings]));

const namesOf = (rows: readonly { readonly canonical: string }[]) => rows.map(({ canonical }) => canonical);

function recommendationsOf({ certifications, labs }: Coverage) {
  return [
    ...certifications
      .filter(({ closes }) => closes.length > 0)
      .map(({ code, ofGap, ofDemand, closes }) => ({
        ...{ kind: 'certification', id: code, ofGap, ofDemand, closes: namesOf(closes) },
      })),
    ...labs.map(({ id, title, ofGap, practises }) => ({ kind: 'lab', id, title, ofGap, closes: namesOf(practises) })),
  ];
}

/** The answer as the command prints it for machines, after the postings. */
export function answerJson({ survey, gap, coverage: covered }: PostingsAnswer) {
  const ofKind = (kind: string) => countsOf(survey.names.filter((name) => name.kind === kind));
  const { postings, duplicates, otherLanguages, unreadable } = survey;
  return {
    counts: {
      ...{ postings, duplicates, otherLanguages, unreadable },
      platforms: countsOf(survey.platforms),
      services: ofKind('service'),
      skills: ofKind('skill'),
      certifications: ofKind('certification'),
    },
    platformShare: survey.platforms.map(({ canonical, share: { estimate: share, low, high }, byStrength }) => ({
      ...{ name: canonical, share, low, high, byStrength },
    })),
    gaps: gap.rows,
    recommendations: recommendationsOf(covered),
    together: covered.together,
    uncovered: covered.uncovered,
    survey,
  };
}
