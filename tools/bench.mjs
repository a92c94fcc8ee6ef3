import { cpus } from 'node:os';
import { benchAdaptive } from './bench/adaptive-time.mjs';
import { benchAdvice } from './bench/advice-time.mjs';
import { benchIrt } from './bench/irt-time.mjs';
import { benchLearningModels } from './bench/learning-models.mjs';
import { benchLearning } from './bench/learning-time.mjs';
import { benchMemory } from './bench/memory-time.mjs';
import { benchPage } from './bench/page-time.mjs';
import { benchPlan } from './bench/plan-time.mjs';
import { benchPostings } from './bench/postings-time.mjs';
import { benchSandbox } from './bench/sandbox-time.mjs';
import { benchSave } from './bench/save-time.mjs';
import { benchSearch } from './bench/search-time.mjs';
import { benchStart } from './bench/start-time.mjs';
import { prepare } from './prepare.mjs';

/** Each figure beside its limit, in one run. `npm run bench -- page save` measures some of them. */
const BENCHES = {
  advice: benchAdvice,
  start: benchStart,
  page: benchPage,
  save: benchSave,
  irt: benchIrt,
  adaptive: benchAdaptive,
  learning: benchLearning,
  sandbox: benchSandbox,
  'learning-models': benchLearningModels,
  memory: benchMemory,
  plan: benchPlan,
  search: benchSearch,
  postings: benchPostings,
};

function row({ name, value, limit, unit }) {
  const shown = `${value < 10 && unit !== '' ? value.toFixed(2) : Math.round(value)} ${unit}`.trim();
  const ratio = limit === 0 ? (value === 0 ? 'met' : 'missed') : `${(value / limit).toFixed(2)}`;
  return `| ${name} | ${shown} | ${`${limit} ${unit}`.trim()} | ${ratio} |`;
}

prepare();
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in BENCHES));
if (unknown) {
  process.stderr.write(`cairn: there is no bench "${unknown}"; there are ${Object.keys(BENCHES).join(', ')}.\n`);
  process.exit(2);
}
const { length: cores } = cpus();
const machine = `${cores} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}, ${process.platform}`;
process.stdout.write(
  `${new Date().toISOString().slice(0, 10)}, ${machine}\n\n| figure | measured | limit | ratio |\n|---|---|---|---|\n`,
);
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const figure of await bench()) process.stdout.write(`${row(figure)}\n`);
}
