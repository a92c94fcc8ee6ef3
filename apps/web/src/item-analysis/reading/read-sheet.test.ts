import { NOT_PRESENTED } from '@cairn/psychometrics';
import { describe, expect, it } from 'vitest';
import { sampleFile } from '../sample.ts';
import { scoresOf } from './answer-sheet.ts';
import { DelimitedReader, type DelimitedRow } from './delimited.ts';
import { readSheet } from './read-sheet.ts';

const read = (text: string) => readSheet(new Blob([text]), () => undefined);
const rowsOf = async (text: string) => {
  const { sheet } = await read(text);
  const width = sheet.items.length;
  return Array.from({ length: sheet.persons }, (_, i) => [...sheet.cells.slice(i * width, (i + 1) * width)]);
};
const refusalOf = (text: string) =>
  read(text).then(
    () => 'read',
    (error: Error) => error.message,
  );

describe('a file of answers', () => {
  it('is read with any separator, line end, quotes and byte order mark', async () => {
    const files = [
      'person,q1,q2\np1,1,0\np2,,2\n',
      '\uFEFFperson;q1;q2\r\np1;1;0\r\np2;NA;2',
      'person\tq1\tq2\np1\t1\t0\n\np2\t.\t2\n',
      '"person","q1","q2"\n"p ""1"",\nof two lines",1,0\np2, ,2\n',
    ];

    for (const file of files) {
      expect(await rowsOf(file)).toEqual([
        [1, 0],
        [NOT_PRESENTED, 2],
      ]);
    }
  });

  it('is the same however it is cut on its way', () => {
    const text = 'person,q1\n"a\n""b""",1\nc,0\n';
    const rows = (cuts: readonly string[]) => {
      const found: DelimitedRow[] = [];
      const reader = new DelimitedReader((row) => found.push(row));
      for (const cut of cuts) reader.push(cut);
      reader.end();
      return found;
    };

    expect(rows([...text])).toEqual(rows([text]));
    expect(rows([text]).at(-1)).toEqual({ line: 4, cells: ['c', '0'] });
  });

  it('scores options by their key, whatever their case, and keeps scores where the key is empty', async () => {
    const { sheet } = await read('person,q1,q2\nkey,B,\np1,b,2\np2,C,0\np3,,1\n');

    expect([...scoresOf(sheet)]).toEqual([1, 2, 0, 0, NOT_PRESENTED, 1]);
    expect(sheet.items[0]?.keyed?.options).toEqual(['B', 'C']);
  });

  it('holds groups only if there are two', async () => {
    const two = await read('person,group,q1,q2\np1,day,1,0\np2,evening,1,1\n');
    const one = await read('person,group,q1,q2\np1,day,1,0\np2,day,1,1\n');

    expect(two.sheet.groups).toEqual(['day', 'evening']);
    expect([...(two.sheet.groupOf ?? [])]).toEqual([0, 1]);
    expect(one.sheet.groups).toEqual([]);
  });

  it('goes on past cells and lines that are wrong, and says where they are', async () => {
    const { sheet, faults, raggedLines } = await read('person,q1,q2\np1,1,x7\np2,1\np3,0.5,1\np1,0,1\n');

    expect(sheet.persons).toBe(3);
    expect(raggedLines).toBe(1);
    expect(faults).toEqual([
      { line: 2, column: 'q2', message: expect.stringContaining('“x7” is no score') },
      { line: 3, message: 'has 2 cells, the first line has 3; it was left out' },
      { line: 4, column: 'q1', message: expect.stringContaining('“0.5”') },
      { line: 5, message: 'the person “p1” stands on an earlier line too; both lines count' },
    ]);
  });

  it('keeps a few faults and counts all of them', async () => {
    const { faults, faultCount } = await read(`q1,q2\n${'no,1\n'.repeat(500)}`);

    expect(faultCount).toBe(500);
    expect(faults.length).toBeLessThan(20);
  });

  it.each([
    ['nothing', '', /empty.*first line/],
    ['a header alone', 'person,q1,q2\n', /nobody to analyse/],
    ['one question', 'person,q1\np1,1\n', /one question; at least 2/],
    ['ids that occur twice', 'person,q1,q2,q1,q2\np1,1,1,1,1\n', /“q1” and “q2” more than once/],
    ['a column without a name', 'person,q1,,q3\np1,1,0,1\n', /Column 3 has no name/],
    ['letters without a key', 'person,q1,q2\np1,A,B\n', /Line 2 holds the letter “A” for “q1”.*no key/],
    ['words without a key', 'person,q1,q2\np1,yes,no\n', /line 2 has “yes” for “q1”.*“key”/],
    ['no header', '1,0,1,1\n0,1,1,0\n', /holds numbers, not names/],
    ['a quotation mark that stays open', 'person,q1,q2\np1,"1,0\n', /From line 2 on.*not closed/],
    [
      'a time stamp taken for a group',
      `group,q1,q2\n${Array.from({ length: 30 }, (_, i) => `t${i},1,0\n`).join('')}`,
      /group number 21/,
    ],
  ])('that holds %s is refused in one sentence', async (_, text, sentence) => {
    expect(await refusalOf(text)).toMatch(sentence);
  });
});

describe('the sample', () => {
  it('is the same file every time, with a key, two groups and 600 persons', async () => {
    const { sheet, faultCount } = await read(sampleFile());

    expect(sampleFile()).toBe(sampleFile());
    expect(faultCount).toBe(0);
    expect({ persons: sheet.persons, items: sheet.items.length, groups: sheet.groups }).toEqual({
      persons: 600,
      items: 24,
      groups: ['day', 'evening'],
    });
    expect(sheet.items.every(({ keyed }) => keyed !== undefined && keyed.options.length >= 3)).toBe(true);
  });
});
