import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadLabFolder } from '@cairn/content';
import { testDatabase } from '@cairn/db/testing';
import type { Lab } from '@cairn/labs';
import { labsOf } from '../features.ts';
import { testServer } from '../testing.ts';

const EXAMPLE = fileURLToPath(
  new URL('../../../../packages/labs/src/testing/fixtures/private-bucket.yaml', import.meta.url),
);

/** A content root that holds the example lab and nothing else. */
function exampleContent(): string {
  const root = mkdtempSync(join(tmpdir(), 'cairn-labs-'));
  mkdirSync(join(root, 'labs', 'private-bucket'), { recursive: true });
  cpSync(EXAMPLE, join(root, 'labs', 'private-bucket', 'lab.yaml'));
  return root;
}

export async function exampleLab(): Promise<Lab> {
  const root = exampleContent();
  const { labs } = await loadLabFolder(root);
  rmSync(root, { recursive: true, force: true });
  const [loaded] = labs.values();
  if (!loaded) throw new RangeError('the example lab does not load');
  return loaded.lab;
}

/** The application with the example lab, a database and a data directory of its own; its sandbox is a real process. */
export async function labServer() {
  const root = exampleContent();
  const { labs } = await loadLabFolder(root);
  const dataDir = join(root, 'data');
  const server = await testServer(await testDatabase(), { labs: labsOf({ labs }), dataDir });
  const close = async () => {
    await server.sandbox.close();
    await server.drop();
    rmSync(root, { recursive: true, force: true });
  };
  return { ...server, dataDir, close };
}

export type LabServer = Awaited<ReturnType<typeof labServer>>;
