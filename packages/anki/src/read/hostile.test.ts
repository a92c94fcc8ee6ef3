import type { Database } from 'sql.js';
import { describe, expect, it } from 'vitest';
import { AnkiFileFault, readApkg, USUAL_READ_LIMITS, writeApkg } from '../index.ts';
import { addCard, collection, NOW, note, packed, zstdFrame } from '../testing.ts';

const LIMITS = { ...USUAL_READ_LIMITS, fileBytes: 4_000_000, databaseBytes: 1_000_000, entries: 100 };

async function faultOf(bytes: Uint8Array, limits = LIMITS): Promise<string> {
  const error = await readApkg(bytes, limits).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AnkiFileFault);
  const { message } = error as AnkiFileFault; // just checked
  expect(message).toMatch(/^The [^\n]{20,220}\.$/);
  return message;
}

const sound = () => collection((database) => addCard(database, 1, ['Front', 'Back']));
const read = async (fill: (database: Database) => void) =>
  readApkg(packed({ 'collection.anki2': await collection(fill) }), LIMITS);

describe('a file that is no package', () => {
  it.each([
    ['an empty file', new Uint8Array(), /no sound zip/],
    ['a text', Buffer.from('front,back\n'), /no sound zip/],
    ['another zip', packed({ 'word/document.xml': '<x/>' }), /holds no Anki collection/],
    ['a collection that is no database', packed({ 'collection.anki2': 'x'.repeat(5000) }), /is no database/],
    ['an empty collection', packed({ 'collection.anki2': '' }), /is no database/],
    ['a package of a newer Anki', packed({ meta: Uint8Array.of(8, 4), 'collection.anki22': 'x' }), /newer Anki/],
    ['a newest format without zstd', packed({ 'collection.anki21b': 'plain' }), /is damaged/],
    [
      'a file name that leads out of it',
      packed({ '../../etc/passwd': 'x', 'collection.anki2': 'x' }),
      /leads out of it/,
    ],
  ])('is refused in one sentence: %s', async (_, bytes, sentence) => {
    expect(await faultOf(bytes)).toMatch(sentence);
  });

  it('is refused when it is cut off anywhere', async () => {
    const whole = packed({ 'collection.anki2': await sound() });
    for (const part of [0.1, 0.5, 0.9, 0.99]) await faultOf(whole.slice(0, whole.length * part));
  });
});

describe('a package larger than it looks', () => {
  it('stops unpacking at the limit, whatever the zip declares', async () => {
    const bomb = packed({ 'collection.anki2': new Uint8Array(6_000_000) });
    const lying = bomb.slice();
    for (let at = 0; at < lying.length - 4; at += 1) {
      // Both headers say 6,000,000 bytes; now they say 5.
      if (new DataView(lying.buffer, at).getUint32(0, true) === 6_000_000) lying.set([5, 0, 0, 0], at);
    }

    expect(await faultOf(bomb)).toMatch(/unpacks to more than 1 MB/);
    expect(await faultOf(lying)).toMatch(/no sound zip/);
  });

  it('stops unpacking zstd at the limit', async () => {
    const bomb = zstdFrame(new Uint8Array(1_500_000));

    expect(await faultOf(packed({ 'collection.anki21b': bomb }))).toMatch(/unpacks to more than 1 MB/);
  });

  it('takes no memory for a zstd window of gigabytes, in the second frame either', async () => {
    const huge = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xa8, 1, 0, 0);
    const second = Buffer.concat([zstdFrame(new Uint8Array(10)), huge]);

    expect(await faultOf(packed({ 'collection.anki21b': huge }))).toMatch(/is damaged/);
    expect(await faultOf(packed({ 'collection.anki21b': second }))).toMatch(/is damaged/);
  });

  it('is refused for its size and its number of files before it is unpacked', async () => {
    const files = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [String(index), 'x']));

    expect(await faultOf(new Uint8Array(4_000_001))).toMatch(/larger than 4 MB/);
    expect(await faultOf(packed({ ...files, 'collection.anki2': 'x' }))).toMatch(/more than 100 files/);
  });

  it('is refused for more notes, cards or reviews than a limit', async () => {
    const database = await collection((open) => {
      for (let id = 1; id <= 20; id += 1) {
        addCard(open, id, ['a', 'b']);
        open.run('insert into revlog values (?, ?, 0, 3, 1, 1, 2500, 1000, 1)', [id, id]);
      }
    });
    for (const key of ['notes', 'cards', 'reviews'] as const) {
      expect(await faultOf(packed({ 'collection.anki2': database }), { ...LIMITS, [key]: 19 })).toMatch(
        /more than 19 rows/,
      );
    }
  });
});

