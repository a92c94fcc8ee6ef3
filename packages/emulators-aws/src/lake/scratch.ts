import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Payload } from '@cairn/emulator-kit';

/** A directory of its own for `work`, gone afterwards. */
export async function withScratch<Result>(work: (directory: string) => Promise<Result>): Promise<Result> {
  const directory = await mkdtemp(join(tmpdir(), 'cairn-lake-'));
  try {
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

export async function writePayload(file: string, payload: Payload): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'w');
  try {
    for await (const piece of payload.stream()) await handle.write(piece);
  } finally {
    await handle.close();
  }
}
