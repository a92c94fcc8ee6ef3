import type { Day } from '@cairn/kernel';
import type { Catalog } from '../catalog.ts';
import type { Certification } from '../schema/certification-file.ts';
import type { Profile } from '../schema/profile.ts';
import type { Role } from '../schema/role-file.ts';
import { CRITERIA, type CriterionId } from '../vocabulary.ts';
import { type Gate, gatesOf } from './gates.ts';
import { CERTIFICATION_VALUES, type Prepared, prepare, ROLE_VALUES, type Setting } from './values.ts';

export type Weights = Readonly<Partial<Record<CriterionId, number>>>;

export type Contribution = {
  readonly criterion: CriterionId;
  /** Share of all weight, in [0, 1]. */
  readonly weight: number;
  /** Place on the criterion's fixed scale, in [0, 1]. */
  readonly value: number;
  readonly points: number;
};

export type Scored<Option> = {
  readonly option: Option;
  /** Sum of the points, in [0, 1]. */
  readonly score: number;
  readonly contributions: readonly Contribution[];
  readonly gates: readonly Gate[];
};

export type Ranking = {
  readonly setting: Setting;
  readonly roles: readonly Scored<Role>[];
  /** Open exams first, best first; then the gated ones. */
  readonly certifications: readonly Scored<Certification>[];
};

/** Whether the person gave what the criterion is about. */
export function isAtStake(id: CriterionId, { targetCertification, postings }: Profile): boolean {
  if (id === 'asked-for') return targetCertification !== undefined;
  if (id === 'postings') return postings !== undefined && postings.postings > 0;
  return true;
}

/**
 * Weights that sum to 1: the person's own, else the catalog's. Swing weights only mean something relative to one
 * another, so all zero is read as all equal. What the person did not give (an exam asked for, postings) has no weight.
 */
export function shareOfWeights(catalog: Catalog, profile: Profile, about: 'role' | 'certification'): Weights {
  const entries = catalog.advisor.criteria
    .filter(({ id, appliesTo }) => appliesTo.includes(about) && isAtStake(id, profile))
    .map(({ id, swing }) => [id, profile.weights?.[id] ?? swing] as const);
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  const share = (weight: number) => (total === 0 ? 1 / entries.length : weight / total);
  return Object.fromEntries(entries.map(([id, weight]) => [id, share(weight)]));
}

function score<Option>(
  option: Option,
  weights: Weights,
  place: (criterion: CriterionId) => number,
  gates: readonly Gate[],
): Scored<Option> {
  const contributions: Contribution[] = [];
  let sum = 0;
  for (const criterion of CRITERIA) {
    const weight = weights[criterion];
    if (weight === undefined) continue;
    const value = place(criterion);
    contributions.push({ criterion, weight, value, points: weight * value });
    sum += weight * value;
  }
  return { option, score: sum, contributions, gates };
}

/** Best first; equal scores fall back on the name, so that the order is the same everywhere. */
function byScore<Option>(nameOf: (option: Option) => string) {
  return (a: Scored<Option>, b: Scored<Option>) =>
    Number(a.gates.length > 0) - Number(b.gates.length > 0) ||
    b.score - a.score ||
    (nameOf(a.option) < nameOf(b.option) ? -1 : 1);
}

export function rank(
  catalog: Catalog,
  profile: Profile,
  today: Day,
  prepared: Prepared = prepare(catalog, profile),
): Ranking {
  const blank: Setting = { catalog, profile, today, role: undefined, prepared };
  const roleWeights = shareOfWeights(catalog, profile, 'role');
  const roles = catalog.roles
    .map((role) => score(role, roleWeights, (criterion) => ROLE_VALUES[criterion]?.(role, blank) ?? 0, []))
    .sort(byScore(({ id }) => id));
  const stated = catalog.roles.find(({ id }) => id === profile.role);
  const setting: Setting = { ...blank, role: stated ?? roles[0]?.option };
  const weights = shareOfWeights(catalog, profile, 'certification');
  const certifications = catalog.certifications
    .map((one) =>
      score(
        one,
        weights,
        (criterion) => CERTIFICATION_VALUES[criterion](one, setting),
        gatesOf(catalog, one, profile, today),
      ),
    )
    .sort(byScore(({ code }) => code));
  return { setting, roles, certifications };
}

/** The exams that may be recommended, best first. */
export function openOnes(ranking: Ranking): readonly Scored<Certification>[] {
  return ranking.certifications.filter(({ gates }) => gates.length === 0);
}
