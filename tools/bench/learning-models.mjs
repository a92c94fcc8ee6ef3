import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ROOT } from '../prepare.mjs';
import { FEATURES, fraudTable } from './learning-data.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const RUNS = 3;
const ROWS = 80_000;
const load = (path) => import(pathToFileURL(join(ROOT, path, 'dist', 'index.js')).href);

/** CPU ms of scikit-learn 1.2.1 with one thread on a machine like that of docs/benchmarks.md: used where none is installed. */
const KNOWN = { logistic: 489, kMeans: 407, pca: 138, isolation: 2524 };

function medianMs(work) {
  const times = [];
  for (let run = 0; run < RUNS; run += 1) {
    const begun = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(begun);
    times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[1];
}

/** scikit-learn's times on the same cells; undefined where no Python here has it. */
function peerTimes({ cells, labels }) {
  const python = ['python3', '/usr/bin/python3'].find((p) => spawnSync(p, ['-c', 'import sklearn']).status === 0);
  if (python === undefined) return undefined;
  const dir = mkdtempSync(join(tmpdir(), 'cairn-models-'));
  try {
    const files = [join(dir, 'cells.f32'), join(dir, 'labels.f32')];
    writeFileSync(files[0], cells);
    writeFileSync(files[1], labels);
    const args = [join(HERE, 'peers', 'learning-models.py'), ...files, String(FEATURES)];
    const { status, stdout, stderr } = spawnSync(python, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`scikit-learn failed: ${stderr}`);
    return JSON.parse(stdout);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function measure(learning, seededRng, { cells, labels }) {
  const { fitIsolationForest, fitKMeans, fitLinearLearner, fitPca, isolationScores, tableFromRows } = learning;
  const table = tableFromRows(cells, FEATURES);
  const options = { predictor_type: 'binary_classifier', wd: 1 / ROWS, normalize_data: false };
  const clusters = {
    k: 8,
    init_method: 'random',
    local_lloyd_num_trials: 1,
    local_lloyd_max_iter: 50,
    local_lloyd_tol: 0,
  };
  return {
    logistic: medianMs(() => fitLinearLearner(table, labels, options)),
    kMeans: medianMs(() => fitKMeans(table, clusters, seededRng(1))),
    pca: medianMs(() => fitPca(table, { num_components: 10 })),
    isolation: medianMs(() => isolationScores(fitIsolationForest(table, {}, seededRng(1)), table)),
    coefficients: fitLinearLearner(table, labels, options).model.coefficients[0],
  };
}

const LABELS = {
  logistic: 'logistic regression',
  kMeans: 'k-means, 8 clusters, 50 iterations at most',
  pca: 'PCA, 10 components',
  isolation: 'isolation forest, 100 trees, fit and score',
};

/** Linear and unsupervised models beside scikit-learn's with one thread, CPU time on the same 80,000 × 30 cells. */
export async function benchLearningModels() {
  const learning = await load('packages/learning-algorithms');
  const { seededRng } = await load('packages/kernel');
  const data = fraudTable({ rows: ROWS, seed: 1 });
  data.cells.forEach((value, i) => {
    if (Number.isNaN(value)) data.cells[i] = 0; // scikit-learn's models take no gaps either
  });
  const peer = peerTimes(data);
  const own = measure(learning, seededRng, data);
  const known = peer ?? KNOWN;
  const beside = `scikit-learn ${peer?.version ?? '1.2.1, measured before'}`;
  const rows = Object.entries(LABELS).map(([key, label]) => ({
    name: `80k × 30, ${label}, CPU (${beside}: ${Math.round(known[key])} ms; ${(own[key] / known[key]).toFixed(2)} ×)`,
    value: own[key],
    limit: Math.round(3 * known[key]),
    unit: 'ms',
  }));
  if (peer === undefined) return rows;
  const gap = Math.max(...own.coefficients.map((b, j) => Math.abs(b - peer.coefficients[j])));
  return [...rows, { name: 'logistic coefficients, largest distance', value: 1e6 * gap, limit: 100, unit: '·10⁻⁶' }];
}
