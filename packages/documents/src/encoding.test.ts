import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decoded, decodedChunks } from './encoding.ts';

const TEXT = 'Café – 5 years of “Python”, €90k';
const utf16 = (text: string, isLittle: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 * at, text.charCodeAt(at), isLittle);
  return new Uint8Array(view.buffer);
};

async function inChunks(bytes: Uint8Array, size: number): Promise<string> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield bytes.subarray(0, 64);
    for (let at = 64; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const parts: string[] = [];
  for await (const part of decodedChunks(chunks())) parts.push(part);
  return parts.join('');
}

describe('text', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(TEXT)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${TEXT}`)],
    ['UTF-16 LE with a mark', utf16(`\uFEFF${TEXT}`, true)],
    ['UTF-16 BE with a mark', utf16(`\uFEFF${TEXT}`, false)],
    ['UTF-16 LE without', utf16(TEXT, true)],
    ['UTF-16 BE without', utf16(TEXT, false)],
  ])('in %s is read', (_, bytes) => {
    expect(decoded(bytes)).toBe(TEXT);
  });

  it('in windows-1252 is read, its quotes and euro included', () => {
    const bytes = Uint8Array.from('Caf\xe9 \x96 5 years of \x93Python\x94, \x8090k', (letter) => letter.charCodeAt(0));

    expect(decoded(bytes)).toBe(TEXT);
    expect(decoded(bytes, 'iso-8859-1')).toBe(TEXT);
  });

  it('in UTF-8 with one broken byte stays UTF-8', () => {
    const bytes = new TextEncoder().encode(TEXT);

    expect(decoded(Uint8Array.of(...bytes, 0xff))).toBe(`${TEXT}\uFFFD`);
  });

  it('is the same wherever chunks end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        async (text, size) => {
          fc.pre(!text.includes('\0') && !text.startsWith('\uFEFF'));

          expect(await inChunks(new TextEncoder().encode(text), size)).toBe(text);
        },
      ),
      { numRuns: 200 },
    );
  });
});
