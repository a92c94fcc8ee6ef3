import { seededRng } from '@cairn/kernel';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawItems, drawResponses } from '../testing.ts';
import { WASM_BYTES } from './wasm-bytes.ts';

/** Plain JavaScript outside the sources, which the compiler does not look at. */
const BUILD: string = '../../../kernel/build.mjs';

const ANSWERS = drawResponses(drawItems(20, seededRng(61)), 300, 62);

describe('the compiled kernel', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it('is what its source compiles to', async () => {
    const { compileKernel } = await import(BUILD);

    const text: string = await compileKernel();

    expect([...text.matchAll(/'([A-Za-z0-9+/=]+)'/g)].map((match) => match[1]).join('')).toBe(WASM_BYTES);
  });

  it.each([
    ['there is no WebAssembly', undefined],
    [
      'a content policy forbids to compile',
      {
        Module: class {
          constructor() {
            throw new Error('blocked by CSP');
          }
        },
      },
    ],
  ])('is done without where %s, with the same numbers', async (_, host) => {
    const compiled = await import('../calibrate.ts');
    const withHost = compiled.calibrate(ANSWERS, { model: '2pl' });
    vi.resetModules();
    vi.stubGlobal('WebAssembly', host);
    const fresh = await import('../calibrate.ts');

    const without = fresh.calibrate(ANSWERS, { model: '2pl' });

    expect(without).toMatchObject({ outcome: 'calibrated' });
    expect(JSON.stringify(without)).toBe(JSON.stringify(withHost));
  });
});
