import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../prepare.mjs';

/**
 * One measured reading in a process of its own, so that memory and first-run compilation are its own: `speed`, `counted`,
 * `real` or `dense`.
 */

const load = (path) => import(pathToFileURL(join(ROOT, path)).href);
const { Batch, buildLexicon, DuplicateFinder, gapOf, postingTitle, readPosting, Tally } = await load(
  'packages/postings/dist/index.js',
);
const { loadCatalogFolder } = await load('packages/content/dist/index.js');
const { seededRng } = await load('packages/kernel/dist/index.js');

const HOME = join(ROOT, 'packages', 'postings');
const POSTINGS = 10_000;
const SENTENCES = 26;
const SPEED_MEGABYTES = 25;
/** Some functions are called so rarely that the compiler takes them up only after 100 MB. */
const WARM_ROUNDS = 2_000;

const usajobs = () => JSON.parse(readFileSync(join(HOME, 'fixtures', 'usajobs.json'), 'utf8')).postings;

const written = () =>
  readdirSync(join(HOME, 'gold'), { recursive: true })
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => readFileSync(join(HOME, 'gold', file), 'utf8'));

const TEXTS = { real: () => usajobs().map(({ text }) => text), dense: written };

/** No two alike: sentences of the real postings, or of the written ones, which name something every seven words. */
function* drawn(kind) {
  const texts = TEXTS[kind]();
  const sentences = texts.flatMap((text) => text.split(/(?<=[.!?])\s+|\n+/)).filter((one) => one.length > 20);
  const rng = seededRng('postings');
  for (let n = 0; n < POSTINGS; n += 1) {
    const chosen = Array.from({ length: SENTENCES }, () => sentences[rng.below(sentences.length)]);
    yield { id: `p${n}`, text: `Requirements\n${chosen.map((one) => `- ${one}`).join('\n')}` };
  }
}

async function lexicon() {
  const { catalog } = await loadCatalogFolder(join(ROOT, 'content'));
  return buildLexicon(catalog.skills);
}

function cpu(begun) {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1e6;
}

/** Seconds of CPU for 25 MB of real postings, end to end, the compiler warm. */
async function speed() {
  const names = await lexicon();
  const postings = usajobs();
  const bytes = postings.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const round = () => postings.forEach(({ text }, i) => void readPosting({ id: String(i), text }, names));
  for (let n = 0; n < WARM_ROUNDS; n += 1) round();
  const rounds = Math.ceil((SPEED_MEGABYTES * 1e6) / bytes);
  const begun = process.cpuUsage();
  for (let n = 0; n < rounds; n += 1) round();
  return { seconds: (cpu(begun) * SPEED_MEGABYTES * 1e6) / (rounds * bytes) };
}

/** Seconds of CPU to count and compare 10,000 postings that were read before: duplicates, tally, survey and gap. */
async function counted() {
  const names = await lexicon();
  const all = [...drawn('real')].map((posting) => ({ posting, read: readPosting(posting, names) }));
  const begun = process.cpuUsage();
  const seen = new DuplicateFinder();
  const tally = new Tally();
  for (const { posting, read } of all) {
    if (seen.add(posting) === 'new') tally.add({ ...read, title: postingTitle(read, posting.text) }, posting.text);
  }
  const { rows } = gapOf(tally.survey(), new Map());
  return { seconds: cpu(begun), names: rows.length };
}

/** Seconds of CPU and peak memory to read, count and compare 10,000 postings, from a cold compiler. */
async function count(kind) {
  const names = await lexicon();
  const postings = [...drawn(kind)];
  const megabytes = postings.reduce((sum, { text }) => sum + text.length, 0) / 1e6;
  const begun = process.cpuUsage();
  const batch = new Batch(names);
  for (const posting of postings) batch.add(posting);
  const { rows } = gapOf(batch.survey(), new Map());
  return { seconds: cpu(begun), names: rows.length, megabytes, peak: process.resourceUsage().maxRSS / 1024 };
}

const RUNS = { speed, counted, real: () => count('real'), dense: () => count('dense') };
process.stdout.write(JSON.stringify(await RUNS[process.argv[2]]()));
