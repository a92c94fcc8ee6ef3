import { type Catalog, certificationsToBegin, skillsTaught, tasksOf } from '@cairn/catalog';
import type { LabSummary, LessonSummary } from '@cairn/contract';
import type { Day } from '@cairn/kernel';
import {
  type CoveringCertification,
  coverage,
  type Gap,
  type PractisingLab,
  type Way,
  waysToLearn,
} from '@cairn/postings';
import { titled } from '../app/words.ts';

/** By what their task statements name. */
export function openCertifications(catalog: Catalog, today: Day): readonly CoveringCertification[] {
  return certificationsToBegin(catalog, today).map((one) => ({ code: one.code, tasks: tasksOf(one) }));
}

export const practisingLabs = (labs: readonly LabSummary[]): readonly PractisingLab[] =>
  labs.map(({ id, title, skills }) => ({ id, title, skills: skills.map((skill) => skill.id) }));

/**
 * What here teaches each skill: lessons by the task statement that they teach, labs, and certifications, those first
 * that close most of the gap.
 */
export function waysHere({ catalog, lessons, labs, today, gap }: Here): ReadonlyMap<string, readonly Way[]> {
  const skillsOf = new Map(catalog.certifications.flatMap(tasksOf).map(({ id, skills }) => [id, skills] as const));
  const { certifications: best } = coverage(gap, openCertifications(catalog, today));
  const rank = new Map(best.map(({ code }, at) => [code, at] as const));
  const open = certificationsToBegin(catalog, today).toSorted(
    (a, b) => (rank.get(a.code) ?? 0) - (rank.get(b.code) ?? 0),
  );
  return waysToLearn({
    lessons: lessons.map(({ id, title }) => ({ id, title, skills: skillsOf.get(id) ?? [] })),
    labs: practisingLabs(labs),
    certifications: open.map((one) => ({
      id: one.code,
      title: titled(one),
      skills: skillsTaught(one),
    })),
  });
}

type Here = {
  readonly catalog: Catalog;
  readonly lessons: readonly LessonSummary[];
  readonly labs: readonly LabSummary[];
  readonly today: Day;
  readonly gap: Gap;
};
