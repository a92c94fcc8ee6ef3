import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));

/** A program that fits the same cells; its script prints `name<TAB>seconds<TAB>log-likelihood` for what it has. */
const PEERS = [
  { program: 'Rscript', script: 'irt.R', what: 'mirt, TAM and dexterMML (R)' },
  { program: 'python3', script: 'irt.py', what: 'girth (Python)' },
];

/** A fit that takes longer is not waited for. */
const LONGEST_MS = 300_000;

function lines(program, script, file, { data, model }) {
  const args = [join(HERE, 'peers', script), file, data.persons, data.items, model].map(String);
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8', timeout: LONGEST_MS });
  return status === 0 ? stdout.split('\n').filter((line) => line.includes('\t')) : undefined;
}

/** Says on stderr what the peers on this machine need for the same data, or that there are none. */
export function runPeers(cases, writeCells) {
  const dir = mkdtempSync(join(tmpdir(), 'cairn-peers-'));
  for (const { program, script, what } of PEERS) {
    if (spawnSync(program, ['--version']).status !== 0) {
      process.stderr.write(`irt: ${program} is not on this machine, so ${what} were not run beside it.\n`);
      continue;
    }
    for (const each of cases) {
      const file = join(dir, 'cells.u8');
      writeCells(each, file);
      const found = lines(program, script, file, each) ?? [];
      for (const line of found) process.stderr.write(`irt: ${each.name}: ${line.split('\t').join(', ')}\n`);
      if (found.length > 0) continue;
      process.stderr.write(`irt: ${what}: no package is installed, or none was done in time; not run beside it.\n`);
      break;
    }
  }
  rmSync(dir, { recursive: true, force: true });
}
