import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const RUNS = 3;

function once(what) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(HERE, 'postings-run.mjs'), what], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`reading postings failed: ${stderr}`);
  return JSON.parse(stdout);
}

function median(what) {
  const runs = Array.from({ length: RUNS }, () => once(what)).sort((a, b) => a.seconds - b.seconds);
  return runs[Math.floor(RUNS / 2)];
}

/** Reading postings for names, pay and the rest; median of three processes. */
export function benchPostings() {
  const speed = median('speed');
  const counted = median('counted');
  const counts = ['real', 'dense'].map((kind) => ({ kind, ...median(kind) }));
  return [
    {
      name: `25 MB of real postings read, CPU of one core (${Math.round(25 / speed.seconds)} MB/s)`,
      value: speed.seconds,
      limit: 1,
      unit: 's',
    },
    { name: '10,000 real postings counted and compared once read, CPU', value: counted.seconds, limit: 2, unit: 's' },
    ...counts.flatMap(({ kind, megabytes, seconds, peak }) => [
      {
        name: `10,000 ${kind} postings (${Math.round(megabytes)} MB) read, counted and compared, CPU, cold`,
        value: seconds,
        limit: 2,
        unit: 's',
      },
      { name: 'the same, memory at its peak, with the postings themselves', value: peak, limit: 300, unit: 'MB' },
    ]),
  ];
}
