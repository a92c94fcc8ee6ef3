import { type Boosted, type BoostOptions, boost } from './boosting/boost.ts';
import type { BoostingParameters } from './parameters/boosting-parameters.ts';
import type { Plan } from './plan.ts';
import { teamOfThreads } from './team.ts';
import { type BoostingTask, planOf } from './train.ts';
import { joinMachine, type Machine, putData, startMachine } from './workbench.ts';

/** What a thread must know to join a training; it can be sent to one. */
export type Membership = {
  readonly plan: Plan;
  readonly parameters: BoostingParameters;
  readonly machine: Pick<Machine, 'memory' | 'kind'>;
  readonly index: number;
  readonly isTrainWatched: boolean;
  /** Whether the first thread is to tell of each round. */
  readonly isReported: boolean;
};

/** The data of a task in shared memory, and what each thread of a team needs to train on it. */
export function membershipsOf(task: BoostingTask, workers: number, isReported: boolean): Membership[] {
  const plan = planOf(task, workers);
  const { memory, kind, views } = startMachine(plan.bytes, true, 'automatic');
  const { parameters, train, validation, isTrainWatched = false } = task;
  putData(views, plan, parameters, train, validation);
  const common = { plan, parameters, machine: { memory, kind }, isTrainWatched, isReported };
  return Array.from({ length: workers }, (_, index) => ({ ...common, index }));
}

/**
 * Trains as one thread of a team, all of which must be running: they wait for one another. All get the same trees; only
 * the first is told of rounds.
 */
export function trainAsMember(member: Membership, onRound: BoostOptions['onRound']): Boosted {
  const { plan, parameters, machine, index, isTrainWatched } = member;
  const { kernel, views } = joinMachine(machine);
  const team = teamOfThreads(views.i32.subarray(plan.control / 4, plan.control / 4 + 4), index, plan.workers);
  return boost({ plan, parameters, kernel, views, team }, { isTrainWatched, ...(onRound ? { onRound } : {}) });
}
