import { describe, expect, it } from 'vitest';
import type { FromProgram } from '../messages.ts';
import { boundedPrinter, MOST_LETTERS, MOST_LINES, programConsole } from './console.ts';

function listening() {
  const posted: FromProgram[] = [];
  const text = () => posted.map((message) => (message.kind === 'printed' ? message.text : '')).join('');
  const program = programConsole(boundedPrinter((message) => posted.push(message)));
  return { posted, text, program };
}

describe('the console of a program', () => {
  it('prints values as they would be written, nested, circular and beyond JSON', () => {
    const { program, text } = listening();
    const ring: Record<string, unknown> = { name: 'ring' };
    ring.self = ring;

    program.log('one', 2, [3n, undefined, null], new Map([['key', new Set([true])]]));
    program.log({ at: new Date(0), bytes: Uint8Array.of(1, 2), 'a-b': "it's", run() {} });
    program.log(ring, new TypeError('no', { cause: 'why' }));

    expect(text()).toBe(
      [
        "one 2 [ 3n, undefined, null ] Map { 'key' => Set { true } }",
        '{',
        '  at: 1970-01-01T00:00:00.000Z,',
        '  bytes: Uint8Array(2) [ 1, 2 ],',
        "  'a-b': \"it's\",",
        '  run: [Function run]',
        '}',
        "{ name: 'ring', self: [Circular] } TypeError: no",
        "  caused by 'why'",
        '',
      ].join('\n'),
    );
  });

  it('survives a getter that throws', () => {
    const { program, text } = listening();

    program.log({
      get broken(): never {
        throw new Error('not now');
      },
    });

    expect(text()).toBe('{ broken: Error: not now }\n');
  });

  it('lays out rows as a table, and prints what has none as it is', () => {
    const { program, text } = listening();

    program.table([{ name: 'a', size: 10 }, { name: 'bb' }]);
    program.table('no rows');

    expect(text()).toBe('(index)  name  size\n-------  ----  ----\n0        a     10\n1        bb\nno rows\n');
  });

  it.each([
    ['lines', 'x', MOST_LINES],
    ['letters', 'x'.repeat(50_000), MOST_LETTERS / 50_000],
  ])('stops at too many %s, and says so once', (_, line, most) => {
    const { program, posted, text } = listening();

    for (let count = 0; count < most * 2; count += 1) program.log(line);

    expect(posted.length).toBeLessThanOrEqual(most + 1);
    expect(text().length).toBeLessThan(MOST_LETTERS + 200);
    expect(text().match(/the rest is not shown/g)).toHaveLength(1);
  });
});
