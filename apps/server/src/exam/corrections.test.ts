import type { Item } from '@cairn/exam';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../testing.ts';
import type { ExamLibrary } from './library.ts';
import { candidateOn } from './testing-candidate.ts';

let server: TestServer;
const servers: TestServer[] = [];
beforeEach(async () => {
  server = await testServer();
  servers.push(server);
});
afterAll(async () => {
  for (const { drop } of servers) await drop();
});

const fails = (id: string, error: unknown) => {
  throw new Error(`attempt ${id} was not corrected`, { cause: error });
};

/** The key of a multiple choice moved to another of its choices, under the next version. */
function corrected(item: Item, version = item.version + 1): Item {
  if (item.question.kind !== 'multiple-choice') return item;
  const [first, second] = item.question.choices;
  const key = item.question.choices.find(({ correct }) => correct)?.id;
  const next = key === first?.id ? second?.id : first?.id;
  const choices = item.question.choices.map((choice) => ({ ...choice, correct: choice.id === next }));
  return { ...item, version, question: { ...item.question, choices } as Item['question'] };
}

/** The same database, served by a Cairn whose bank has these items corrected. */
async function later(change: (item: Item) => Item): Promise<TestServer> {
  const edit = (library: ExamLibrary): ExamLibrary =>
    new Map([...library].map(([id, entry]) => [id, { ...entry, items: entry.items.map(change) }]));
  const next = await testServer({ db: server.db, drop: async () => undefined } as never, { edit });
  next.clock.advance(3_600_000);
  return next;
}

/** Somebody who answered everything right; and one scored multiple choice of theirs. */
async function perfect() {
  const candidate = candidateOn(server);
  const attempt = await candidate.start();
  const form = await candidate.formOf(attempt.id);
  await candidate.send(attempt.id, [...(await candidate.keyed(attempt.id)), candidate.event('submit')]);
  const slot = form.sections
    .flatMap(({ slots }) => slots)
    .find(({ question, scored }) => question.kind === 'multiple-choice' && scored);
  if (!slot) throw new Error('the form has no multiple choice that counts');
  return { id: attempt.id as string, slot };
}

const reportOn = async (on: TestServer, id: string) => (await on.call('GET', `/api/attempts/${id}/report`)).json;
const answersOn = async (on: TestServer) =>
  (await on.call('GET', '/api/exams/aif-c01/readiness')).json.today?.probability;

describe('a key that was corrected after an attempt was over', () => {
  it('is told with both scores, and the attempt stays as it was', async () => {
    const { id, slot } = await perfect();
    const before = await reportOn(server, id);
    const next = await later((item) => (item.id === slot.itemId ? corrected(item) : item));

    expect(await next.exams.correct(fails)).toBe(1);

    const after = await reportOn(next, id);
    expect(before.correction).toBeNull();
    expect(after.scored).toEqual(before.scored);
    expect(after.correction.report.scored.points).toBe(before.scored.points - 1);
    expect(after.correction.changes).toMatchObject([
      { slot: slot.id, itemId: slot.itemId, fromVersion: 1, toVersion: 2, outcome: 'regraded', after: { points: 0 } },
    ]);
  });

  it('stands in the list until the learner has seen it, and again when another correction comes', async () => {
    const { id, slot } = await perfect();
    const listed = async (on: TestServer) => (await on.call('GET', '/api/attempts')).json.attempts[0].corrected;
    const second = await later((item) => (item.id === slot.itemId ? corrected(item) : item));
    expect(await listed(second)).toBeNull();
    await second.exams.correct(fails);
    expect(await listed(second)).toMatchObject({ isSeen: false });

    await second.call('POST', `/api/attempts/${id}/correction/seen`);
    await second.exams.correct(fails);
    expect(await listed(second)).toMatchObject({ isSeen: true });

    const third = await later((item) => (item.id === slot.itemId ? { ...item, version: 3 } : item));
    await third.exams.correct(fails);
    expect(await listed(third)).toMatchObject({ isSeen: false });
    expect((await reportOn(third, id)).correction.changes).toMatchObject([{ toVersion: 3, after: { points: 1 } }]);
  });

  it('counts in readiness by its latest version, once', async () => {
    const { slot } = await perfect();
    const before = await answersOn(server);
    const wrong = await later((item) => (item.id === slot.itemId ? corrected(item) : item));
    await wrong.exams.correct(fails);
    await wrong.exams.correct(fails);
    const between = await answersOn(wrong);
    const right = await later((item) => (item.id === slot.itemId ? { ...item, version: 3 } : item));
    await right.exams.correct(fails);

    expect(between).toBeLessThan(before);
    const rows = await server.db.selectFrom('evidence').selectAll().where('itemId', '=', slot.itemId).execute();
    expect(rows.map(({ itemVersion, credit }) => [itemVersion, credit]).sort()).toEqual([
      ['1', 1],
      ['2', 0],
      ['3', 1],
    ]);
    expect(new Set(rows.map(({ at }) => at.getTime())).size).toBe(1);
    expect((await answersOn(right)) - before).toBeCloseTo(0, 3);
  });

  it('leaves attempts alone that run, and those without the item', async () => {
    const candidate = candidateOn(server);
    const attempt = await candidate.start({ exam: 'mla-c02' });
    await candidate.send(attempt.id, await candidate.keyed(attempt.id));
    await perfect();
    const next = await later((item) => (item.id.startsWith('mla-c02/') ? corrected(item) : item));

    expect(await next.exams.correct(fails)).toBe(0);
  });
});
