import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Program, pause } from './program.ts';
import { call } from './wire.ts';

const INDEX_MILLISECONDS = 60_000;

/** The index of the search is made after the start. */
async function untilIndexed(port: number): Promise<void> {
  const end = performance.now() + INDEX_MILLISECONDS;
  for (;;) {
    const path = '/api/search?q=model';
    const { isReady } = await call<{ isReady: boolean }>({ port, path, patienceMilliseconds: 10_000 });
    if (isReady) return;
    if (performance.now() > end) throw new Error('the search index was not made');
    await pause(100);
  }
}

/**
 * For the global setup of a test run: the program makes a data directory once, and what is to be seen in it later
 * starts on copies. What a first start does is told by the files that start on new data.
 *
 * @returns the teardown
 */
export async function setup(): Promise<() => Promise<void>> {
  const program = await Program.onNewData();
  await program.start();
  await untilIndexed(program.port);
  await program.stop();
  // A system that lets the database's account not in here has put its files elsewhere: no copy, then.
  if (existsSync(join(program.dataDir, 'postgres'))) process.env.CAIRN_E2E_DATA = program.dataDir;
  return () => program.dispose();
}
