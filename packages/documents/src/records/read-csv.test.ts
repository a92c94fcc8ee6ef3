import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentSource } from '../document.ts';
import { USUAL_LIMITS } from '../limits.ts';
import { readDocument } from '../read-document.ts';
import { fileOf, outcomeOf } from '../testing.ts';
import { type CsvRow, CsvRows } from './csv-rows.ts';

describe('CSV', () => {
  it('gives a text a row: quoted fields, a mark before the header, any line ending', async () => {
    const csv =
      '\uFEFFJob Title,Location,Job Description\r\n"ML ""Ops"" Engineer","Austin, TX","We use\r\nPython"\nAnalyst,,SQL\r\n';

    expect((await outcomeOf(fileOf('jobs.csv', csv, 5))).texts).toEqual([
      { id: 'jobs.csv#1', format: 'csv', title: 'ML "Ops" Engineer', location: 'Austin, TX', text: 'We use\r\nPython' },
      { id: 'jobs.csv#2', format: 'csv', title: 'Analyst', text: 'SQL' },
    ]);
  });

  it.each([
    ['semicolons', 'title;description\nA;one, two, three\nB;four, five\n'],
    ['tabs', 'title\tdescription\nA\tone, two, three\nB\tfour; five\n'],
    ['bars', 'title|description\nA|one, two, three\nB|four, five\n'],
  ])('finds %s between its fields', async (_, csv) => {
    const { texts } = await outcomeOf(fileOf('jobs.csv', csv));

    expect(texts.map(({ title }) => title)).toEqual(['A', 'B']);
    expect(texts[0]?.text).toBe('one, two, three');
  });

  it('takes the one long column when no name is known', async () => {
    const rows = ['1', '2'].map((id) => `${id},x,"${`Posting ${id}. `.repeat(30)}"`);

    const { texts } = await outcomeOf(fileOf('a.csv', `nr,kind,anzeige\n${rows.join('\n')}`));

    expect(texts.map(({ text }) => text.slice(0, 10))).toEqual(['Posting 1.', 'Posting 2.']);
  });

  it('without a text is refused with the names of its columns', async () => {
    const { refused } = await outcomeOf(fileOf('pay.csv', 'year,amount\n2024,100\n2025,110\n'));

    expect(refused).toBe(
      '“pay.csv” has no column with a text: none of its columns (year, amount) holds postings; name the one that does “description”.',
    );
  });

  it('names its columns on one line, and without what a terminal would obey', async () => {
    const { refused } = await outcomeOf(fileOf('a.csv', '"\u001b[2Jred\nblue",b\n1,2\n3,4\n'));

    expect(refused).toBe(
      '“a.csv” has no column with a text: none of its columns ([2Jred blue, b) holds postings; name the one that does “description”.',
    );
  });

  it('with a million columns in its header reads a short row as fast as another', async () => {
    const csv = `description${','.repeat(1_000_000)}\n${'We use Python\n'.repeat(300)}`;

    expect((await outcomeOf(fileOf('a.csv', csv))).texts).toHaveLength(300);
  });

  it('with a quote that is never closed gives what is before it', async () => {
    const csv = `title,description\nA,one\nB,"two${' more'.repeat(1000)}`;

    const { texts, notes } = await outcomeOf(fileOf('a.csv', csv), { ...USUAL_LIMITS, recordCharacters: 1000 });

    expect(texts.map(({ text }) => text)).toEqual(['one']);
    expect(notes[0]).toMatch(/row 3 does not end; close the quote/);
  });

  it('of 100,000 rows streams with flat memory, and stops there', async () => {
    const cell = 'We use Python, SQL, Spark and AWS every day of the week. '.repeat(18);
    const block = Array.from({ length: 1000 }, (_, row) => `Job ${row},"${cell}"\n`).join('');
    const bytes = new TextEncoder().encode(block);
    let pulled = 0;
    const source: DocumentSource = {
      name: 'large.csv',
      size: 101 * bytes.length,
      async *stream() {
        yield new TextEncoder().encode('title,description\n');
        for (; pulled < 101; pulled += 1) yield bytes;
      },
    };

    const before = process.memoryUsage().rss;
    let [texts, notes, ahead, peak] = [0, '', 0, 0];
    for await (const part of readDocument(source)) {
      if (part.kind === 'text') texts += 1;
      if (part.kind === 'note') notes = part.sentence;
      ahead = Math.max(ahead, pulled - texts / 1000);
      if (texts % 1000 === 0) peak = Math.max(peak, process.memoryUsage().rss - before);
    }

    expect(texts).toBe(100_000);
    expect(notes).toMatch(/more than 100,000 texts; the rest was left out/);
    expect(ahead).toBeLessThan(2); // blocks of 1,000 rows that were read and not yet given
    expect(peak).toBeLessThan(1.5 * source.size); // bytes and text of the whole would be twice its size
  });
});

describe('rows of CSV', () => {
  const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

  it('come back as they were written, wherever the chunks end', () => {
    const rows = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 30 }),
        (written, ending, step) => {
          const csv = written.map((row) => row.map(quote).join(',')).join(ending);
          const reader = new CsvRows(',', 1_000_000);

          const read: CsvRow[] = [];
          for (let at = 0; at < csv.length; at += step) read.push(...reader.push(csv.slice(at, at + step)));
          read.push(...reader.end());

          expect(read).toEqual(written);
        },
      ),
    );
  });

  it('take a stray quote as it stands', () => {
    const reader = new CsvRows(',', 1000);

    expect([...reader.push('"He said "hi" there",b\na"b,c\n'), ...reader.end()]).toEqual([
      ['He said "hi" there', 'b'],
      ['a"b', 'c'],
    ]);
  });
});
