import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FEATURES, fraudTable } from './learning-data.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const RUNS = 3;
const ROWS = 100_000;
const TRAIN_ROWS = 80_000;
const RAW = { objective: 'binary:logistic', num_round: 100, max_depth: 6, eta: 0.1, max_bin: 256 };

/** XGBoost 1.7.4 with one thread on a machine like that of docs/benchmarks.md: used where none is installed. */
const KNOWN = { cpuMs: 1720, wallMs: 1720, auc: 0.7941 };

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

function medians(runs) {
  return Object.fromEntries(['wallMs', 'cpuMs', 'auc'].map((key) => [key, median(runs.map((run) => run[key]))]));
}

function json(program, args, what) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${what} failed: ${stderr}`);
  return JSON.parse(stdout);
}

/** A Python that has XGBoost; the first on the path need not be the system's. */
function peerProgram() {
  const has = (program) => spawnSync(program, ['-c', 'import xgboost']).status === 0;
  return ['python3', '/usr/bin/python3'].find(has);
}

const WAYS = [
  { key: 'one', workers: 0, kernel: 'automatic' },
  { key: 'plain', workers: 0, kernel: 'javascript' },
  { key: 'two', workers: 2, kernel: 'automatic' },
];

/** All ways in turn, again and again, so that a busy minute of the machine meets all alike. */
function measure(files) {
  const python = peerProgram();
  if (python === undefined) process.stderr.write('learning: no Python here has xgboost, so it was not run beside.\n');
  const found = { peer: [], one: [], plain: [], two: [] };
  for (let run = 0; run < RUNS; run += 1) {
    if (python !== undefined) {
      const args = [join(HERE, 'peers', 'learning.py'), files.cells, files.labels, FEATURES, TRAIN_ROWS, 1].map(String);
      found.peer.push(json(python, args, 'XGBoost'));
    }
    for (const { key, ...way } of WAYS) {
      const task = { ...files, ...way, features: FEATURES, trainRows: TRAIN_ROWS, raw: RAW };
      found[key].push(json(process.execPath, [join(HERE, 'learning-run.mjs'), JSON.stringify(task)], 'the training'));
    }
  }
  const peer = found.peer.length > 0 ? medians(found.peer) : KNOWN;
  const version = found.peer[0]?.version;
  return { peer, version, one: medians(found.one), plain: medians(found.plain), two: medians(found.two) };
}

function* figures({ peer, version, one, plain, two }) {
  const size = '80k × 30, 100 trees of depth 6';
  const beside = `XGBoost ${version ?? '1.7.4, measured before'}: ${Math.round(peer.cpuMs)} ms`;
  const times = (value, of) => `${(value / of).toFixed(2)} ×`;
  yield {
    name: `${size}, one thread, CPU (${beside}; ${times(one.cpuMs, peer.cpuMs)})`,
    value: one.cpuMs,
    limit: Math.round(1.5 * peer.cpuMs),
    unit: 'ms',
  };
  yield {
    name: `${size}, without WebAssembly, CPU (${times(plain.cpuMs, peer.cpuMs)})`,
    value: plain.cpuMs,
    limit: Math.round(1.5 * peer.cpuMs),
    unit: 'ms',
  };
  yield {
    name: `${size}, two workers, wall (CPU ${Math.round(two.cpuMs)} ms; ${times(two.wallMs, peer.wallMs)} one thread of XGBoost)`,
    value: two.wallMs,
    limit: Math.round(peer.wallMs),
    unit: 'ms',
  };
  yield {
    name: `${size}, area under the ROC curve ${one.auc.toFixed(4)}: distance from XGBoost's ${peer.auc.toFixed(4)}`,
    value: 1000 * Math.abs(one.auc - peer.auc),
    limit: 5,
    unit: '‰',
  };
}

/** Boosted trees beside XGBoost on the same rows, each training in a fresh process. */
export function* benchLearning() {
  const dir = mkdtempSync(join(tmpdir(), 'cairn-learning-'));
  try {
    const { cells, labels } = fraudTable({ rows: ROWS, seed: 1 });
    const files = { cells: join(dir, 'cells.f32'), labels: join(dir, 'labels.f32') };
    writeFileSync(files.cells, cells);
    writeFileSync(files.labels, labels);
    yield* figures(measure(files));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
