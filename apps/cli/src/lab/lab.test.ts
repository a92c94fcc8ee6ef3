import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type TestDatabase, testDatabase } from '@cairn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
/** The built program, as `npm test` makes it before: the sandbox runs from its build too. */
const MAIN = join(ROOT, 'apps', 'cli', 'dist', 'main.js');
const EXAMPLE = join(ROOT, 'packages', 'labs', 'src', 'testing', 'fixtures', 'private-bucket.yaml');

let base: string;
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  base = mkdtempSync(join(tmpdir(), 'cairn-lab-'));
  chmodSync(base, 0o755); // root runs the database under another account, which must get in
  const folder = join(base, 'content', 'labs', 'private-bucket');
  mkdirSync(folder, { recursive: true });
  cpSync(EXAMPLE, join(folder, 'lab.yaml'));
});
afterAll(async () => {
  if (existsSync(join(base, 'data', 'sandbox', 'host.json'))) await lab(['stop']); // something failed
  await database.drop();
  rmSync(base, { recursive: true, force: true });
});

type Finished = { readonly code: number; readonly stdout: string; readonly stderr: string };

function lab(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  const { host, port, user, password, database: name } = database.endpoint;
  const search = new URLSearchParams({ host, port: String(port) });
  const DATABASE_URL = `postgres://${user}:${password ?? ''}@localhost/${name}?${search}`;
  const { AWS_ACCESS_KEY_ID: _, ...clean } = process.env;
  const whole = ['lab', ...args, '--data', join(base, 'data'), '--content', join(base, 'content')];
  return new Promise((done) => {
    const options = { cwd: base, env: { ...clean, DATABASE_URL, ...env } };
    execFile(process.execPath, [MAIN, ...whole], options, (error, stdout, stderr) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

const json = async (args: readonly string[]) => {
  const { code, stdout, stderr } = await lab([...args, '--json']);
  if (stdout === '') throw new Error(stderr);
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  return { code, answer: JSON.parse(stdout) as any };
};

type Report = { readonly id: string; readonly passed: boolean; readonly message: string };
const passedOf = ({ steps }: { readonly steps: readonly Report[] }) => steps.map(({ passed }) => passed);

/** Each command is a program that starts anew, on a machine that may be busy. */
describe('cairn lab', { timeout: 120_000 }, () => {
  it('goes from start over a failing check and a hint to the solution', async () => {
    const listed = await json(['list']);
    const started = await json(['start', 'private-bucket']);
    const checked = await json(['check', 'private-bucket']);
    const hint = await json(['hint', 'private-bucket']);
    const shown = await lab(['solution', 'private-bucket', '--with', 'cli', '--to', join(base, 'shown')]);
    const solved = await json(['solve', 'private-bucket']);

    expect(shown.stdout.trim().split('\n')[0]).toBe(join(base, 'shown', 'store.sh'));
    expect(readFileSync(join(base, 'shown', 'store.sh'), 'utf8')).toContain('#!/usr/bin/env bash');
    expect(listed.answer.labs).toMatchObject([{ id: 'private-bucket', run: null }]);
    expect(started).toMatchObject({ code: 0, answer: { accessKeyId: expect.stringMatching(/^LKIA/) } });
    expect(checked).toMatchObject({ code: 1, answer: { steps: [{ id: 'store', passed: false }, { id: 'role' }] } });
    expect(checked.answer.steps[0].message).toContain('There is no bucket');
    expect(hint.answer).toMatchObject({ step: 'store', of: 2, hints: [expect.any(String)] });
    expect([solved.code, ...passedOf(solved.answer)]).toEqual([0, true, true]);
  });

  it('goes on where it was, with the same keys after the sandbox was stopped', async () => {
    const before = await json(['start', 'private-bucket']);
    const stopped = await json(['stop']);
    const after = await json(['start', 'private-bucket']);

    expect(stopped.answer).toEqual({ stopped: true });
    expect(after.answer.run).toBe(before.answer.run);
    expect(after.answer.secretAccessKey).toBe(before.answer.secretAccessKey);
    expect(passedOf((await json(['check', 'private-bucket'])).answer)).toEqual([true, true]);
    expect(passedOf((await json(['reset', 'private-bucket'])).answer)).toEqual([false, false]);
  });

  it('prints only lines for a shell, which any POSIX shell takes', async () => {
    const { stdout } = await lab(['start', 'private-bucket', '--shell']);

    const said = execFileSync('sh', ['-c', `${stdout}\nprintf %s "$AWS_ACCESS_KEY_ID $AWS_REGION"`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });

    expect(said).toMatch(/^LKIA\w+ us-east-1$/);
  });

  it('never replaces keys of a real account unasked', async () => {
    const real = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE' };

    const refused = await lab(['start', 'private-bucket', '--shell'], real);
    const told = await lab(['start', 'private-bucket', '--shell', '--replace-keys'], real);

    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/^cairn: .*--replace-keys\.\n$/);
    expect(told.code).toBe(0);
  });

  it('writes the data of a lab, and shows time and bill', async () => {
    const { answer } = await json(['data', 'private-bucket', '--to', join(base, 'files')]);
    const { answer: clock } = await json(['advance', 'private-bucket', '2d']);
    const { answer: bill } = await json(['bill', 'private-bucket']);

    expect(answer.files).toMatchObject([{ rows: 100 }]);
    expect(readFileSync(answer.files[0].file, 'utf8').trim().split('\n')).toHaveLength(101);
    expect(clock.now).toBeGreaterThan(Date.now() + 47 * 3_600_000);
    expect(bill.totalUsd).toBeGreaterThanOrEqual(0);
  });

  it.each([
    [['show', 'nothing'], /There is no lab "nothing"/],
    [['check', 'private-bucket', '--step', 'nothing'], /has no step "nothing"; it has store, role/],
    [['advance', 'private-bucket', '11d'], /at most 240h/],
    [['solve', 'private-bucket', '--with', 'cobol'], /Allowed choices are/],
  ])('%j is refused in one sentence', async (args, sentence) => {
    const { code, stderr } = await lab(args);

    expect([code, stderr.trim().split('\n').length]).toEqual([2, 1]);
    expect(stderr).toMatch(sentence);
  });

  it('names a tool that is not installed', async () => {
    await lab(['start', 'private-bucket', '--again']);

    const { code, stderr } = await lab(['solve', 'private-bucket', '--with', 'cli'], { PATH: '/nonexistent' });

    expect(code).toBe(2);
    expect(stderr).toContain('"aws" is not installed');
  });

  it('leaves no process and no keys of the sandbox behind', async () => {
    await lab(['stop']);

    expect(existsSync(join(base, 'data', 'sandbox', 'host.json'))).toBe(false);
    expect(readdirSync(join(base, 'data', 'sandbox', 'accounts'))).toEqual([]);
  });
});
