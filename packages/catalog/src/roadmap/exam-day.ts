import type { Day } from '@cairn/kernel';
import { priceToday } from '../advisor/effort.ts';
import type { Certification } from '../schema/certification-file.ts';

/** Skills met before save at most this share of the study time; our estimate, on the careful side. */
const MOST_SAVED = 0.3;

/** The share of its study time that is left to somebody who has come by `earlier`. */
export function shareLeft(certification: Certification, earlier: readonly Certification[]): number {
  const known = new Set(earlier.flatMap(skillsOf));
  const skills = skillsOf(certification);
  const shared = skills.length === 0 ? 0 : skills.filter((skill) => known.has(skill)).length / skills.length;
  return 1 - MOST_SAVED * shared;
}

function skillsOf({ domains }: Certification): readonly string[] {
  return [...new Set(domains.flatMap(({ tasks }) => tasks.flatMap(({ skills }) => skills)))];
}

/** An announced exam waits for its first day; a beta may be sat at once. */
export function examDay({ status, lifecycle }: Certification, ready: Day): Day {
  if (status !== 'announced' || lifecycle.activeFrom === undefined) return ready;
  return later(ready, lifecycle.activeFrom as Day); // a calendar day by the file's schema
}

export function isBetaOn({ status, lifecycle }: Certification, on: Day): boolean {
  return status === 'beta' && (lifecycle.activeFrom === undefined || on < lifecycle.activeFrom);
}

/** Undefined when no source gives it. */
export function priceOn(certification: Certification, on: Day): number | undefined {
  if (isBetaOn(certification, on)) return priceToday(certification);
  return certification.exam.priceUsd.value ?? undefined;
}

export function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}
