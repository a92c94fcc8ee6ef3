import { type Day, daysBetween } from '@cairn/kernel';
import type { Catalog } from '../catalog.ts';
import { todayEquivalents } from '../find.ts';
import type { Certification } from '../schema/certification-file.ts';
import type { Profile } from '../schema/profile.ts';
import type { Role } from '../schema/role-file.ts';
import type { CriterionId } from '../vocabulary.ts';
import { DEAREST_USD, priceToday, weeksToReady } from './effort.ts';
import { type PostingsFit, postingsFits } from './postings.ts';

/** What a value may depend on: the catalog's tables, the person, the day and the role aimed at. Never another option. */
export type Setting = {
  readonly catalog: Catalog;
  readonly profile: Profile;
  readonly today: Day;
  /** The role that certifications are judged by; undefined when the catalog has none. */
  readonly role: Role | undefined;
  readonly prepared: Prepared;
};

/** An unanswered question says nothing for or against an option. */
const NEUTRAL = 0.5;

/** Ends of the fixed scales; the same numbers are in words in `advisor.yaml`. */
const SCALE = {
  weeksBest: 2,
  weeksWorst: 40,
  yearsTooFew: 3,
  yearsTooMany: 8,
  demandFewRows: 50,
  demandManyRows: 10_000,
} as const;

const clamp = (value: number) => Math.min(1, Math.max(0, value));

type Expecting = Pick<Certification, 'experienceYears' | 'mathematics' | 'programming'>;

function levelFit({ experienceYears: [low, high] }: Expecting, { experienceYears: has }: Profile): number {
  if (has === undefined) return NEUTRAL;
  if (has < low) return clamp(1 - (low - has) / SCALE.yearsTooFew);
  return clamp(1 - Math.max(0, has - high) / SCALE.yearsTooMany);
}

/** A shortfall of three levels is worst; having more than needed costs a little, as the exam then shows less of it. */
function depthFit(expected: number, has: number | undefined): number {
  if (has === undefined) return NEUTRAL;
  return clamp(has < expected ? 1 - (expected - has) / 3 : 1 - 0.12 * (has - expected));
}

function enjoymentFit(appeals: readonly string[] | undefined, { enjoys = [] }: Profile): number {
  if (enjoys.length === 0 || !appeals) return NEUTRAL;
  const shared = enjoys.filter((one) => appeals.includes(one)).length;
  return clamp(shared / Math.min(enjoys.length, 3));
}

export type Cloud = 'aws' | 'azure';

/** The cloud that speaks for an exam, and what said so: a platform wanted decides, the other two are hints. */
export type Leaning = { readonly cloud: Cloud; readonly from: 'target' | 'asked-for' | 'current' };

export function cloudOf({ vendor }: Pick<Certification, 'vendor'>): Cloud {
  return vendor === 'microsoft' ? 'azure' : vendor;
}

export function leaningOf({ targetPlatform, currentCloud }: Profile, { askedCloud }: Prepared): Leaning | undefined {
  if (targetPlatform === 'aws' || targetPlatform === 'azure') return { cloud: targetPlatform, from: 'target' };
  if (askedCloud !== undefined) return { cloud: askedCloud, from: 'asked-for' };
  if (currentCloud === 'aws' || currentCloud === 'azure') return { cloud: currentCloud, from: 'current' };
  return undefined;
}

function platformFit(certification: Certification, { profile, prepared }: Setting): number {
  const leaning = leaningOf(profile, prepared);
  if (!leaning) return NEUTRAL;
  const isThere = leaning.cloud === cloudOf(certification);
  if (leaning.from === 'target') return Number(isThere);
  return isThere ? 0.8 : 0.4;
}

function timeToReady(certification: Certification, { profile, today }: Setting): number {
  const weeks = weeksToReady(certification, profile);
  if (profile.wantedBy !== undefined && weeks * 7 > Math.max(0, daysBetween(today, profile.wantedBy as Day))) return 0;
  return clamp((SCALE.weeksWorst - weeks) / (SCALE.weeksWorst - SCALE.weeksBest));
}

function cost(certification: Certification): number {
  const price = priceToday(certification);
  return price === undefined ? NEUTRAL : clamp(1 - price / DEAREST_USD);
}

