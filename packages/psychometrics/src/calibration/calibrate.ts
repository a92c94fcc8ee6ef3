import { vectorSum } from '../numbers/vectors.ts';
import type { Responses } from '../responses/responses.ts';
import type { Calibration } from './calibration.ts';
import type { CodingPlan, EStepAnswer, EStepRequest, EStepShare } from './e-step/share.ts';
import { eStepShare } from './e-step/share.ts';
import { addTallies, type Groups, type Tallies } from './e-step/tallies.ts';
import { type Fit, fitted } from './fit.ts';
import { fitPlan } from './fit-plan.ts';
import type { CalibrationOptions } from './options.ts';
import { reported } from './report.ts';

function checkResponses({ persons, items, scores, weights }: Responses): void {
  if (scores.length !== persons * items) {
    throw new RangeError(`${scores.length} scores for ${persons} persons and ${items} items`);
  }
  if (weights && (weights.length !== persons || weights.some((weight) => !(weight >= 0 && weight < Infinity)))) {
    throw new RangeError(`weights are ${persons} numbers from 0, one a person`);
  }
}

/** Latent groups 0 … count − 1 of the persons, checked. */
function groupsOf({ persons }: Responses, { groups }: CalibrationOptions): Groups {
  if (groups === undefined) return { count: 1 };
  const ofPerson = Array.from(groups);
  const wrong = ofPerson.findIndex((group) => !(Number.isInteger(group) && group >= 0));
  if (ofPerson.length !== persons || wrong >= 0) {
    throw new RangeError(`groups are ${persons} whole numbers from 0, one a person`);
  }
  const count = ofPerson.reduce((most, group) => Math.max(most, group), 0) + 1;
  if (count > Math.max(1, persons)) {
    throw new RangeError(`a group ${count - 1} among ${persons} persons; number the groups 0, 1, … without gaps`);
  }
  return { count, ofPerson };
}

function finish(steps: Generator<EStepRequest, Fit, EStepAnswer>, share: EStepShare): Fit {
  let turn = steps.next();
  while (!turn.done) turn = steps.next(share.step(turn.value));
  return turn.value;
}

/**
 * Item parameters by marginal maximum likelihood, or with priors by marginal maximum a posteriori.
 *
 * EM over a grid of abilities, with parameter expansion and Anderson mixing. The same input gives bit-identical results.
 *
 * @param responses see `Responses`; persons without any answer are left out
 * @returns         estimates, or the reasons why there are none
 * @throws          RangeError for options that do not fit together or do not fit the responses, and for more items and
 *                  categories than one table holds (some 65,000 together)
 * @see             Bock & Aitkin (1981), Psychometrika 46(4), 443–459; Liu, Rubin & Wu (1998), Biometrika 85(4), 755–770
 */
export function calibrate(responses: Responses, options: CalibrationOptions): Calibration {
  checkResponses(responses);
  const share = eStepShare(responses, groupsOf(responses, options), options.kernel);
  const plan = fitPlan(share.tallies, options);
  if (!('problem' in plan)) return { outcome: 'impossible', problems: plan };
  share.prepare(plan.coding);
  return reported(finish(fitted(plan, options), share), plan);
}

/** Some of the persons, wherever they are: in a worker, on another machine. An `EStepShare` at the other end answers. */
export type CalibrationPart = {
  readonly tallies: () => Promise<Tallies>;
  readonly prepare: (plan: CodingPlan) => Promise<void>;
  readonly step: (request: EStepRequest) => Promise<EStepAnswer>;
};

const addAnswers = (a: EStepAnswer, b: EStepAnswer): EStepAnswer => ({
  counts: vectorSum(a.counts, b.counts),
  masses: vectorSum(a.masses, b.masses),
  logLikelihood: a.logLikelihood + b.logLikelihood,
});

/**
 * The same as `calibrate` for persons that are spread over parts: parameters go out, counts come back. Equal to it up to
 * the rounding of sums; parts are added up in their order, so that the same parts give bit-identical results.
 *
 * @param parts   at least one; groups and weights are the parts' own, all with the same number of groups
 * @param options `groups` and `kernel` mean nothing here
 */
export async function calibrateInParts(
  parts: readonly CalibrationPart[],
  options: CalibrationOptions,
): Promise<Calibration> {
  if (parts.length === 0) throw new RangeError('there is no part to calibrate; give at least one');
  const tallies = await Promise.all(parts.map((part) => part.tallies()));
  const plan = fitPlan(tallies.reduce(addTallies), options);
  if (!('problem' in plan)) return { outcome: 'impossible', problems: plan };
  await Promise.all(parts.map((part) => part.prepare(plan.coding)));
  const steps = fitted(plan, options);
  let turn = steps.next();
  while (!turn.done) {
    const { value: request } = turn;
    const answers = await Promise.all(parts.map((part) => part.step(request)));
    turn = steps.next(answers.reduce(addAnswers));
  }
  return reported(turn.value, plan);
}
