import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { labLinks } from './lint/labs.ts';
import { loadLabFolder } from './load-labs.ts';

const EXAMPLE = fileURLToPath(new URL('../../labs/src/testing/fixtures/private-bucket.yaml', import.meta.url));

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cairn-labs-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function faultsOf(change: (text: string) => string, folder = 'private-bucket'): Promise<string[]> {
  await mkdir(join(root, 'labs', folder), { recursive: true });
  await writeFile(join(root, 'labs', folder, 'lab.yaml'), change(await readFile(EXAMPLE, 'utf8')));
  const { faults } = await loadLabFolder(root);
  return faults.map(({ file, line, message }) => `${file}:${line} ${message}`);
}

describe('a lab of content/labs', () => {
  it('loads, with the story of its story.md', async () => {
    await mkdir(join(root, 'labs', 'private-bucket'), { recursive: true });
    await writeFile(join(root, 'labs', 'private-bucket', 'story.md'), 'Once upon a time.');

    const faults = await faultsOf((text) => text.replace(/^story: \|\n( .*\n)+/m, ''));
    const { labs } = await loadLabFolder(root);

    expect(faults).toEqual([]);
    expect(labs.get('private-bucket')?.lab.story).toBe('Once upon a time.');
  });

  it.each([
    ['a fault of form', (text: string) => text.replace('minutes: 20', 'minutes: soon'), /:6 minutes: /],
    [
      'a fault of meaning',
      (text: string) => text.replace('check: blocks-public-access', 'check: nothing'),
      /lab.yaml:1\d\d wrong\.0\./,
    ],
    ['broken YAML', (text: string) => text.replace('steps:', 'steps: ['), /Not valid YAML/],
  ])('with %s is left out, and the fault has its line', async (_, change, fault) => {
    const faults = await faultsOf(change);

    expect(faults.join('\n')).toMatch(fault);
    expect((await loadLabFolder(root)).labs.size).toBe(0);
  });

  it('comes after those that are easier or shorter', async () => {
    const text = await readFile(EXAMPLE, 'utf8');
    const efforts = { aaa: ['advanced', 20], bbb: ['intermediate', 90], ccc: ['intermediate', 30] } as const;
    for (const [id, [level, minutes]] of Object.entries(efforts)) {
      await mkdir(join(root, 'labs', id), { recursive: true });
      const changed = text.replace(/^id: .*/m, `id: ${id}`).replace(/^level: .*/m, `level: ${level}`);
      await writeFile(join(root, 'labs', id, 'lab.yaml'), changed.replace(/^minutes: .*/m, `minutes: ${minutes}`));
    }

    const { labs } = await loadLabFolder(root);

    expect([...labs.keys()]).toEqual(['ccc', 'bbb', 'aaa']);
  });

  it('must be called as its folder is', async () => {
    expect(await faultsOf((text) => text, 'other')).toEqual([
      'labs/other/lab.yaml:2 The id is "private-bucket", but the path says "other".',
    ]);
  });

  it('names skills and tasks that exist', async () => {
    await faultsOf((text) => text);
    const { labs } = await loadLabFolder(root);
    const [loaded] = labs.values();
    const targets = { skills: new Set(['amazon-s3', 'aws-iams']), tasks: new Set<string>(), exams: new Map() };

    const faults = loaded ? labLinks(loaded, targets) : [];

    expect(faults.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '9 Unknown skill "aws-iam"; did you mean "aws-iams"?',
      '10 Unknown task "mla-c01/4.3".',
    ]);
  });
});
