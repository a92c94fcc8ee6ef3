import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../prepare.mjs';
import { percentile } from './program.mjs';

const load = (path) => import(pathToFileURL(join(ROOT, path, 'dist', 'index.js')).href);
const DAY = 86_400_000;
const CARDS = 20_000;
const LEARNERS = 200;
/** Learners on whom the plain scheduler's best retention is found; not those of the comparison. */
const TUNING = 20;
const RETENTIONS = [0.7, 0.75, 0.8, 0.85];
const SCENARIOS = [
  { days: 30, minutes: 20 },
  { days: 60, minutes: 10 },
  { days: 60, minutes: 20 },
];

/** A deck in use for a year: a third new, the rest at all stabilities, a fifth of it overdue. */
function deck(rng, now) {
  return Array.from({ length: CARDS }, (_, i) => {
    const note = { id: `card-${i}`, noteId: `note-${i >> 1}`, value: 1 + (i % 4) };
    if (i % 3 === 0) return note;
    const stability = Math.exp(1 + 1.5 * rng.normal());
    const lastReviewAt = Math.round(now - DAY * (0.6 + stability * 1.25 * rng.next()));
    const dueAt = Math.round(lastReviewAt + DAY * Math.max(1, stability));
    const memory = {
      stability,
      difficulty: 1 + 9 * rng.next(),
      lastReviewAt,
      dueAt,
      reps: 3,
      lapses: 0,
      phase: 'review',
      step: 0,
    };
    return { ...note, memory };
  });
}

function times(run, work) {
  return Array.from({ length: run }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  }).slice(Math.floor(run / 4));
}

async function benchQueue() {
  const { DEFAULT_PARAMETERS: parameters, nextCard, planExamDay } = await load('packages/scheduling');
  const { seededRng } = await load('packages/kernel');
  const day = { startsAt: 400 * DAY, now: 400.5 * DAY, endsAt: 401 * DAY };
  const cards = JSON.parse(JSON.stringify(deck(seededRng('deck'), day.now))); // as it comes over the wire
  const next = times(200, () => nextCard(cards, { day, newCards: 20, parameters }));
  const exam = times(20, () => planExamDay(cards, { day, daysLeft: 30, minutes: 30, parameters }));
  return [
    { name: `next card of ${CARDS}, median`, value: percentile(next, 0.5), limit: 5, unit: 'ms' },
    { name: `next card of ${CARDS}, p95`, value: percentile(next, 0.95), limit: 5, unit: 'ms' },
    {
      name: `a day in exam-date mode from ${CARDS} cards, median`,
      value: percentile(exam, 0.5),
      limit: 100,
      unit: 'ms',
    },
  ];
}

/** Mean of paired differences and half the width of its 95 % interval. */
function paired(one, other) {
  const differences = one.map((value, i) => value - other[i]);
  const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
  const variance = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (differences.length - 1);
  return { mean, half: 1.96 * Math.sqrt(variance / differences.length) };
}

const points = (share) => (100 * share).toFixed(1);

/** Exam-date mode beside plain FSRS, which goes on with the faintest cards when none is due: equal minutes. */
function compareScenario(simulate, scenario) {
  const recalls = (policy, first, count) =>
    Array.from({ length: count }, (_, i) => simulate(first + i, scenario, policy).recall);
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const tuned = RETENTIONS.map((retention) => ({
    retention,
    recall: mean(recalls({ policy: 'plain', retention }, LEARNERS, TUNING)),
  }));
  const { retention } = tuned.reduce((best, one) => (one.recall > best.recall ? one : best));
  const exam = recalls({ policy: 'exam' }, 0, LEARNERS);
  const rivals = [
    ['plain FSRS, retention 0.9', recalls({ policy: 'plain', retention: 0.9 }, 0, LEARNERS)],
    [`plain FSRS, its best retention ${retention}`, recalls({ policy: 'plain', retention }, 0, LEARNERS)],
  ];
  return rivals.map(([rival, recall]) => {
    const { mean: gain, half } = paired(exam, recall);
    const interval = `${points(gain - half)} to ${points(gain + half)}`;
    const figures = `${points(mean(exam))} % against ${points(mean(recall))} %; difference ${interval} points`;
    const name = `${scenario.days} days of ${scenario.minutes} minutes, recall on the exam day: ${rival}, of exam-date mode's (${figures})`;
    return { name, value: (100 * mean(recall)) / mean(exam), limit: 100, unit: '%' };
  });
}

/** The next card in time, and what exam-date mode gains learners whose memory nobody knows. */
export async function benchMemory() {
  const { simulate } = await import('./memory-learners.mjs');
  const queue = await benchQueue();
  return [...queue, ...SCENARIOS.flatMap((scenario) => compareScenario(simulate, { cards: 600, ...scenario }))];
}
