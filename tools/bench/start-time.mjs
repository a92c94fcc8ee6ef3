import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { percentile, startProgram } from './program.mjs';

const RUNS = 5;

/** From `npm start` to healthy: once on an empty data directory, then as every day. Medians. */
export async function benchStart() {
  const dataDir = mkdtempSync(join(tmpdir(), 'cairn-bench-'));
  const command = [join('tools', 'start.mjs')];
  const first = await startProgram(dataDir, command);
  await first.stop();
  const seconds = [];
  for (let run = 0; run < RUNS; run += 1) {
    const program = await startProgram(dataDir, command);
    seconds.push(program.seconds);
    await program.stop();
  }
  rmSync(dataDir, { recursive: true, force: true });
  return [
    { name: 'npm start to healthy, installed and built', value: percentile(seconds, 0.5), limit: 3, unit: 's' },
    { name: 'the very first start (creates the database)', value: first.seconds, limit: 6, unit: 's' },
  ];
}
