import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../prepare.mjs';
import { percentile } from './program.mjs';

const load = (path) => import(pathToFileURL(join(ROOT, path, 'dist', 'index.js')).href);

const RUNS = 60;
const LIMIT = 50;

/** MLA-C02's blueprint with as much material as its tasks will have: 26 weeks from zero at about an hour a day. */
function inputFor({ domains }) {
  const tasks = domains.flatMap((domain) => domain.tasks.map(({ id, text }) => ({ id, title: text })));
  const each = (value) => Object.fromEntries(tasks.map(({ id }, index) => [id, value + (index % 5)]));
  return {
    today: '2026-11-23',
    goal: { kind: 'exam-day', day: '2027-05-24' },
    minutesByWeekday: { monday: 45, tuesday: 45, wednesday: 0, thursday: 60, friday: 30, saturday: 180, sunday: 60 },
    daysOff: [{ from: '2026-12-23', to: '2027-01-02' }, { from: '2027-03-26' }],
    known: {},
    blueprint: {
      domains: domains.map(({ number, name, weight, tasks: own }) => ({
        id: String(number),
        title: name,
        weight,
        tasks: own.map(({ id, text }) => ({ id, title: text })),
      })),
    },
    material: {
      lessons: tasks.map(({ id, title }, index) => ({ id, task: id, title, minutes: 6 + (index % 5) })),
      labs: tasks.slice(0, 10).map(({ id, title }, index) => ({ id, title, tasks: [id], minutes: 45 + 5 * index })),
      cards: each(14),
      items: each(18),
      forms: Array.from({ length: 8 }, (_, index) => ({ id: `form-${index}`, title: `Form ${index}`, minutes: 130 })),
      diagnosisMinutes: 35,
    },
    done: [],
    vendor: { examMinutes: 130, retakeWaitDays: 14, validityYears: 3 },
  };
}

function timed(times, run) {
  const begun = performance.now();
  const outcome = run();
  times.push(performance.now() - begun);
  if (outcome.outcome === 'refused') throw new Error(outcome.sentence);
  return outcome;
}

/** A plan made from nothing, one whose exam day is sought, and one repaired after two missed weeks. */
export async function benchPlan() {
  const { makePlan, replan } = await load('packages/scheduling');
  const { loadContent } = await load('packages/content');
  const { catalog } = await loadContent(join(ROOT, 'content'));
  const input = inputFor(catalog.certifications.find(({ code }) => code === 'MLA-C02'));
  const times = { fixed: [], ready: [], repaired: [] };
  for (let run = 0; run < RUNS; run += 1) {
    const { plan } = timed(times.fixed, () => makePlan(input));
    timed(times.ready, () => makePlan({ ...input, goal: { kind: 'when-ready' } }));
    timed(times.repaired, () => replan(plan, { ...input, today: '2026-12-07' }));
  }
  const row = (name, value) => ({ name, value, limit: LIMIT, unit: 'ms' });
  return [
    row('plan of 26 weeks, the first in a process', times.fixed[0]),
    row('plan of 26 weeks, median', percentile(times.fixed, 0.5)),
    row('plan of 26 weeks, p95', percentile(times.fixed, 0.95)),
    row('plan as soon as ready, median', percentile(times.ready, 0.5)),
    row('plan repaired after two missed weeks, median', percentile(times.repaired, 0.5)),
  ];
}
