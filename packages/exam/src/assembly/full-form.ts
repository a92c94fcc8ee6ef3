import type { Rng } from '@cairn/kernel';
import type { ExamProfile } from '../profile.ts';
import { allocate, type Need } from './allocation.ts';
import { type Candidate, countBy, isComposite } from './candidate.ts';
import { chooseCells, meanRating } from './choose.ts';
import { availableOf, type KindRange, kindRangesOf } from './kind-range.ts';
import type { Quota } from './quota.ts';

/** Draws of composites before the bank counts as short. Banks hold few composites, so most draws are tried. */
const DRAWS = 40;

function drawComposites(candidates: readonly Candidate[], ranges: readonly KindRange[], rng: Rng): Candidate[] {
  return ranges.flatMap(({ kind, min, max }) => {
    const members = rng.shuffle(candidates.filter((one) => isComposite(one) && one.kind === kind));
    return members.slice(0, min + rng.below(Math.min(max, members.length) - min + 1));
  });
}

function needAfter(composites: readonly Candidate[], quotas: readonly Quota[], kinds: readonly KindRange[]): Need {
  const given = countBy(composites.flatMap(({ domains }) => domains));
  return {
    byDomain: new Map(
      quotas.map(({ domain, questions }) => [domain.number, questions - (given.get(domain.number) ?? 0)]),
    ),
    kinds,
    placedByTask: countBy(composites.flatMap(({ tasks }) => tasks)),
  };
}

/** The items of one full form, or undefined if no choice keeps every quota and range. */
export function chooseFullForm(
  candidates: readonly Candidate[],
  quotas: readonly Quota[],
  profile: ExamProfile,
  rng: Rng,
): Candidate[] | undefined {
  const ranges = kindRangesOf(profile);
  if (ranges.some(({ kind, min }) => availableOf(candidates, kind) < min)) return undefined;
  const simple = candidates.filter((one) => !isComposite(one));
  const isCompositeKind = ({ kind }: KindRange) => candidates.some((one) => one.kind === kind && isComposite(one));
  const simpleRanges = ranges.filter((range) => !isCompositeKind(range));
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const composites = drawComposites(candidates, ranges.filter(isCompositeKind), rng);
    const need = needAfter(composites, quotas, simpleRanges);
    if ([...need.byDomain.values()].some((count) => count < 0)) continue;
    const cells = allocate(simple, need, rng);
    if (cells !== undefined) return [...composites, ...chooseCells(cells, simple, meanRating(candidates), rng)];
  }
  return undefined;
}
