import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeLinks } from './binaries.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cairn-links-'));
  mkdirSync(join(root, 'lib'));
  writeFileSync(join(root, 'lib', 'libpq.so.5.18'), 'library');
  const links = [
    { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
    { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so' },
  ];
  writeFileSync(join(root, 'pg-symlinks.json'), JSON.stringify(links));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('links of the npm package', () => {
  it('are made when its install script did not run, and again without harm', () => {
    makeLinks(root);
    makeLinks(root);

    expect(readFileSync(join(root, 'lib', 'libpq.so.5'), 'utf8')).toBe('library');
    expect(readFileSync(join(root, 'lib', 'libpq.so'), 'utf8')).toBe('library');
  });

  it('are not needed where the package lists none', () => {
    rmSync(join(root, 'pg-symlinks.json'));

    makeLinks(root);

    expect(existsSync(join(root, 'lib', 'libpq.so'))).toBe(false);
  });
});
