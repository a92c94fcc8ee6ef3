import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { responseReader } from './response-reader.ts';
import { NOT_PRESENTED } from './responses.ts';

const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(unescape(encodeURIComponent(text)), (c) => c.charCodeAt(0));

function read(text: string, chunkLength = 7) {
  const reader = responseReader();
  const bytes = bytesOf(text);
  for (let at = 0; at < bytes.length; at += chunkLength) reader.feed(bytes.subarray(at, at + chunkLength));
  return reader.end();
}

const NA = NOT_PRESENTED;

describe('reading a CSV of responses', () => {
  it('packs scores, and takes empty and NA as not presented', () => {
    const { itemIds, responses, faults } = read('a,b,c\n1,0,1\n,NA,2\n12,1,\n');

    expect(itemIds).toEqual(['a', 'b', 'c']);
    expect([...responses.scores]).toEqual([1, 0, 1, NA, NA, 2, 12, 1, NA]);
    expect(responses.persons).toBe(3);
    expect(faults).toEqual([]);
  });

  it('knows columns of persons, groups and weights', () => {
    const { itemIds, responses, groups } = read('id,a,group,b,freq\nx1,1,men,0,2.5\nx2,0,women,1,1\nx3,1,men,1,3\n');

    expect(itemIds).toEqual(['a', 'b']);
    expect([...responses.scores]).toEqual([1, 0, 0, 1, 1, 1]);
    expect([...(responses.weights ?? [])]).toEqual([2.5, 1, 3]);
    expect(groups?.names).toEqual(['men', 'women']);
    expect([...(groups?.ofPerson ?? [])]).toEqual([0, 1, 0]);
  });

  it.each([
    ['a byte order mark and CRLF', '\ufeffa,b\r\n1,0\r\n0,1\r\n'],
    ['quotes', '"a","b"\n"1","0"\n0,"1"\n'],
    ['semicolons', 'a;b\n1;0\n0;1\n'],
    ['tabs and no end of line', 'a\tb\n1\t0\n0\t1'],
    ['empty lines', 'a,b\n\n1,0\n\r\n0,1\n\n'],
  ])('reads %s', (_, text) => {
    const { itemIds, responses, faults } = read(text);

    expect(itemIds).toEqual(['a', 'b']);
    expect([...responses.scores]).toEqual([1, 0, 0, 1]);
    expect(faults).toEqual([]);
  });

  it('reads ids with separators, quotes, line ends and letters of any script', () => {
    const { itemIds, responses } = read('"a,1","say ""b""","two\nlines",Größe\n1,0,1,0\n');

    expect(itemIds).toEqual(['a,1', 'say "b"', 'two\nlines', 'Größe']);
    expect([...responses.scores]).toEqual([1, 0, 1, 0]);
  });

  it('says line and column of every cell that is no score, and goes on', () => {
    const { responses, faults, faultCount } = read('a,b\n1,x\n0,1\n1.5,-1\n255,1\n');

    expect(faults.map(({ line, column }) => [line, column])).toEqual([
      [2, 2],
      [4, 1],
      [4, 2],
      [5, 1],
    ]);
    expect(faults[0]?.message).toContain('"x" is no score for item "b"');
    expect(faultCount).toBe(4);
    expect([...responses.scores]).toEqual([1, NA, 0, 1, NA, NA, NA, 1]);
  });

  it('leaves out rows of another length and says so', () => {
    const { responses, faults } = read('a,b,c\n1,0,1\n1,0\n1,0,1,1\n0,0,0\n');

    expect(faults.map(({ line, column }) => [line, column])).toEqual([
      [3, 3],
      [4, 4],
    ]);
    expect([...responses.scores]).toEqual([1, 0, 1, 0, 0, 0]);
  });

  it('names an item id that stands there twice, and a column without one', () => {
    const { faults } = read('a,b,a,\n1,0,1,1\n');

    expect(faults.map(({ line, column }) => [line, column])).toEqual([
      [1, 3],
      [1, 4],
    ]);
    expect(faults[0]?.message).toContain('already stands in column 1');
  });

  it.each([[''], ['\n\n'], ['person\nx\n']])('asks for items in a file without any: %j', (text) => {
    expect(read(text).faults[0]?.message).toContain('names no item');
  });

  it('refuses a weight that is negative or no number', () => {
    expect(read('a,weight\n1,-1\n0,x\n1,\n').faults.map(({ line }) => line)).toEqual([2, 3, 4]);
  });

  it('keeps some faults and counts all', () => {
    const { faults, faultCount } = read(`a\n${'x\n'.repeat(1000)}`);

    expect(faults.length).toBe(100);
    expect(faultCount).toBe(1000);
  });

  it('does not depend on where the bytes are cut', () => {
    const cell = fc.constantFrom('0', '1', '', 'NA', '7', '200', '"1"', '""');
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });

    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 40 }), fc.constantFrom('\n', '\r\n'), (rows, chunk, end) => {
        const text = ['a,b,c', ...rows.map((row) => row.join(','))].join(end);

        expect(read(text, chunk)).toEqual(read(text, 10_000));
      }),
    );
  });

  it('grows with the file, and the same with a hint of its length', () => {
    const text = `a,b\n${'1,0\n0,1\n'.repeat(3000)}`;
    const hinted = responseReader({ expectedBytes: text.length });
    hinted.feed(bytesOf(text));

    const table = hinted.end();

    expect(table.responses.persons).toBe(6000);
    expect(table).toEqual(read(text));
  });
});
