import { addDays, addMonths, type Day } from '@cairn/kernel';
import { studyHoursFor } from '../advisor/effort.ts';
import type { Certification } from '../schema/certification-file.ts';
import type { Link } from './chain.ts';
import type { RoadmapStep } from './roadmap.ts';

export type Passed = { readonly certification: Certification; readonly on: Day };

/** A yearly assessment opens six months before expiry; three months before leaves room to repeat it. */
const ASSESSMENT_MONTHS_BEFORE = 3;
const ASSESSMENT_HOURS = 4;
/** A retake is planned a month before expiry, at a third of the first study time (our estimate). */
const RETAKE_DAYS_BEFORE = 30;
const RETAKE_SHARE = 1 / 3;

/**
 * Renewals up to `horizon`: what another pass renews by itself, and what has to be done on purpose. The goal comes
 * first, because sitting a higher exam again renews the lower ones too.
 */
export function renewalsFor(
  passed: readonly Passed[],
  horizon: Day,
  today: Day,
  have: readonly string[],
): readonly RoadmapStep[] {
  const passes: Passed[] = [...passed];
  const own = passed.toReversed().flatMap((one) => {
    const months = monthsValid(one.certification);
    return months === undefined ? [] : renewalsOf(one, months, passes, horizon);
  });
  const held = passed.flatMap(({ certification, on }) =>
    certification.renews
      .filter((code) => have.includes(code))
      .map((code) => byPass(code, certification, on, `${code}:held:${certification.code}`)),
  );
  return [...own.filter((step) => step.endsOn >= today), ...held];
}

/** @param passes every pass known so far; retakes planned here are added to it */
function renewalsOf({ certification, on }: Passed, months: number, passes: Passed[], horizon: Day): RoadmapStep[] {
  const { code } = certification;
  const isFree = certification.renewal.value?.how === 'free-assessment';
  const steps: RoadmapStep[] = [];
  let standing: Standing = { since: on, expiresOn: addMonths(on, months) };
  for (let round = 1; ; round += 1) {
    const renewer = nextRenewer(code, passes, standing);
    if (!renewer && standing.expiresOn > horizon) return steps;
    const step = renewer
      ? byPass(code, renewer.certification, renewer.on, `${code}:${round}`)
      : onPurpose(certification, isFree, standing.expiresOn, round);
    steps.push(step);
    if (!renewer && !isFree) passes.push({ certification, on: step.endsOn });
    // A free assessment adds to the old day; an exam counts from the day it is passed.
    const base = isFree && !renewer ? standing.expiresOn : step.endsOn;
    standing = { since: step.endsOn, expiresOn: addMonths(base, months) };
  }
}

/** Undefined when it does not expire, or when no source says how long it is valid. */
function monthsValid({ validity }: Certification): number | undefined {
  return validity.value?.kind === 'years' ? Math.round(validity.value.years * 12) : undefined;
}

/** Valid since the last pass or assessment, until it expires. */
type Standing = { readonly since: Day; readonly expiresOn: Day };

function onPurpose(certification: Certification, isFree: boolean, expiresOn: Day, round: number): RoadmapStep {
  return isFree ? assessment(certification, expiresOn, round) : retake(certification, expiresOn, round);
}

function nextRenewer(code: string, passes: readonly Passed[], { since, expiresOn }: Standing): Passed | undefined {
  return passes
    .filter(({ certification, on }) => on > since && on <= expiresOn && certification.renews.includes(code))
    .sort((a, b) => a.on.localeCompare(b.on))[0];
}

function byPass(code: string, by: Certification, on: Day, id: string): RoadmapStep {
  return {
    kind: 'renewal',
    id: `renewal:${id.toLowerCase()}`,
    certification: code,
    title: `${code} is renewed by passing ${by.code}`,
    startsOn: on,
    endsOn: on,
    hours: 0,
    costUsd: 0,
    isOptional: false,
    state: 'planned',
    notes: [`Only if ${code} is still valid on that day.`],
  };
}

function assessment({ code }: Certification, expiresOn: Day, round: number): RoadmapStep {
  const on = addMonths(expiresOn, -ASSESSMENT_MONTHS_BEFORE);
  return {
    kind: 'renewal',
    id: `renewal:${code.toLowerCase()}:${round}`,
    certification: code,
    title: `Renew ${code}: free online assessment`,
    startsOn: on,
    endsOn: on,
    hours: ASSESSMENT_HOURS,
    costUsd: 0,
    isOptional: false,
    state: 'planned',
    notes: [`Opens six months before ${expiresOn} and adds a year to that day; after it the full exam is due again.`],
  };
}

function retake(certification: Certification, expiresOn: Day, round: number): RoadmapStep {
  const { code, exam, renewal } = certification;
  const on = addDays(expiresOn, -RETAKE_DAYS_BEFORE);
  return {
    kind: 'renewal',
    id: `renewal:${code.toLowerCase()}:${round}`,
    certification: code,
    title: `Renew ${code} before ${expiresOn}`,
    startsOn: on,
    endsOn: on,
    hours: Math.round(studyHoursFor(certification, undefined) * RETAKE_SHARE),
    costUsd: exam.priceUsd.value ?? 0,
    isOptional: false,
    state: 'planned',
    notes: [renewal.value?.text ?? 'How it is renewed was not found.'],
  };
}

/** Days in the life of the exams on the way: a beta that becomes the standard exam, a last day. */
export function lifeMilestones(links: readonly Link[], today: Day, horizon: Day): readonly RoadmapStep[] {
  return links.flatMap(({ certification, isOptional }) => {
    const { code, status, lifecycle } = certification;
    const milestone = (what: string, title: string, on: string | undefined): RoadmapStep[] => {
      if (on === undefined || on < today || on > horizon) return [];
      const day = on as Day; // a calendar day by the file's schema
      const id = `milestone:${code.toLowerCase()}:${what}`;
      const notes = lifecycle.note ? [lifecycle.note] : [];
      return [
        {
          kind: 'milestone',
          id,
          certification: code,
          title,
          startsOn: day,
          endsOn: day,
          hours: 0,
          costUsd: 0,
          isOptional,
          state: 'planned',
          notes,
        },
      ];
    };
    return [
      ...(status === 'beta' || status === 'announced'
        ? milestone('standard', `${code}: standard exam (reported)`, lifecycle.activeFrom)
        : []),
      ...milestone('last-day', `${code}: last exam day`, lifecycle.retiresOn),
    ];
  });
}
