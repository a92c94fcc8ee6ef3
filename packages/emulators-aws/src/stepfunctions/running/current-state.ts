import { machineAt, type State } from '../language/definition.ts';
import type { Execution, Thread } from '../state.ts';

/** The state that a thread stands in. */
export function stateOf({ revision }: Execution, { place, stateName }: Thread): State {
  const state = machineAt(revision.machine, place).States[stateName];
  if (!state) throw new RangeError(`a checked machine has no state ${stateName}`);
  return state;
}
