import { WASM_BYTES } from './wasm-bytes.ts';

/** The part of the WebAssembly interface used here; the ECMAScript library types do not hold it. */
export type Memory = { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
type Host = {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (limits: { initial: number }) => Memory;
  readonly Instance: new (module: object, imports: { env: { memory: Memory } }) => { readonly exports: Exports };
};
type Exports = {
  readonly encode: (...args: number[]) => void;
  readonly tally: (...args: number[]) => void;
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

export type Arena = ReturnType<typeof arena>;

/** The kernel over a memory of its own; undefined where the host cannot run it. */
export function startProgram(): { readonly memory: Memory; readonly run: Exports; readonly space: Arena } | undefined {
  if (program === 'untried') program = compiled();
  if (program === undefined) return undefined;
  const memory = new program.host.Memory({ initial: 1 });
  const { exports: run } = new program.host.Instance(program.module, { env: { memory } });
  return { memory, run, space: arena(memory) };
}
