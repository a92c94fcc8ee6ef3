import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const TOOL = fileURLToPath(new URL('packs.mjs', import.meta.url));
const COMMITTED = fileURLToPath(new URL('../packages/emulators-aws/packs/sts.json', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'cairn-packs-'));
const copy = join(folder, 'sts.json');
afterAll(() => rmSync(folder, { recursive: true }));

/** A machine without botocore, so that the result is the same everywhere. */
function packs(...args: string[]) {
  const env = { ...process.env, PYTHON: join(folder, 'no-python') };
  const { status, stdout, stderr } = spawnSync(process.execPath, [TOOL, ...args], { encoding: 'utf8', env });
  return { status, said: stdout + stderr };
}

describe('npm run packs', () => {
  it('finds every committed pack to be what the installed client says', () => {
    expect(packs('--check')).toMatchObject({ status: 0 });
  });

  it('reports drift, and mends it with the constraints of the previous pack', () => {
    const committed = readFileSync(COMMITTED, 'utf8');
    writeFileSync(
      copy,
      committed.replace('"AssumeRole"', '"AssumeRoll"').replace(/client-sts [\d.]+/, 'client-sts 3.0.0'),
    );

    const found = packs('--check', '--packs', folder, 'sts');
    const mended = packs('--packs', folder, 'sts');

    expect(found).toMatchObject({ status: 1 });
    expect(found.said).toMatch(/sts: @aws-sdk\/client-sts 3\.0\.0 -> @aws-sdk\/client-sts 3\.\d+/);
    expect(mended).toMatchObject({ status: 0 });
    expect(JSON.parse(readFileSync(copy, 'utf8')).operations[0][0]).toBe('AssumeRole');
  });

  it('says what a first pack needs', () => {
    rmSync(copy);

    const outcome = packs('--packs', folder, 'sts');

    expect(outcome.status).toBe(1);
    expect(outcome.said).toContain('its first one needs a Python with botocore');
  });
});
