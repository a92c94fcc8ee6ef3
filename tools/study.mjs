import { prepare } from './prepare.mjs';

/** `npm run study`: the studies behind published numbers, from fixed seeds; minutes, not seconds. */
prepare();
const { readinessStudy } = await import('./studies/readiness/study.mjs');
const { studies } = readinessStudy({ log: (title) => process.stdout.write(`study: ${title}\n`) });
for (const { title, calibrationError, brier } of studies) {
  process.stdout.write(`${title}: calibration error ${calibrationError}, Brier score ${brier}\n`);
}
