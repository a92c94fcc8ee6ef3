import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../prepare.mjs';
import { percentile, startProgram } from './program.mjs';

const load = (path) => import(pathToFileURL(join(ROOT, path, 'dist', 'index.js')).href);

const DOCUMENTS = 20_000;
/** Of these the learner's own cards, and questions that were all answered. */
const OWN_CARDS = 2000;
const QUESTIONS = 4000;
const ROUNDS = 12;
const LIMIT = 50;

/** The commonest words, rare ones, beginnings, mistyped ones, words in a row, and what nothing holds. */
const QUERIES = [
  ...['model', 'data', 'model data training', 'mo', 'tra', 'overfitting', 'retrieval augm', 'aif-c01'],
  ...['ovrefitting', 'retreival augmentd', 'bedrok guardrials', '"confusion matrix"', 'churn bedrock prices zebra'],
  ...['zzzzqqqq', 'what is the difference between a model and an algorithm'],
];

/** Texts of 20 to 140 words, frequent words as much more frequent as in any language (Zipf). */
function texts(words, rng) {
  const word = () => words[Math.floor(words.length ** rng.next()) - 1] ?? 'model';
  return (least, most) => Array.from({ length: least + Math.floor(rng.next() * (most - least)) }, word).join(' ');
}

async function whenReady(url) {
  for (;;) {
    const answer = await (await fetch(`${url}/api/search?q=model`)).json();
    if (answer.isReady) return;
    await new Promise((wait) => setTimeout(wait, 50));
  }
}

/** Fills up what there is to search to 20,000. */
async function fill(dataDir) {
  const { connect, findRunningPostgres, SINGLE_LEARNER_ID, sql } = await load('packages/db');
  const { seededRng } = await load('packages/kernel');
  const db = await connect(findRunningPostgres(dataDir));
  const { words } = await db.selectFrom('searchIndex').select('words').executeTakeFirstOrThrow();
  const { count } = await db
    .selectFrom('searchDocuments')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  const text = texts(words, seededRng('search'));
  const kinds = ['lesson', 'term', 'lab', 'faq'];
  const rows = Array.from({ length: DOCUMENTS - OWN_CARDS - Number(count) }, (_, index) => ({
    ...{ ref: `bench/${index}`, title: text(2, 10), body: text(20, 140), link: '/', exam: null },
    kind: index < QUESTIONS ? 'question' : kinds[index % kinds.length],
  }));
  for (let at = 0; at < rows.length; at += 500) {
    await db
      .insertInto('searchDocuments')
      .values(rows.slice(at, at + 500))
      .execute();
  }
  const own = () => ({ learnerId: SINGLE_LEARNER_ID, origin: 'own', createdAt: new Date(), updatedAt: new Date() });
  const cards = Array.from({ length: OWN_CARDS }, () => ({
    ...{ ...own(), id: randomUUID(), front: text(4, 12), back: text(8, 30) },
  }));
  for (let at = 0; at < cards.length; at += 500) {
    await db
      .insertInto('ownCards')
      .values(cards.slice(at, at + 500))
      .execute();
  }
  await sql`
    insert into evidence (id, learner_id, at, kind, source, natural_key, task, item_id, item_version, credit)
    select gen_random_uuid(), ${SINGLE_LEARNER_ID}, now(), 'item-answer', '{"lesson": "aif-c01/1.1"}'::jsonb, ref,
      'aif-c01/1.1', ref, '1', 1
    from search_documents where kind = 'question'`.execute(db);
  await sql`analyze`.execute(db);
  await db.destroy();
}

/** What a page waits for: from the request to the whole answer, five results of each kind. */
export async function benchSearch() {
  const dataDir = mkdtempSync(join(tmpdir(), 'cairn-bench-'));
  const program = await startProgram(dataDir);
  const begun = performance.now();
  await whenReady(program.url);
  const made = performance.now() - begun;
  await fill(dataDir);
  const times = new Map(QUERIES.map((query) => [query, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [query, taken] of times) {
      const asked = performance.now();
      await (await fetch(`${program.url}/api/search?q=${encodeURIComponent(query)}`)).text();
      if (round > 0) taken.push(performance.now() - asked);
    }
  }
  await program.stop();
  rmSync(dataDir, { recursive: true, force: true });
  const all = [...times.values()].flat();
  const medians = [...times].map(([query, taken]) => ({ query, median: percentile(taken, 0.5) }));
  const slowest = medians.reduce((one, other) => (other.median > one.median ? other : one));
  return [
    { name: 'search among 20,000 documents, median', value: percentile(all, 0.5), limit: LIMIT, unit: 'ms' },
    { name: 'search among 20,000 documents, p95', value: percentile(all, 0.95), limit: LIMIT, unit: 'ms' },
    { name: `the slowest of its queries ("${slowest.query}")`, value: slowest.median, limit: LIMIT, unit: 'ms' },
    { name: 'index of the content made after the very first start', value: made / 1000, limit: 10, unit: 's' },
  ];
}
