import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../prepare.mjs';

/** One measured training in a process of its own: `learning-run.mjs JSON`, which names the files that a peer reads too. */

const load = (path) => import(pathToFileURL(join(ROOT, 'packages/learning-algorithms/dist', path)).href);
const { parseBoostingParameters, predict, tableFromRows, trainBoostedTrees } = await load('index.js');
const { trainBoostedTreesInThreads } = await load('parallel/node.js');

function floats(file) {
  const bytes = readFileSync(file);
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
}

/** The chance that a positive row is ranked above a negative one. */
function aucOf(predictions, labels) {
  const order = Array.from(predictions.keys()).sort((a, b) => predictions[a] - predictions[b]);
  let positives = 0;
  let rankSum = 0;
  for (let i = 0; i < order.length; ) {
    let end = i;
    while (end < order.length && predictions[order[end]] === predictions[order[i]]) end += 1;
    for (let k = i; k < end; k += 1) {
      if (labels[order[k]] !== 1) continue;
      positives += 1;
      rankSum += (i + end + 1) / 2;
    }
    i = end;
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * (labels.length - positives));
}

const { cells: cellFile, labels: labelFile, features, trainRows, raw, workers, kernel } = JSON.parse(process.argv[2]);
const [cells, labels] = [floats(cellFile), floats(labelFile)];
const { parameters } = parseBoostingParameters(raw);
const cpu = process.cpuUsage();
const begun = performance.now();
const table = tableFromRows(cells.subarray(0, trainRows * features), features);
const task = { train: { table, labels: labels.subarray(0, trainRows) }, parameters };
const result =
  workers === 0 ? trainBoostedTrees(task, { kernel }) : await trainBoostedTreesInThreads(task, { workers });
const wallMs = performance.now() - begun;
const { user, system } = process.cpuUsage(cpu);
const held = tableFromRows(cells.subarray(trainRows * features), features);
const auc = aucOf(predict(result.model, held), labels.subarray(trainRows));
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ wallMs, cpuMs: (user + system) / 1000, megabytes, auc }));
