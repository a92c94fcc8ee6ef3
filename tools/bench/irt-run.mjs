import { createReadStream, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../prepare.mjs';
import { digestOf, simulate } from './irt-data.mjs';

/** One measured fit in a process of its own, so that memory and first-run compilation are its own: `irt-run.mjs JSON`. */

const load = (path) => import(pathToFileURL(join(ROOT, path)).href);
const { calibrate, calibrateInParts, responseReader } = await load('packages/psychometrics/dist/index.js');

/** Prior means of the 3PL: chances of a guess about 0.23, slopes about 1. */
const PRIORS = { guessing: { kind: 'beta', alpha: 5, beta: 17 }, slope: { kind: 'log-normal', mean: 0, sd: 0.5 } };

const NAMES = { rasch: 'rasch', '2pl': '2pl', '3pl': '3pl', grm: 'grm', gpcm: 'gpcm' };

async function timed(work) {
  const cpu = process.cpuUsage();
  const begun = performance.now();
  const result = await work();
  const wallMs = performance.now() - begun;
  const { user, system } = process.cpuUsage(cpu);
  return { result, wallMs, cpuMs: (user + system) / 1000 };
}

const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1024);

async function fitOnce({ data, model }) {
  const { responses } = simulate(data);
  const options = { model: NAMES[model], ...(model === '3pl' ? { priors: PRIORS } : {}) };
  const { result, wallMs, cpuMs } = await timed(() => calibrate(responses, options));
  if (result.outcome !== 'calibrated') throw new Error(result.problems[0].message);
  const { logLikelihood, iterations, isConverged } = result;
  return { wallMs, cpuMs, megabytes: megabytes(), logLikelihood, iterations, isConverged, digest: digestOf(responses) };
}

const RUNS = 7;
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** One thread against two, both warm: a learner's server keeps its workers. */
async function fitInWorkers({ data, model }) {
  const { irtWorkers } = await load('apps/cli/dist/irt/workers.js');
  const { responses } = simulate(data);
  const workers = irtWorkers(2);
  const one = [];
  const two = [];
  for (let run = 0; run < RUNS; run += 1) {
    one.push((await timed(() => calibrate(responses, { model }))).wallMs);
    two.push((await timed(() => calibrateInParts(workers.parts(responses), { model }))).wallMs);
  }
  await workers.close();
  return { oneMs: median(one.slice(2)), twoMs: median(two.slice(2)), megabytes: megabytes() };
}

async function readCsv({ file }) {
  const { result, wallMs, cpuMs } = await timed(async () => {
    const reader = responseReader({ expectedBytes: statSync(file).size });
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) reader.feed(chunk);
    return reader.end();
  });
  return { wallMs, cpuMs, megabytes: megabytes(), persons: result.responses.persons, faults: result.faultCount };
}

/** What a peer reads: one byte a cell, 255 for missing. */
function writeCells({ data, file }) {
  writeFileSync(file, simulate(data).responses.scores);
  return {};
}

const TASKS = { fit: fitOnce, workers: fitInWorkers, csv: readCsv, cells: writeCells };
const task = JSON.parse(process.argv[2]);
process.stdout.write(JSON.stringify(await TASKS[task.kind](task)));
