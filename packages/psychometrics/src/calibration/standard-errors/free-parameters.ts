import { type FitItem, type FitProblem, latentOffset } from '../fit-problem.ts';

/** Which numbers of the parameter vector are estimated, and which of them are one and the same. */
export type FreeParameters = {
  /** One entry a number of the vector: its place among the free parameters, or −1. Shared slopes have one place. */
  readonly placeOf: Int32Array;
  readonly count: number;
};

const isSlopeShared = (problem: FitProblem, r: number): boolean => r === 0 && problem.slopes === 'shared';
const isSlopeHeld = (problem: FitProblem, r: number): boolean => r === 0 && problem.slopes === 'held';

/** What of group g's mean and ln sd is estimated: nothing of a group without answers. An expanded fit's reference is 0 and 1 by convention, not by estimate. */
function latentFreedom(problem: FitProblem, group: number): readonly [boolean, boolean] {
  if (problem.groupWeights[group] === 0) return [false, false];
  if (group > 0) return [true, true];
  if (problem.isExpanded) return [false, false];
  return [problem.reference.isMeanFree, problem.reference.isSdFree];
}

export const freeItems = (problem: FitProblem): FitItem[] => problem.items.filter(({ role }) => role === 'free');

/** Hands out places; all that ask as `shared` get one. */
class Places {
  count = 0;
  private shared = -1;

  next(isShared: boolean): number {
    if (isShared && this.shared >= 0) return this.shared;
    const place = this.count;
    this.count += 1;
    if (isShared) this.shared = place;
    return place;
  }
}

export function freeParameters(problem: FitProblem): FreeParameters {
  const placeOf = new Int32Array(problem.length).fill(-1);
  const places = new Places();
  for (const { offset, model } of freeItems(problem)) {
    model.parameterNames.forEach((_, r) => {
      if (!isSlopeHeld(problem, r)) placeOf[offset + r] = places.next(isSlopeShared(problem, r));
    });
  }
  for (let group = 0; group < problem.groups; group += 1) {
    latentFreedom(problem, group).forEach((isFree, r) => {
      if (isFree) placeOf[latentOffset(problem, group) + r] = places.next(false);
    });
  }
  return { placeOf, count: places.count };
}