function durability({ validity, renewal, status }: Certification): number {
  if (status === 'retiring') return 0.25;
  if (validity.value === null) return NEUTRAL;
  if (validity.value.kind === 'no-expiry') return 1;
  const renewsFree = renewal.value?.how === 'free-assessment';
  return clamp(Math.max(validity.value.years / 4, renewsFree ? 0.6 : 0));
}

function roleDemand(catalog: Catalog, role: string): number {
  const rows = catalog.advisor.demand.rowsByRole[role] ?? 0;
  if (rows <= SCALE.demandFewRows) return 0;
  return clamp(Math.log(rows / SCALE.demandFewRows) / Math.log(SCALE.demandManyRows / SCALE.demandFewRows));
}

/** What does not change while one answer is varied: worked out once, used for every ranking. */
export type Prepared = {
  readonly demandByCode: ReadonlyMap<string, number>;
  /** The exam asked for, and what takes its place today. */
  readonly askedFor: ReadonlySet<string>;
  readonly askedCloud: Cloud | undefined;
  /** By code; empty when no postings were read. */
  readonly postings: ReadonlyMap<string, PostingsFit>;
};

/** The demand for an exam is that for the roles it speaks to, damped by how much it says about each. */
export function prepare(catalog: Catalog, { targetCertification, postings }: Profile): Prepared {
  const demandByCode = new Map<string, number>();
  for (const { id, certifications } of catalog.roles) {
    const demand = roleDemand(catalog, id);
    for (const { code, fit } of certifications) {
      demandByCode.set(code, Math.max(demandByCode.get(code) ?? 0, fit * demand));
    }
  }
  const asked = targetCertification === undefined ? [] : todayEquivalents(catalog, targetCertification);
  const askedFor = new Set([targetCertification ?? '', ...asked.map(({ code }) => code)]);
  const wanted = catalog.certifications.find(({ code }) => code === targetCertification);
  const fits = postingsFits(catalog.certifications, postings);
  return { demandByCode, askedFor, askedCloud: wanted && cloudOf(wanted), postings: fits };
}

function backgroundFit(table: Readonly<Record<string, number>> | undefined, { background }: Profile): number {
  return background === undefined ? NEUTRAL : (table?.[background] ?? NEUTRAL);
}

export const CERTIFICATION_VALUES: Readonly<Record<CriterionId, (option: Certification, setting: Setting) => number>> =
  {
    'role-fit': ({ code }, { role }) => role?.certifications.find((one) => one.code === code)?.fit ?? 0,
    'platform-fit': platformFit,
    'background-fit': ({ code }, { catalog, profile }) =>
      backgroundFit(catalog.advisor.backgroundFit.certifications[code], profile),
    'level-fit': (option, { profile }) => levelFit(option, profile),
    'mathematics-fit': ({ mathematics }, { profile }) => depthFit(mathematics, profile.mathematics),
    'programming-fit': ({ programming }, { profile }) => depthFit(programming, profile.programming),
    'enjoyment-fit': ({ code }, { catalog, profile }) =>
      enjoymentFit(catalog.advisor.appeals.certifications[code], profile),
    'time-to-ready': timeToReady,
    cost,
    durability,
    demand: ({ code }, { prepared }) => prepared.demandByCode.get(code) ?? 0,
    'asked-for': ({ code }, { prepared }) => Number(prepared.askedFor.has(code)),
    postings: ({ code }, { prepared }) => prepared.postings.get(code)?.value ?? NEUTRAL,
  };

function statedRole(role: Role, { profile }: Setting): number {
  if (profile.role === undefined) return NEUTRAL;
  if (profile.role === role.id) return 1;
  return role.neighbours.includes(profile.role) ? 0.4 : 0;
}

/** The criteria that say something about a role. */
export const ROLE_VALUES: Readonly<Partial<Record<CriterionId, (option: Role, setting: Setting) => number>>> = {
  'role-fit': statedRole,
  'background-fit': ({ id }, { catalog, profile }) => backgroundFit(catalog.advisor.backgroundFit.roles[id], profile),
  'level-fit': (option, { profile }) => levelFit(option, profile),
  'mathematics-fit': ({ mathematics }, { profile }) => depthFit(mathematics, profile.mathematics),
  'programming-fit': ({ programming }, { profile }) => depthFit(programming, profile.programming),
  'enjoyment-fit': ({ id }, { catalog, profile }) => enjoymentFit(catalog.advisor.appeals.roles[id], profile),
  demand: ({ id }, { catalog }) => roleDemand(catalog, id),
};
