import type { Kernel } from './kernel.ts';
import { SHARED_WASM_BYTES, WASM_BYTES } from './wasm-bytes.ts';

/** A linear memory of the kernel; a shared one can be sent to other threads. */
export type WasmMemory = { readonly buffer: ArrayBufferLike };
/** The part of the WebAssembly interface used here; the ECMAScript library types do not hold it. */
type Host = {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (limits: { initial: number; maximum?: number; shared?: boolean }) => WasmMemory;
  readonly Instance: new (module: object, imports: { env: { memory: WasmMemory } }) => { readonly exports: Kernel };
};

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PAGE = 65_536;
/** As the shared module is compiled. */
const MAXIMUM_PAGES = 65_536;

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

// Typed above: the library types lack it.
const host = (): Host | undefined => (globalThis as { WebAssembly?: Host }).WebAssembly;

/** A memory of so many bytes; undefined where the host has none, or none that threads share. */
export function wasmMemory(bytes: number, isShared: boolean): WasmMemory | undefined {
  const wasm = host();
  if (wasm === undefined) return undefined;
  const initial = Math.ceil(bytes / PAGE);
  try {
    return new wasm.Memory(isShared ? { initial, maximum: MAXIMUM_PAGES, shared: true } : { initial });
  } catch {
    return undefined; // the JavaScript kernel gives the same numbers, later
  }
}

/** The compiled loops over a memory; undefined where SIMD is missing or a content policy forbids to compile. */
export function wasmKernel(memory: WasmMemory, isShared: boolean): Kernel | undefined {
  const wasm = host();
  if (wasm === undefined) return undefined;
  try {
    const module = new wasm.Module(decoded(isShared ? SHARED_WASM_BYTES : WASM_BYTES));
    return new wasm.Instance(module, { env: { memory } }).exports;
  } catch {
    return undefined;
  }
}
