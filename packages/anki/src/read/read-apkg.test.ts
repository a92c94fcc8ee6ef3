import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Database } from 'sql.js';
import { describe, expect, it } from 'vitest';
import { readApkg, writeApkg } from '../index.ts';
import { withDatabase } from '../sqlite.ts';
import { addCard, collection, DAY, NOW, note, packed, zstdFrame } from '../testing.ts';

describe('a package that Anki 2.1.15 exported', () => {
  const read = async () => readApkg(await readFile(new URL('../../frozen/anki-2.1.15.apkg', import.meta.url)));

  it('gives a card for every template and every gap', async () => {
    const { notes } = await read();

    expect(notes.map(({ front, back, ordinal }) => [front, back, ordinal])).toEqual([
      ['Capital of **France**?', 'Paris\n*on the Seine*', 0],
      ['Rome', 'Italy', 0],
      ['Italy', 'Rome', 1],
      ['Capital of Spain?', 'Madrid', 0],
      ['Which country?', 'Norway', 0],
      ['[a city] lies in Portugal, on the […].', '**Lisbon** lies in Portugal, on the **Tagus**.\n`LIS`', 0],
      ['Lisbon lies in […], on the Tagus.', 'Lisbon lies in **Portugal**, on the Tagus.\n`LIS`', 1],
      ['Area of a circle: `\\pi r^2`?', 'yes more', 0],
      ['Still learned', 'yes', 0],
      ['Put aside', 'yes', 0],
    ]);
    expect(new Set(notes.map(({ deck }) => deck))).toEqual(new Set(['Geography::Europe']));
    expect(notes[0]?.tags).toEqual(['capital', 'europe::west']);
    expect(notes.some((each) => 'ourId' in each)).toBe(false);
  });

  it('reads the schedule and the ratings of the first scheduler, which had no "hard" while learning', async () => {
    const { notes } = await read();
    const [answered] = notes;

    expect(answered?.reviews.map(({ rating }) => rating)).toEqual(['good', 'good']);
    expect(answered?.memory).toMatchObject({ phase: 'review', intervalDays: 1, easeFactor: 2.5, reps: 2, lapses: 0 });
    const { dueAt = 0, lastReviewAt = 0 } = answered?.memory ?? {};
    expect(dueAt - lastReviewAt).toBeGreaterThan(0);
    expect(dueAt - lastReviewAt).toBeLessThanOrEqual(DAY);
    expect(notes.find(({ front }) => front === 'Still learned')?.memory).toMatchObject({ phase: 'learning', reps: 1 });
    expect(notes.find(({ front }) => front === 'Rome')?.memory).toBeUndefined();
  });

  it('tells everything that did not come along', async () => {
    const { loss } = await read();

    expect(loss.map(({ what, count }) => [what, count])).toEqual([
      ['media', 1],
      ['media-files', 1],
      ['formula', 1],
      ['formatting', 1],
      ['link', 1],
      ['typed-answer', 1],
      ['empty-card', 1],
      ['suspended', 1],
    ]);
    expect(loss.every(({ sentence }) => /^[A-Z].*\.$/.test(sentence))).toBe(true);
  });
});

const varint = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varint(value >> 7)]);
const field = (number: number, text: string) => [
  ...varint(number * 8 + 2),
  ...varint(Buffer.byteLength(text)),
  ...Buffer.from(text),
];

/** The tables of schema 18, as Anki has made them since 2.1.28. */
function upgrade(database: Database): void {
  database.run(`
    create table notetypes (id integer primary key, name text not null, mtime_secs integer, usn integer, config blob);
    create table fields (ntid integer, ord integer, name text, config blob, primary key (ntid, ord)) without rowid;
    create table templates (ntid integer, ord integer, name text, mtime_secs integer, usn integer, config blob,
      primary key (ntid, ord)) without rowid;
    drop table if exists decks;
    create table decks (id integer primary key, name text, mtime_secs integer, usn integer, common blob, kind blob);
    update col set models = '', decks = '', conf = '', ver = 18;
    insert into decks values (1, 'A' || char(31) || 'B', 0, 0, x'', x'');
    insert into fields values (1, 1, 'Extra', x''), (1, 0, 'Text', x'');`);
  const config = Uint8Array.from([8, 1, ...field(3, '.card {}')]);
  const template = Uint8Array.from([
    ...field(1, '{{cloze:Text}}'),
    40,
    7,
    ...field(2, `{{cloze:Text}}${' '.repeat(200)}<br>{{Extra}}`),
  ]);
  database.run('insert into notetypes values (1, ?, 0, 0, ?)', ['Cloze', config]);
  database.run('insert into templates values (1, 0, ?, 0, 0, ?)', ['Cloze', template]);
}

describe('a package of the newest format', () => {
  const newest = async () => {
    const database = await collection((open) => {
      addCard(open, 7, ['{{c1::Paris}} lies in France', 'more']);
      upgrade(open);
    });
    const old = await collection((open) => addCard(open, 1, ['Please update to the latest Anki version.', 'x']));
    return packed({
      meta: Uint8Array.of(8, 3),
      'collection.anki21b': zstdFrame(database),
      'collection.anki2': old,
      '0': 'picture',
      media: zstdFrame(Uint8Array.of(1)),
    });
  };

  it('is read from its own collection, not from the one for older versions', async () => {
    const { notes, loss } = await readApkg(await newest());

    expect(notes).toMatchObject([
      { front: '[…] lies in France', back: '**Paris** lies in France\nmore', deck: 'A::B', guid: 'guid7' },
    ]);
    expect(loss.map(({ what }) => what)).toEqual(['media-files']);
  });
});

