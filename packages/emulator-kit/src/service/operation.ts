import type { Need } from '../tenant/principal.ts';
import type { Call } from './call.ts';

/**
 * How far an operation can be trusted to behave as the cloud's does.
 *
 * `real`: what the documentation says, within the sandbox's size. `simplified`: the main path is real, `differs` says
 * what is not. `shape-only`: accepted and remembered, without an effect.
 */
export type Fidelity = 'real' | 'simplified' | 'shape-only';

/**
 * One operation of an emulated service: what it may be trusted with, whom it asks for permission, and what it does.
 *
 * `State` is the service's data in one account and region; `Input` and `Output` are the SDK's own types.
 */
export interface Operation<State, Input, Output> {
  readonly fidelity: Fidelity;
  /** One sentence for learners; required in spirit unless `fidelity` is `real`. */
  readonly differs?: string;
  /**
   * What the caller needs permission for, before `handle` runs. Left out: `<prefix>:<Operation>` on `*`.
   * An empty list: no permission is needed (sts:GetCallerIdentity), or `handle` asks by itself.
   */
  readonly needs?: (input: Input, call: Call<State>) => Need | readonly Need[];
  readonly handle: (input: Input, call: Call<State>) => Output | Promise<Output>;
}

/** An operation of any input and output, as registries hold it. */
// biome-ignore lint/suspicious/noExplicitAny: the registry is heterogeneous; inputs are checked against the model
export type AnyOperation<State> = Operation<State, any, any>;

/** Ties an operation's types together; the identity at run time. */
export function operation<State, Input, Output>(
  definition: Operation<State, Input, Output>,
): Operation<State, Input, Output> {
  return definition;
}
