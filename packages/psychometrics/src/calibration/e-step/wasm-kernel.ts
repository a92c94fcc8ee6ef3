import { BLOCK, type CodedPersons, type Kernel } from './kernel.ts';
import { WASM_BYTES } from './wasm-bytes.ts';

/** The part of the WebAssembly interface used here; the ECMAScript library types do not hold it. */
type Memory = { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
type Host = {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (limits: { initial: number }) => Memory;
  readonly Instance: new (module: object, imports: { env: { memory: Memory } }) => { readonly exports: Exports };
};
type Exports = {
  readonly build: (...args: number[]) => void;
  readonly fold: (...args: number[]) => void;
  readonly estep: (...args: number[]) => void;
};

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PAGE = 65_536;

function decoded(base64: string): Uint8Array {
  const text = base64.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const char of text) {
    bits = ((bits << 6) | ALPHABET.indexOf(char)) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at] = bits >> held;
    at += 1;
  }
  return bytes;
}

/** The compiled module; undefined where WebAssembly or its SIMD is missing, or a content policy forbids it. */
function compiled(): { readonly host: Host; readonly module: object } | undefined {
  const host = (globalThis as { WebAssembly?: Host }).WebAssembly; // typed above: the library types lack it
  if (host === undefined) return undefined;
  try {
    return { host, module: new host.Module(decoded(WASM_BYTES)) };
  } catch {
    return undefined; // the JavaScript kernel gives the same numbers, later
  }
}

let program: ReturnType<typeof compiled> | 'untried' = 'untried';

/** Hands out places in a linear memory, each on a cache line of its own. */
function arena(memory: Memory) {
  let top = 64;
  const place = (bytes: number) => {
    const at = top;
    top = (top + bytes + 63) & ~63;
    const missing = Math.ceil(top / PAGE) - memory.buffer.byteLength / PAGE;
    if (missing > 0) memory.grow(missing);
    return at;
  };
  const resetTo = (mark: number) => {
    top = mark;
  };
  return { place, top: () => top, resetTo };
}

type Arena = ReturnType<typeof arena>;

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

/** The loops of kernel/e-step.ts over one linear memory; undefined where the host cannot run them. */
export function wasmKernel(coded: CodedPersons): Kernel | undefined {
  if (program === 'untried') program = compiled();
  if (program === undefined) return undefined;
  const memory = new program.host.Memory({ initial: 1 });
  const { exports: run } = new program.host.Instance(program.module, { env: { memory } });
  const space = arena(memory);
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
