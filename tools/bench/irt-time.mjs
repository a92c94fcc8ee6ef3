import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { simulate } from './irt-data.mjs';
import { runPeers } from './irt-peers.mjs';

const RUN = join(dirname(fileURLToPath(import.meta.url)), 'irt-run.mjs');
/** Fits in fresh processes, of which the median counts. */
const RUNS = 3;

/**
 * `peers`: wall seconds of other software on a machine like that of docs/benchmarks.md, measured on 2026-11-21 (Debian
 * 12, R 4.2, one thread). `expected`: the log-likelihood that they reach, where it was published with the data's seed.
 */
const FITS = [
  {
    name: '2PL 1k × 40',
    model: '2pl',
    data: { persons: 1000, items: 40, seed: 101 },
    limit: 120,
    expected: -22449.9071,
    peers: 'dexterMML 0.08, TAM 0.32, mirt 0.55, girth 1.9',
  },
  {
    name: '2PL 10k × 65',
    model: '2pl',
    data: { persons: 10_000, items: 65, seed: 102 },
    limit: 120,
    expected: -348274.629,
    peers: 'dexterMML 0.71, mirt 3.9, TAM 5.6, girth 15.6',
  },
  {
    name: '2PL 10k × 200',
    model: '2pl',
    data: { persons: 10_000, items: 200, seed: 103 },
    limit: 400,
    expected: -1079467.24,
    peers: 'dexterMML 1.8, mirt 21, TAM 30',
  },
  {
    name: '2PL 100k × 65',
    model: '2pl',
    data: { persons: 100_000, items: 65, seed: 104 },
    limit: 600,
    expected: -3429207.613,
    peers: 'dexterMML 9.2, mirt 42, TAM 106',
  },
  {
    name: '2PL 20k persons, 40 of 500 items each',
    model: '2pl',
    data: { persons: 20_000, items: 500, seed: 105, answered: 40 },
    limit: 500,
    peers: 'dexterMML 2.3, mirt 60',
  },
  {
    name: '3PL with priors 10k × 65',
    model: '3pl',
    data: { persons: 10_000, items: 65, seed: 106 },
    limit: 1500,
    peers: 'mirt 24',
  },
  {
    name: 'Rasch 10k × 65',
    model: 'rasch',
    data: { persons: 10_000, items: 65, seed: 107 },
    limit: 120,
    peers: 'TAM 3.4',
  },
  {
    name: 'GRM 10k × 40, 4 categories',
    model: 'grm',
    data: { persons: 10_000, items: 40, categories: 4, seed: 108 },
    limit: 500,
    peers: 'mirt 5.1',
  },
  {
    name: 'GPCM 10k × 40, 4 categories',
    model: 'gpcm',
    data: { persons: 10_000, items: 40, categories: 4, seed: 109 },
    limit: 700,
    peers: 'TAM 6.9, mirt 60',
  },
].map((fit) => ({ ...fit, data: { ...fit.data, model: fit.model } }));

function run(task) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [RUN, JSON.stringify(task)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the measured process failed: ${stderr}`);
  return JSON.parse(stdout);
}

const medianOf = (runs) => runs.sort((a, b) => a.wallMs - b.wallMs)[Math.floor(runs.length / 2)];

function* fitFigures(fit) {
  const measured = medianOf(Array.from({ length: RUNS }, () => run({ kind: 'fit', data: fit.data, model: fit.model })));
  const { wallMs, cpuMs, megabytes, logLikelihood, iterations } = measured;
  const about = `CPU ${Math.round(cpuMs)} ms, ${megabytes} MB, ${iterations} iterations, log-likelihood ${logLikelihood.toFixed(4)}`;
  yield { name: `${fit.name} (${about}; others, in s: ${fit.peers})`, value: wallMs, limit: fit.limit, unit: 'ms' };
  if (fit.data.persons === 100_000) yield { name: `${fit.name}, memory`, value: megabytes, limit: 120, unit: 'MB' };
  if (fit.expected === undefined) return;
  const difference = Math.abs(logLikelihood - fit.expected);
  // Published figures have two to four digits and 40 nodes for 10⁵ persons, where the last two digits are the grid's.
  yield {
    name: `${fit.name}, distance from the published log-likelihood`,
    value: difference,
    limit: 0.01,
    unit: 'nats',
  };
}

/** How much faster two workers are: the limit is 1.7 times, so the figure is turned round for the ratio. */
function workerFigure(persons, title) {
  const data = { model: '2pl', persons, items: 65, seed: 104 };
  const { oneMs, twoMs } = run({ kind: 'workers', data, model: '2pl' });
  const name = `2PL ${title} × 65, two workers: share of one thread's ${Math.round(oneMs)} ms`;
  return { name, value: (100 * twoMs) / oneMs, limit: Math.round(100 / 1.7), unit: '%' };
}

const CSV_ROWS = 1_000_000;
const CSV_ITEMS = 65;

/** A million rows, by repeating some: the reader does not know. */
function writeCsv(file) {
  const { responses } = simulate({ model: '2pl', persons: 1000, items: CSV_ITEMS, seed: 110 });
  const rows = Array.from({ length: 1000 }, (_, i) =>
    responses.scores.subarray(i * CSV_ITEMS, (i + 1) * CSV_ITEMS).join(),
  );
  const block = `${rows.join('\n')}\n`;
  const out = openSync(file, 'w');
  writeSync(out, `${Array.from({ length: CSV_ITEMS }, (_, j) => `item-${j + 1}`).join()}\n`);
  for (let at = 0; at < CSV_ROWS; at += rows.length) writeSync(out, block);
  closeSync(out);
}

function csvFigures() {
  const dir = mkdtempSync(join(tmpdir(), 'cairn-irt-'));
  try {
    const file = join(dir, 'responses.csv');
    writeCsv(file);
    const { wallMs, cpuMs, megabytes, persons, faults } = run({ kind: 'csv', file });
    if (persons !== CSV_ROWS || faults !== 0) throw new Error(`${persons} rows and ${faults} faults were read`);
    const name = `CSV of 1M × ${CSV_ITEMS} streamed to packed bytes (65 MB)`;
    return [
      { name: `${name} (CPU ${Math.round(cpuMs)} ms)`, value: wallMs, limit: 3000, unit: 'ms' },
      { name: `${name}, peak memory of the process`, value: megabytes, limit: 200, unit: 'MB' },
    ];
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Calibration from packed answers to parameters, each in a fresh process; then what is installed of other software. */
export function* benchIrt() {
  for (const fit of FITS) yield* fitFigures(fit);
  yield workerFigure(100_000, '100k');
  yield workerFigure(1_000_000, '1M');
  yield* csvFigures();
  runPeers(FITS.slice(0, 3), ({ data }, file) => run({ kind: 'cells', data, file }));
}
