import { seededRng } from '@cairn/kernel';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { saveBoostedTrees } from '../model/load.ts';
import { boosting, drawSet } from '../testing.ts';
import { exponential } from './exponential.ts';
import { javascriptKernel } from './javascript-kernel.ts';
import { viewsOf } from './kernel.ts';
import { SHARED_WASM_BYTES, WASM_BYTES } from './wasm-bytes.ts';
import { wasmKernel, wasmMemory } from './wasm-kernel.ts';

/** Plain JavaScript outside the sources, which the compiler does not look at. */
const BUILD: string = '../../../kernel/build.mjs';

describe('the compiled kernel', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('is what its source compiles to', async () => {
    const { compileKernel } = await import(BUILD);

    const text: string = await compileKernel();

    const constants = text.split('export const').slice(1);
    const bytes = constants.map((part) => [...part.matchAll(/'([A-Za-z0-9+/=]+)'/g)].map(([, line]) => line).join(''));
    expect(bytes).toEqual([WASM_BYTES, SHARED_WASM_BYTES]);
  });

  it.each([
    ['there is no WebAssembly', undefined],
    [
      'a content policy forbids to compile',
      {
        Memory: class {
          buffer = new ArrayBuffer(2 ** 24);
        },
        Module: class {
          constructor() {
            throw new Error('blocked by CSP');
          }
        },
      },
    ],
  ])('is done without where %s, with the same trees', async (_, host) => {
    const { trained } = await import('../testing.ts');
    const task = { train: drawSet(300, 5, 8), parameters: boosting({ objective: 'binary:logistic', num_round: 3 }) };
    const withHost = saveBoostedTrees(trained(task));
    vi.stubGlobal('WebAssembly', host);

    expect(saveBoostedTrees(trained(task))).toBe(withHost);
  });
});

describe('the loops', () => {
  const ROWS = 1001; // odd: the last row has no partner in SIMD

  /** Runs the same steps over a memory of each kind and compares every byte. */
  function bothMemories(
    fill: (views: ReturnType<typeof viewsOf>) => void,
    run: (kernel: ReturnType<typeof javascriptKernel>) => void,
  ) {
    const memory = wasmMemory(65_536, false);
    const compiled = memory && wasmKernel(memory, false);
    if (!memory || !compiled) throw new Error('this host has no WebAssembly SIMD');
    const views = viewsOf(memory.buffer);
    const plain = viewsOf(new ArrayBuffer(65_536));
    for (const each of [views, plain]) fill(each);
    run(compiled);
    run(javascriptKernel(plain));
    return [views, plain].map(({ u8 }) => Buffer.from(u8).toString('base64'));
  }

  it('round gradients alike, at the ends of the range too', () => {
    const margins = 0;
    const [a, b] = bothMemories(
      ({ f32 }) => {
        const rng = seededRng(4);
        for (let i = 0; i < ROWS; i += 1) {
          f32[i] = i < 8 ? ([-200, -88.8, -30, -1e-30, 0, 30, 95, 300][i] ?? 0) : 8 * rng.normal();
          f32[ROWS + i] = i % 3 === 0 ? 1 : 0;
          f32[2 * ROWS + i] = i % 7;
        }
      },
      (kernel) => kernel.logistic(margins, 4 * ROWS, 8 * ROWS, 16_384, 1, ROWS, 1.5 * 2 ** 14),
    );

    expect(a === b).toBe(true); // a diff of two memories helps nobody
  });

  it.each([1, 2, 3, 17, 255, 256])('find the same of %i bins', (cuts) => {
    const [a, b] = bothMemories(
      ({ f32 }) => {
        const rng = seededRng(cuts);
        for (let i = 0; i < ROWS; i += 1) f32[i] = i % 11 === 0 ? Number.NaN : Math.round(rng.normal() * 50);
        for (let i = 0; i < cuts; i += 1) f32[2048 + i] = i - cuts / 2;
      },
      (kernel) => kernel.encode(0, ROWS, 4 * 2048, cuts, 255, 32_768),
    );

    expect(a === b).toBe(true); // a diff of two memories helps nobody
  });
});

describe('the exponential', () => {
  it('is right to eleven digits', () => {
    for (let x = -109.3; x < 109; x += 0.37) expect(exponential(x) / Math.exp(x)).toBeCloseTo(1, 10);
  });
});
