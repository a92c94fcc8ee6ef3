import type { Instant } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnkiDeck, AnkiNote } from './deck.ts';
import { guidOf, readApkg, writeApkg } from './index.ts';
import { DAY, NOW, note } from './testing.ts';
import { htmlToMarkdown } from './text/html-to-markdown.ts';
import { markdownToHtml } from './text/markdown-to-html.ts';

const instant = (from: number, to: number) => fc.integer({ min: from, max: to }).map((at) => at as Instant);

const memory = fc.record({
  stability: fc.double({ min: 0.01, max: 3000, noNaN: true }),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
  lastReviewAt: instant(NOW - 900 * DAY, NOW),
  dueAt: instant(NOW - 30 * DAY, NOW + 900 * DAY),
  reps: fc.integer({ min: 1, max: 500 }),
  lapses: fc.integer({ min: 0, max: 50 }),
  phase: fc.constantFrom('learning' as const, 'review' as const, 'relearning' as const),
});

const review = fc.record({
  at: fc.integer({ min: NOW - 900 * DAY, max: NOW }),
  rating: fc.constantFrom('again' as const, 'hard' as const, 'good' as const, 'easy' as const),
  seconds: fc.integer({ min: 0, max: 600_000 }).map((milliseconds) => milliseconds / 1000),
});

/** Text that Markdown reads as it stands. */
const words = fc.stringMatching(/^[a-zA-Z0-9äß中]{1,8}( [a-zA-Z0-9äß中]{1,8}){0,4}$/);
const side = fc
  .array(
    fc.oneof(
      words,
      words.map((text) => `**${text}**`),
      words.map((text) => `*${text}*`),
      words.map((text) => `\`${text} <&"\``),
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => parts.join(' '));

const aNote: fc.Arbitrary<AnkiNote> = fc.record(
  {
    id: fc.stringMatching(/^[a-z0-9-]{1,12}\/[a-z0-9-]{1,20}$/),
    front: side,
    back: side,
    tags: fc.uniqueArray(fc.stringMatching(/^[a-z0-9:/-]{1,12}$/), { maxLength: 3 }),
    memory,
    reviews: fc.uniqueArray(review, { maxLength: 5, selector: ({ at }) => at }),
  },
  { requiredKeys: ['id', 'front', 'back', 'tags'] },
);

/** Moments of reviews number their rows, so two cards share none here. */
const deck: fc.Arbitrary<AnkiDeck> = fc.record({
  name: fc.constantFrom('Cairn', 'Cairn::AIF-C01', 'A::B::C'),
  notes: fc.uniqueArray(aNote, { maxLength: 6, selector: ({ id }) => id }).filter((notes) => {
    const moments = notes.flatMap(({ reviews = [] }) => reviews.map(({ at }) => at));
    return new Set(moments).size === moments.length;
  }),
});

const RUNS = { numRuns: 25 };

describe('a deck written and read', () => {
  it('has the same notes', async () => {
    await fc.assert(
      fc.asyncProperty(deck, async (written) => {
        const { notes, loss } = await readApkg(await writeApkg(written, NOW));

        const read = new Map(notes.map((each) => [each.ourId, each]));
        expect(loss).toEqual([]);
        expect(notes).toHaveLength(written.notes.length);
        for (const { id, front, back, tags, reviews = [] } of written.notes) {
          const found = read.get(id);
          expect(found).toMatchObject({ front, back, tags, deck: written.name, guid: guidOf(id) });
          expect(found?.reviews).toEqual([...reviews].sort((a, b) => a.at - b.at));
        }
      }),
      RUNS,
    );
  });

  it('has the same memories, days and digits rounded', async () => {
    await fc.assert(
      fc.asyncProperty(deck, async (written) => {
        const { notes } = await readApkg(await writeApkg(written, NOW));

        for (const { id, memory: meant } of written.notes) {
          const memory = notes.find(({ ourId }) => ourId === id)?.memory;
          expect(memory === undefined).toBe(meant === undefined);
          if (!memory || !meant) continue;
          const { stability = 0, difficulty = 0, lastReviewAt = 0, dueAt = 0 } = memory;
          expect(Math.abs(stability - meant.stability)).toBeLessThanOrEqual(0.000_051);
          expect(Math.abs(difficulty - meant.difficulty)).toBeLessThanOrEqual(0.000_51);
          expect(meant.lastReviewAt - lastReviewAt).toBeLessThan(1000);
          expect(meant.dueAt - dueAt).toBeLessThan(DAY);
          expect(dueAt).toBeLessThanOrEqual(meant.dueAt);
          expect(memory).toMatchObject({ reps: meant.reps, lapses: meant.lapses, phase: meant.phase });
        }
      }),
      RUNS,
    );
  });

  it('is the same file every time, and the same when it is read twice', async () => {
    await fc.assert(
      fc.asyncProperty(deck, async (written) => {
        const [first, second] = [await writeApkg(written, NOW), await writeApkg(written, NOW)];

        expect(Buffer.compare(first, second)).toBe(0);
        expect(await readApkg(first)).toEqual(await readApkg(second));
      }),
      { numRuns: 8 },
    );
  });
});

describe('the identity of a note', () => {
  it('stays when its text, its deck and its neighbours change', async () => {
    const before = await readApkg(
      await writeApkg({ name: 'A', notes: [note({ id: 'x/1' }), note({ id: 'x/2' })] }, NOW),
    );
    const changed = note({ id: 'x/2', front: 'Another front' });
    const after = await readApkg(await writeApkg({ name: 'B', notes: [changed] }, NOW + DAY));

    expect(after.notes[0]?.guid).toBe(before.notes.find(({ ourId }) => ourId === 'x/2')?.guid);
  });

  it('differs between any two ids', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => a === b || guidOf(a) !== guidOf(b)));
  });
});

describe('a side of a card', () => {
  const noLoss = () => undefined;

  it('means the same after Anki, whatever characters it is made of', () => {
    const characters = fc.array(fc.constantFrom(...'ab `*_~[]()<>&!\\|#.-:/@"\'\n', '**', '&amp;', 'http://a.b', ' '), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(characters, (parts) => {
        const html = markdownToHtml(parts.join(''));

        const read = htmlToMarkdown(html, noLoss);

        expect(shown(markdownToHtml(read))).toBe(shown(html));
      }),
      { numRuns: 1000 },
    );
  });

  /** The words and lines of it: spaces as a browser shows them, emphasis apart; code of nothing but spaces is spaces. */
  const shown = (html: string) =>
    html
      .replace(/<\/?[bi]>/g, '')
      .replace(/<code>[ \u00a0]*<\/code>/g, ' ')
      .replace(/<\/code><code>/g, '')
      .replace(/[ \u00a0]*(<\/?code>)[ \u00a0]*/g, ' $1 ')
      .replace(/\s+/g, ' ')
      .split(/ *<br> */)
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();

  it('is shown as it stood in Anki, even if it looks like Markdown', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const plain = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
        const html = plain.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

        const isFormula = /\\\(|\\\[|\[\$|\[latex\]|\[sound:|\[anki:/.test(plain);
        expect(isFormula || markdownToHtml(htmlToMarkdown(html, noLoss)) === html).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
