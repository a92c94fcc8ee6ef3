import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../prepare.mjs';
import { percentile } from './program.mjs';

const RUNS = 200;
const load = (path) => import(pathToFileURL(join(ROOT, path, 'dist', 'index.js')).href);

/** A whole recomputation as the page does it after each answer: ranking, flips, 1,000 weight draws. */
export async function benchAdvice() {
  const { advise } = await load('packages/catalog');
  const { loadContent } = await load('packages/content');
  const { catalog } = await loadContent(join(ROOT, 'content'));
  const times = [];
  for (let run = 0; run < RUNS; run += 1) {
    const profile = {
      background: 'software',
      experienceYears: run % 10,
      mathematics: run % 5,
      programming: 3,
      targetPlatform: 'aws',
      hoursPerWeek: 4 + (run % 12),
      budgetUsd: 300,
    };
    const begun = performance.now();
    advise(catalog, profile, { today: '2026-11-21' });
    times.push(performance.now() - begun);
  }
  const warm = times.slice(RUNS / 4);
  return [
    { name: 'advice recomputed, median', value: percentile(warm, 0.5), limit: 16, unit: 'ms' },
    { name: 'advice recomputed, p95', value: percentile(warm, 0.95), limit: 16, unit: 'ms' },
  ];
}
