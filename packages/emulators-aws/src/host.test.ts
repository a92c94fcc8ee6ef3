import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { hostAws } from './host.ts';

const directories: string[] = [];
afterEach(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
});

function directory(): string {
  const made = mkdtempSync(join(tmpdir(), 'cairn-host-'));
  directories.push(made);
  return made;
}

async function keysIn(folder: string): Promise<string> {
  const host = await hostAws({ port: 0, directory: folder, log: () => undefined });
  const { root } = host.sandbox.authority.hostKeys(host.sandbox.open({ id: 'ann' }));
  await host.close();
  return `${root.accessKeyId} ${root.secretAccessKey}`;
}

it('gives an account the same keys after a restart, and others in each directory', async () => {
  const mine = directory();

  const first = await keysIn(mine);
  const again = await keysIn(mine);
  const elsewhere = await keysIn(directory());

  expect(again).toBe(first);
  expect(elsewhere).not.toBe(first);
  expect(statSync(join(mine, 'seed')).mode & 0o777).toBe(0o600);
});

it('shares a directory with another host, and removes what a killed one left', async () => {
  const shared = directory();
  mkdirSync(join(shared, 'accounts', '999999999-left'), { recursive: true });
  const options = { port: 0, directory: shared, log: () => undefined };

  const [one, other] = [await hostAws(options), await hostAws(options)];
  const folders = readdirSync(join(shared, 'accounts'));
  await one.close();
  const left = readdirSync(join(shared, 'accounts'));
  await other.close();

  expect([folders.length, left.length]).toEqual([2, 1]);
  expect(folders).not.toContain('999999999-left');
});
