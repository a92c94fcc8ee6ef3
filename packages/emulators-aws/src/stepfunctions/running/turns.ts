import type { Json } from '../language/json.ts';
import type { StatesError } from '../language/states-error.ts';
import type { Execution, StatesCall, Thread } from '../state.ts';

/** What happens next to a thread. */
export type Turn =
  | { readonly kind: 'enter'; readonly thread: Thread; readonly stateName: string; readonly input: Json }
  /** The state's wait is over, or a retry's: it works (again). */
  | { readonly kind: 'work'; readonly thread: Thread }
  | { readonly kind: 'waited'; readonly thread: Thread }
  /** A task, all branches or all iterations have given their result. */
  | { readonly kind: 'finish'; readonly thread: Thread; readonly result: Json }
  /** The thread has left its last state. */
  | { readonly kind: 'end'; readonly thread: Thread; readonly output: Json }
  | { readonly kind: 'fail'; readonly thread: Thread; readonly error: StatesError };

/** Lets turns happen, and what follows from them, until every thread waits or has ended. */
export type Drive = (call: StatesCall, execution: Execution, turns: readonly Turn[]) => void;
