import { javascriptKernel } from './kernel/javascript-kernel.ts';
import { type Kernel, type Views, viewsOf } from './kernel/kernel.ts';
import { type WasmMemory, wasmKernel, wasmMemory } from './kernel/wasm-kernel.ts';
import type { BoostingParameters, Objective } from './parameters/boosting-parameters.ts';
import type { Plan, SetPlan } from './plan.ts';
import type { Team } from './team.ts';
import type { TrainingSet } from './training-set.ts';

/** Which loops to use; `automatic` is WebAssembly where the host has it with SIMD and allows it. */
export type KernelChoice = 'automatic' | 'javascript';

/** What one thread of a training works with. */
export type Workbench = {
  readonly plan: Plan;
  readonly parameters: BoostingParameters;
  readonly kernel: Kernel;
  readonly views: Views;
  readonly team: Team;
};

/** Where this thread's row numbers lie, and its place to part them. */
export function ownRows({ plan, team }: Workbench): { readonly rows: number; readonly spare: number } {
  const offset = team.index * plan.rowBytes;
  return { rows: plan.rows + offset, spare: plan.spare + offset };
}

/** A memory and the loops over it. A shared memory can be sent to another thread, which joins it. */
export type Machine = {
  readonly memory: WasmMemory;
  readonly kind: 'wasm' | 'javascript';
  readonly kernel: Kernel;
  readonly views: Views;
};

function javascriptMachine(memory: WasmMemory): Machine {
  const views = viewsOf(memory.buffer);
  return { memory, kind: 'javascript', kernel: javascriptKernel(views), views };
}

export function startMachine(bytes: number, isShared: boolean, choice: KernelChoice): Machine {
  const memory = choice === 'automatic' ? wasmMemory(bytes, isShared) : undefined;
  const kernel = memory && wasmKernel(memory, isShared);
  if (memory && kernel) return { memory, kind: 'wasm', kernel, views: viewsOf(memory.buffer) };
  return javascriptMachine({ buffer: isShared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes) });
}

/** In another thread of the team, over the memory that it was sent. */
export function joinMachine({ memory, kind }: Pick<Machine, 'memory' | 'kind'>): Machine {
  const kernel = kind === 'wasm' ? wasmKernel(memory, true) : undefined;
  if (kernel === undefined) return javascriptMachine(memory);
  return { memory, kind, kernel, views: viewsOf(memory.buffer) };
}

function putSet({ f32 }: Views, plan: SetPlan, set: TrainingSet): void {
  for (const [j, column] of set.table.columns.entries()) f32.set(column, plan.columns / 4 + j * plan.rows);
  f32.set(set.labels, plan.labels / 4);
  if (set.weights === undefined) f32.fill(1, plan.weights / 4, plan.weights / 4 + plan.rows);
  else f32.set(set.weights, plan.weights / 4);
}

/** XGBoost's objectives that know scale_pos_weight. */
const SCALED: readonly Objective[] = ['binary:logistic', 'reg:squarederror'];

function putGradientWeights({ f32 }: Views, { train, gradientWeights }: Plan, parameters: BoostingParameters): void {
  const scale = SCALED.includes(parameters.objective) ? parameters.scale_pos_weight : 1;
  for (let i = 0; i < train.rows; i += 1) {
    const weight = f32[train.weights / 4 + i] as number; // i < rows
    f32[gradientWeights / 4 + i] = f32[train.labels / 4 + i] === 1 ? weight * scale : weight;
  }
}

/** Copies the data, rounded to single precision as XGBoost does, into the memory. */
export function putData(
  views: Views,
  plan: Plan,
  parameters: BoostingParameters,
  train: TrainingSet,
  validation: TrainingSet | undefined,
): void {
  putSet(views, plan.train, train);
  putGradientWeights(views, plan, parameters);
  if (validation !== undefined) putSet(views, plan.validation, validation);
}