describe('a card of ours that comes back', () => {
  it('has its id, and its sides without the source', async () => {
    const source = { title: 'Docs & more', url: 'https://example.org/?a=1&b=2' };
    const { notes, loss } = await readApkg(
      await writeApkg({ name: 'Cairn', notes: [note({ id: 'x/<1>', source })] }, NOW),
    );

    expect(notes).toMatchObject([{ ourId: 'x/<1>', front: 'Front', back: 'Back' }]);
    expect(notes[0]?.fields).toEqual(['Front', 'Back', 'x/<1>', 'Docs & more']);
    expect(loss).toEqual([]);
  });

  it('has none if it is a copy that somebody made in Anki', async () => {
    const written = await readApkg(await writeApkg({ name: 'Cairn', notes: [note({ id: 'x/1' })] }, NOW));
    const copy = await collection((database) => {
      const models = {
        1: { type: 0, flds: ['Front', 'Back', 'Cairn id', 'Source'].map((name, ord) => ({ name, ord })), tmpls: [] },
      };
      database.run('update col set models = ?', [JSON.stringify(models)]);
      addCard(database, 5, ['Front', 'Back', 'x/1', '']);
    });

    const { notes } = await readApkg(packed({ 'collection.anki2': copy }));

    expect(written.notes[0]?.ourId).toBe('x/1');
    expect(notes[0]).toMatchObject({ front: 'Front', back: 'Back' });
    expect(notes[0]).not.toHaveProperty('ourId');
  });
});

describe('what Anki keeps of a card', () => {
  const read = async (columns: string) => {
    const database = await collection((open) => {
      addCard(open, 1, ['Front', 'Back']);
      open.run(`update cards set ${columns}`);
    });
    return readApkg(packed({ 'collection.anki2': database }));
  };

  it('is its memory by FSRS', async () => {
    const { notes } = await read(
      `type = 2, queue = 2, due = 10, ivl = 20, factor = 2500, data = '{"s":21.5,"d":4.2,"lrt":1790000500}'`,
    );

    expect(notes[0]?.memory).toEqual({
      stability: 21.5,
      difficulty: 4.2,
      intervalDays: 20,
      easeFactor: 2.5,
      lastReviewAt: 1_790_000_500_000,
      dueAt: 1_790_000_000_000 + 10 * DAY,
      reps: 0,
      lapses: 0,
      phase: 'review',
    });
  });

  it('is read beneath a filtered deck, and without what other programs put there', async () => {
    const { notes } = await read(
      `type = 2, queue = 2, due = -99, odue = 10, did = 9, odid = 1, ivl = 3, data = '{"s":"x","d":-1}'`,
    );

    expect(notes[0]).toMatchObject({
      deck: 'Default',
      memory: { dueAt: 1_790_000_000_000 + 10 * DAY, intervalDays: 3 },
    });
    expect(notes[0]?.memory?.stability).toBeUndefined();
  });

  it('is relearning for a card of the first scheduler that waits among those being learned', async () => {
    const { notes } = await read('type = 2, queue = 1, due = 1790000600, odue = 4, ivl = 3');

    expect(notes[0]?.memory).toMatchObject({ phase: 'relearning', dueAt: 1_790_000_600_000 });
  });
});

it('a second card of a note of ours, and of a note that is there twice, is no other card', async () => {
  const added = await collection((database) => {
    addCard(database, 1, ['Front', 'Back']);
    addCard(database, 2, ['Front', 'Back']);
    database.run("update notes set guid = 'guid1' where id = 2");
  });
  const [ours] = (await readApkg(await writeApkg({ name: 'Ours', notes: [note({ id: 'our-card' })] }, NOW))).notes;
  const reversed = await withSecondCard(await writeApkg({ name: 'Ours', notes: [note({ id: 'our-card' })] }, NOW));

  const twice = await readApkg(packed({ 'collection.anki2': added }));
  const again = await readApkg(reversed);

  expect(twice.notes.map(({ guid, ordinal }) => [guid, ordinal])).toEqual([['guid1', 0]]);
  expect(again.notes).toEqual([ours]);
  for (const { loss } of [twice, again]) expect(loss).toMatchObject([{ what: 'twin-card', count: 1 }]);
});

/** As if somebody had given the note type a second template. */
async function withSecondCard(bytes: Uint8Array): Promise<Uint8Array> {
  const file = unzipSync(bytes)['collection.anki2'];
  if (!file) throw new Error('the package has no collection');
  const changed = await withDatabase(file, (database) => {
    database.run(
      'insert into cards select id + 1, nid, did, 1, mod, usn, type, queue, due, ivl, factor, reps, lapses, left, odue, odid, flags, data from cards',
    );
    return database.export();
  });
  return packed({ 'collection.anki2': changed });
}
