import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readYamlFiles } from './files.ts';
import { keepTexts } from './keep-texts.ts';
import { isFaults, readYaml } from './yaml-file.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cairn-kept-'));
  await mkdir(join(root, 'items'));
  await write('a.yaml', 'name: first\nlist: [1, 2]\n');
  await write('b.yaml', 'name: second\n');
});
afterEach(() => rm(root, { recursive: true }));

const write = (name: string, text: string) => writeFile(join(root, 'items', name), text);

const kept = async () => (await readYamlFiles(root)).files.map((file) => file.kept);

const values = async () =>
  (await readYamlFiles(root)).files.map((file) => {
    const yaml = readYaml(file);
    return isFaults(yaml) ? yaml : yaml.value;
  });

describe('kept texts', () => {
  it('give the values that reading gives', async () => {
    const read = await values();

    expect(await keepTexts(root)).toBe(2);

    expect(await kept()).toEqual(read);
    expect(await values()).toEqual(read);
  });

  it('leave a text that changed to be read anew', async () => {
    await keepTexts(root);

    await write('b.yaml', 'name: changed\n');

    expect(await kept()).toEqual([{ name: 'first', list: [1, 2] }, undefined]);
    expect(await values()).toEqual([{ name: 'first', list: [1, 2] }, { name: 'changed' }]);
  });

  it('still place a value in its line', async () => {
    await keepTexts(root);

    const { files } = await readYamlFiles(root, 'items');
    const [first] = files.map(readYaml);

    expect(first).toMatchObject({ lineOf: expect.any(Function) });
    expect(first && 'lineOf' in first ? first.lineOf(['list', 1]) : undefined).toBe(2);
  });

  it('hold nothing that has faults or that JSON would change', async () => {
    await write('a.yaml', 'name: "open\n');
    await write('b.yaml', 'far: .inf\n');

    expect(await keepTexts(root)).toBe(0);

    expect((await values())[1]).toEqual({ far: Number.POSITIVE_INFINITY });
  });

  it.each(['', '{"format":1,"values":', '{"format":0,"values":{}}', '[]', '{"format":1,"values":null}'])(
    'are as if they were not there when the file holds %j',
    async (text) => {
      await keepTexts(root);
      expect(await readFile(join(root, '.kept.json'), 'utf8')).toContain('first');

      await writeFile(join(root, '.kept.json'), text);

      expect(await kept()).toEqual([undefined, undefined]);
    },
  );
});
