import { type Day, nearestName } from '@cairn/kernel';
import type { Catalog } from './catalog.ts';
import type { Certification } from './schema/certification-file.ts';

export type FoundCertification =
  | { readonly outcome: 'found'; readonly certification: Certification }
  | { readonly outcome: 'unknown'; readonly nearest: string | undefined; readonly sentence: string };

/** Finds an exam however its code is typed; an unknown one comes back with the nearest code. */
export function findCertification(catalog: Catalog, code: string): FoundCertification {
  const wanted = code.trim().toUpperCase();
  const certification = catalog.certifications.find((one) => one.code === wanted);
  if (certification) return { outcome: 'found', certification };
  const nearest = nearestName(
    wanted,
    catalog.certifications.map((one) => one.code),
  );
  const advice = nearest === undefined ? 'list the codes with "cairn compare"' : `did you mean ${nearest}?`;
  const sentence = `There is no certification "${code}" in the catalog; ${advice}${advice.endsWith('?') ? '' : '.'}`;
  return { outcome: 'unknown', nearest, sentence };
}

/** Whether the exam can still be booked, in any language, on `today`. Announced exams cannot yet. */
export function isOffered(certification: Certification, today: Day): boolean {
  const { status, lifecycle } = certification;
  if (status === 'retired' || status === 'announced') return false;
  return lifecycle.retiresOn === undefined || lifecycle.retiresOn >= today;
}

/** Exams to begin with today: one that is ending gives way to its successor once that can be taken. */
export function certificationsToBegin({ certifications }: Catalog, today: Day): readonly Certification[] {
  const open = certifications.filter((one) => isOffered(one, today));
  const codes = new Set(open.map(({ code }) => code));
  return open.filter(({ status, successors }) => status !== 'retiring' || !successors.some((code) => codes.has(code)));
}

export const tasksOf = ({ domains }: Certification) => domains.flatMap(({ tasks }) => tasks);

const CLOUD_OF: Readonly<Record<Certification['vendor'], string>> = {
  aws: 'amazon-web-services',
  microsoft: 'microsoft-azure',
};

/** What an exam is about: the skills of its task statements, and the cloud of its vendor. */
export function skillsTaught(certification: Certification): readonly string[] {
  return [CLOUD_OF[certification.vendor], ...tasksOf(certification).flatMap(({ skills }) => skills)];
}

/** The exams that take the place of `code` today, nearest first: successors are followed until they are not retired. */
export function todayEquivalents(catalog: Catalog, code: string): readonly Certification[] {
  const found = new Map<string, Certification>();
  const seen = new Set<string>();
  const walk = (current: string) => {
    if (seen.has(current)) return;
    seen.add(current);
    const certification = catalog.certifications.find((one) => one.code === current);
    if (!certification) return;
    if (isCurrent(certification)) found.set(current, certification);
    else for (const next of certification.successors) walk(next);
  };
  walk(code);
  return [...found.values()];
}

function isCurrent({ status, successors }: Certification): boolean {
  return status === 'active' || status === 'beta' || status === 'announced' || successors.length === 0;
}
