import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from './duckdb.ts';

const ENDLESS = 'SELECT count(*) FROM range(1000000) a, range(1000000) b, range(1000000) c WHERE a.range * b.range = 7';

let directory: string;
let bench: Workbench;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cairn-bench-'));
  bench = await openWorkbench(directory);
});
afterEach(async () => {
  bench.close();
  await rm(directory, { recursive: true, force: true });
});

describe('a database that is stopped', () => {
  it('takes no statement after', async () => {
    bench.stop();

    await expect(bench.run(ENDLESS)).rejects.toThrow('The query was stopped.');
  });

  it('ends the statement that was just handed in, before the engine has begun', async () => {
    const ended = expect(bench.rows(ENDLESS)).rejects.toThrow('The query was stopped.');
    bench.stop();

    await ended;
  });

  it('ends the statement that runs', async () => {
    const ended = expect(bench.rows(ENDLESS)).rejects.toThrow('The query was stopped.');
    await new Promise((resolve) => setTimeout(resolve, 200));
    bench.stop();

    await ended;
  });
});
