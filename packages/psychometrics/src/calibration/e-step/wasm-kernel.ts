import { BLOCK, type CodedPersons, type Kernel } from './kernel.ts';
import { type Arena, type Memory, startProgram } from './wasm-program.ts';

/** Copies what never changes into the memory. */
function placePersons(coded: CodedPersons, memory: Memory, { place }: Arena) {
  const put = (values: Uint16Array | Uint32Array | Float64Array) => {
    const at = place(values.byteLength);
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    new Uint8Array(memory.buffer).set(bytes, at);
    return at;
  };
  return {
    rows: put(coded.rows),
    starts: put(coded.starts),
    weights: put(coded.weights),
    parent: put(coded.parent),
    category: put(coded.category),
    windows: place(2 * coded.persons),
    sums: place(8 * BLOCK),
    exponents: place(4 * BLOCK),
  };
}

/** A fresh set of tables behind the persons; growing the memory moves all views, so they are made anew. */
function placeTables(coded: CodedPersons, memory: Memory, { place }: Arena, q: number) {
  const rows = coded.parent.length;
  const at = {
    scratch: place(8 * q),
    products: place(8 * rows * q),
    counts: place(8 * rows * q),
    curves: place(8 * coded.categoryRows * q),
    categoryCounts: place(8 * coded.categoryRows * q),
  };
  const view = (start: number, length: number) => new Float64Array(memory.buffer, start, length);
  const tables = {
    products: view(at.products, rows * q),
    counts: view(at.counts, rows * q),
    curves: view(at.curves, coded.categoryRows * q),
    categoryCounts: view(at.categoryCounts, coded.categoryRows * q),
  };
  tables.products.fill(1, 0, q);
  tables.curves.fill(1, 0, q);
  return { at, tables };
}

/** The loops of kernel/*.ts over one linear memory; undefined where the host cannot run them. */
export function wasmKernel(coded: CodedPersons): Kernel | undefined {
  const program = startProgram();
  if (program === undefined) return undefined;
  const { memory, run, space } = program;
  const fixed = placePersons(coded, memory, space);
  const mark = space.top();
  const rows = coded.parent.length;
  let q = 0;
  let placed: ReturnType<typeof placeTables> | undefined;
  const now = () => {
    if (placed === undefined) throw new RangeError('tables come before steps');
    return placed;
  };
  const treeArgs = () => [fixed.parent, fixed.category, 1 + coded.priors, rows, q] as const;
  return {
    tables: (nodes) => {
      q = nodes;
      space.resetTo(mark);
      placed = placeTables(coded, memory, space, q);
      const windows = new Uint8Array(memory.buffer, fixed.windows, 2 * coded.persons);
      for (let i = 0; i < windows.length; i += 2) {
        windows[i] = 0;
        windows[i + 1] = q / 4;
      }
      return placed.tables;
    },
    build: () => run.build(now().at.products, now().at.curves, ...treeArgs()),
    fold: () => {
      now().tables.categoryCounts.fill(0);
      run.fold(now().at.counts, now().at.categoryCounts, ...treeArgs());
    },
    eStep: (first, last, clip) => {
      const { at } = now();
      const persons = [fixed.rows, fixed.starts, fixed.weights, fixed.windows, first, last, q];
      run.estep(...persons, at.products, at.counts, at.scratch, clip, coded.run, fixed.sums, fixed.exponents);
    },
    sums: () => new Float64Array(memory.buffer, fixed.sums, BLOCK),
    exponents: () => new Int32Array(memory.buffer, fixed.exponents, BLOCK),
  };
}
