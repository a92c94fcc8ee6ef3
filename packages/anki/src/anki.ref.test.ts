import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Instant } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { guidOf, writeApkg } from './index.ts';
import { DAY, NOW, note } from './testing.ts';

/**
 * The real Anki as the reader of our packages: Debian's `anki` 2.1.15, whose importer is plain Python. Where it is not
 * installed, ANKI_PYTHONPATH may name the folders of an unpacked one; without either, these tests are skipped.
 */
const PYTHONPATH = process.env.ANKI_PYTHONPATH ?? '/usr/share/anki';
const isHere = PYTHONPATH.split(':').some((folder) => existsSync(join(folder, 'anki/importing/apkg.py')));

type Imported = {
  readonly imports: readonly { added: number; updated: number; identical: number }[];
  readonly cards: readonly Record<string, unknown>[];
  readonly isSound: boolean;
};

async function importInto(packages: readonly Uint8Array[]): Promise<Imported> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-anki-'));
  try {
    const files = packages.map((_, index) => join(folder, `${index}.apkg`));
    await Promise.all(packages.map((bytes, index) => writeFile(files[index] ?? '', bytes)));
    const script = fileURLToPath(new URL('../reference/import-package.py', import.meta.url));
    const env = { ...process.env, PYTHONPATH, TZ: 'UTC' };
    const options = { env, encoding: 'utf8', maxBuffer: 1e8 } as const;
    return JSON.parse(execFileSync('/usr/bin/python3', [script, ...files], options)) as Imported; // the script's own shape
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe.skipIf(!isHere)(
  'Anki 2.1.15 reads our package (skipped unless Anki is installed or ANKI_PYTHONPATH names it)',
  () => {
    // The importer asks the machine's clock what day it is, so schedules are placed around that.
    const now = Math.floor(Date.now() / 1000) * 1000;
    const at = (days: number) => (now + days * DAY) as Instant;
    const reviewed = note({
      id: 'aif-c01/reviewed',
      front: 'Is `1 < 2` & **true**?',
      back: 'Yes\nand *always*',
      tags: ['aif-c01', 'aif-c01/1.1'],
      source: { title: 'Docs', url: 'https://example.org/?a=1&b=2' },
      memory: {
        stability: 12.34567,
        difficulty: 5.5,
        lastReviewAt: at(-5),
        dueAt: at(7),
        reps: 3,
        lapses: 1,
        phase: 'review',
      },
      reviews: [
        { at: at(-9), rating: 'good', seconds: 4.5 },
        { at: at(-5), rating: 'easy', seconds: 2 },
      ],
    });
    const fresh = note({ id: 'aif-c01/fresh' });
    const deck = { name: 'Cairn::AIF-C01', notes: [reviewed, fresh] };

    it('with its text, its schedule, its memory and its log', async () => {
      const { imports, cards, isSound } = await importInto([await writeApkg(deck, now)]);

      expect(imports).toEqual([{ added: 2, updated: 0, identical: 0 }]);
      expect(isSound).toBe(true);
      expect(cards.find(({ guid }) => guid === guidOf(reviewed.id))).toMatchObject({
        deck: 'Cairn::AIF-C01',
        fields: [
          'Is <code>1 &lt; 2</code> &amp; <b>true</b>?',
          'Yes<br>and <i>always</i>',
          'aif-c01/reviewed',
          '<a href="https://example.org/?a=1&amp;b=2">Docs</a>',
        ],
        tags: ['aif-c01', 'aif-c01/1.1'],
        type: 2,
        queue: 2,
        daysToDue: 7,
        interval: 12,
        reps: 3,
        lapses: 1,
        data: { s: 12.3457, d: 5.5 },
        reviews: [
          [at(-9), 3, 4500, 0],
          [at(-5), 4, 2000, 1],
        ],
        answer: expect.stringContaining('Yes<br>and <i>always</i>'),
      });
      expect(cards.find(({ guid }) => guid === guidOf(fresh.id))).toMatchObject({
        type: 0,
        queue: 0,
        reps: 0,
        reviews: [],
      });
    });

    it('again, updating what changed and doubling nothing', async () => {
      const changed = { ...deck, notes: [{ ...reviewed, front: 'Changed' }, fresh, note({ id: 'aif-c01/third' })] };

      const { imports, cards } = await importInto([await writeApkg(deck, NOW), await writeApkg(changed, NOW + 5000)]);

      expect(imports).toEqual([
        { added: 2, updated: 0, identical: 0 },
        { added: 1, updated: 2, identical: 0 },
      ]);
      expect(cards).toHaveLength(3);
      expect(cards.find(({ guid }) => guid === guidOf(reviewed.id))).toMatchObject({
        fields: ['Changed', 'Yes<br>and <i>always</i>', 'aif-c01/reviewed', expect.anything()],
      });
    });
  },
);