describe('a database with a will of its own', () => {
  const ENDLESS = 'with recursive n(i) as (select 1 union all select i + 1 from n) select i as id from n';

  it.each([
    [
      'a view in the place of a table',
      `drop table notes; create view notes as ${ENDLESS}`,
      /lacks a table named notes/,
    ],
    [
      'a virtual table',
      'drop table notes; create virtual table notes using fts4(id, guid, mid, tags, flds)',
      /lacks a table named notes/,
    ],
    [
      'a computed column',
      'alter table notes drop column flds; alter table notes add column flds text as (hex(zeroblob(500000000))) virtual',
      /lacks a column flds/,
    ],
    ['a table that is missing', 'drop table revlog', /lacks a table named revlog/],
    ['a column that is missing', 'alter table cards drop column data', /lacks a column data/],
    ['settings that are no JSON', "update col set models = '{'", /its note types cannot be read/],
    ['a date that is none', "update col set crt = 'now'", /its date of creation cannot be read/],
    ['no collection row', 'delete from col', /its date of creation cannot be read/],
  ])('is refused: %s', async (_, sql, sentence) => {
    const database = await collection((open) => open.run(sql));

    expect(await faultOf(packed({ 'collection.anki2': database }))).toMatch(sentence);
  });

  it('has its triggers, its odd names and its foreign tables left alone', async () => {
    const { notes } = await read((database) => {
      addCard(database, 1, ["'; drop table notes; --", 'Back']);
      database.run(`create table "x'; drop table notes; --" (a);
        create trigger t after update on notes begin delete from cards; end;
        create view "cards;" as ${ENDLESS}`);
    });

    expect(notes).toMatchObject([{ front: "'; drop table notes; --", back: 'Back' }]);
  });

  it('is refused when its pages are overwritten', async () => {
    const bytes = await sound();
    for (let page = 1; page < bytes.length / 4096; page += 1) bytes.fill(0xff, page * 4096, page * 4096 + 64);

    expect(await faultOf(packed({ 'collection.anki2': bytes }))).toMatch(/damaged/);
  });

  it('is opened even if it was packed while in use', async () => {
    const bytes = await sound();
    bytes.set([2, 2], 18);

    expect((await readApkg(packed({ 'collection.anki2': bytes }), LIMITS)).notes).toHaveLength(1);
  });
});

describe('rows that are not what they should be', () => {
  it('are left out one by one, and counted', async () => {
    const { notes, loss } = await read((database) => {
      for (const id of [1, 2, 3, 4, 5, 6]) addCard(database, id, ['Front', 'Back']);
      database.run("update notes set flds = cast(x'46ff6f1f42' as text) where id = 1");
      database.run('update notes set flds = ? where id = 2', ['x'.repeat(200_000)]);
      database.run('update notes set mid = 99 where id = 3');
      database.run('delete from notes where id = 4');
      database.run('update notes set flds = ? where id = 5', [`${'long '.repeat(1000)}\u001fBack`]);
      database.run('update cards set ord = 7, flags = 3 where id = 6');
      database.run('insert into revlog values (5, 1, 0, 9, 1, 1, 2500, 1000, 1), (6, 77, 0, 3, 1, 1, 2500, 1000, 1)');
    });

    expect(notes.map(({ front }) => front)).toEqual(['F\ufffdo']);
    expect(Object.fromEntries(loss.map(({ what, count }) => [what, count]))).toEqual({
      'broken-text': 1,
      'long-note': 1,
      'unknown-note-type': 2,
      'lost-note': 1,
      'long-card': 1,
      review: 2,
    });
  });

  it('may hold any type of value', async () => {
    const { notes } = await read((database) => {
      addCard(database, 1, ['Front', 'Back']);
      database.run("update cards set due = 'soon', ivl = 1e300, type = 2, queue = x'00', data = x'ff', factor = 'x'");
      database.run("update notes set tags = 5, guid = x'00'");
    });

    expect(notes).toMatchObject([{ front: 'Front', tags: ['5'], memory: { phase: 'review' } }]);
  });
});

describe('a deck to be written', () => {
  it('has no two notes with one id', async () => {
    await expect(writeApkg({ name: 'x', notes: [note({ id: 'a' }), note({ id: 'a' })] }, NOW)).rejects.toThrow(
      RangeError,
    );
  });

  it('keeps the fields apart, whatever signs are in a text', async () => {
    const given = note({ id: 'a', front: 'one\u001ftwo\u0000', back: 'three', tags: ['a b', '\u001f'] });
    const { notes } = await readApkg(await writeApkg({ name: 'x::\n', notes: [given] }, NOW));

    expect(notes).toMatchObject([{ ourId: 'a', front: 'onetwo', back: 'three', tags: ['a-b', '-'], deck: 'x::Cairn' }]);
  });
});
