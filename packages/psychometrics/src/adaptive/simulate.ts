import { type Rng, seededRng } from '@cairn/kernel';
import { type CalibratedItem, categoryCurve } from '../items/calibrated-item.ts';
import type { AdaptiveAnswer, Known, StopReason } from './adaptive-test.ts';
import { knownAfter } from './known.ts';
import { decide } from './next-step.ts';
import type { PreparedTest } from './prepare.ts';
import { progressOf } from './progress.ts';

/** One simulated sitting. */
export type Sitting = {
  readonly ability: number;
  readonly answers: readonly AdaptiveAnswer[];
  readonly known: Known;
  readonly reason: StopReason;
};

/** The category that a person of this ability reaches when `chance`, uniform in [0, 1), decides. */
export function simulatedScore(ability: number, item: CalibratedItem, chance: number): number {
  const { probabilities } = categoryCurve(ability, item);
  let below = 0;
  const score = probabilities.findIndex((p) => {
    below += p;
    return chance < below;
  });
  return score < 0 ? probabilities.length - 1 : score;
}

/** A person of known ability takes the test to its end. */
export function simulateSitting(test: PreparedTest, ability: number, seed: number | string): Sitting {
  const rng = seededRng(`${seed}:answers`);
  const answers: AdaptiveAnswer[] = [];
  for (;;) {
    const progress = progressOf(test, { seed, answers });
    const decision = decide(test, progress, seed);
    if (decision.kind === 'stop')
      return { ability, answers, known: knownAfter(test, progress), reason: decision.reason };
    const item = test.definition.items[decision.choice.index];
    if (item === undefined) throw new RangeError(`no item ${decision.choice.index}`);
    answers.push({ itemId: item.id, score: simulatedScore(ability, item.calibration, rng.next()) });
  }
}

/** A bank of 2PL items: ln a ~ N(0, 0.25²), b ~ N(0, 1), the bank on which the peers were measured. */
export function simulatedBank(size: number, rng: Rng): CalibratedItem[] {
  return Array.from({ length: size }, () => ({
    kind: 'dichotomous',
    a: Math.exp(0.25 * rng.normal()),
    b: rng.normal(),
    c: 0,
  }));
}
