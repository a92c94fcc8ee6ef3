import { describe, expect, it } from 'vitest';
import { begun, type Entry, ended, printed } from './entries.ts';

const one = begun([], 1, 'aws sts get-caller-identity');

describe('what a command line shows', () => {
  it('joins text of one stream, and keeps the two streams in their order', () => {
    const pieces = [
      { kind: 'stdout', text: 'a' },
      { kind: 'stdout', text: 'b' },
      { kind: 'stderr', text: 'c' },
      { kind: 'stdout', text: 'd' },
    ] as const;

    const entries = pieces.reduce<readonly Entry[]>((shown, piece) => printed(shown, 1, piece), one);

    expect(entries[0]?.printed.map(({ text }) => text)).toEqual(['ab', 'c', 'd']);
  });

  it('says once that the rest of a long answer is not shown', () => {
    const long = { kind: 'stdout', text: 'x'.repeat(70_000) } as const;

    const entries = printed(printed(one, 1, long), 1, long);

    const text = entries[0]?.printed[0]?.text ?? '';
    expect(text.match(/not shown/g)).toHaveLength(1);
    expect(text.length).toBeLessThan(61_000);
  });

  it('ends the command that ended, and no other', () => {
    const two = begun(one, 2, 'ls');

    const entries = ended(two, 1, 254);

    expect(entries.map(({ exitCode }) => exitCode)).toEqual([254, undefined]);
  });

  it('forgets the oldest of very many', () => {
    let entries: readonly Entry[] = [];
    for (let number = 0; number < 150; number++) entries = begun(entries, number, 'ls');

    expect(entries).toHaveLength(100);
    expect(entries.at(-1)?.number).toBe(149);
  });
});
