import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { zipOf } from '../testing.ts';
import { Environment, type Outcome } from './environment.ts';

const started: Environment[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((environment) => environment.close()));
});

const dispatch = async () => ({ status: 200, headers: {}, body: new TextEncoder().encode('{}') });

const startUntended = (files: Readonly<Record<string, string>>, memoryMegabytes = 128): Promise<Environment> =>
  Environment.start(
    {
      archive: zipOf(files),
      handlerName: 'index.handler',
      memoryMegabytes,
      environment: { STAGE: 'test' },
      endpoint: undefined,
    },
    dispatch,
  );

/** Ended after the test. */
async function start(files: Readonly<Record<string, string>>, memoryMegabytes?: number): Promise<Environment> {
  const environment = await startUntended(files, memoryMegabytes);
  started.push(environment);
  return environment;
}

const run = (environment: Environment, event: unknown = {}, limitMilliseconds = 5000): Promise<Outcome> =>
  environment.run({
    requestId: 'r-1',
    event: JSON.stringify(event),
    context: { functionName: 'f' },
    limitMilliseconds,
    clockAhead: 0,
    dispatch,
  });

const runOnce = async (source: string, event?: unknown, limitMilliseconds?: number) =>
  run(await start({ 'index.mjs': source }), event, limitMilliseconds);

describe('a function process', () => {
  it('answers by promise or by callback, from ESM or CommonJS, over several files', async () => {
    const esm = await start({
      'index.mjs': "import { twice } from './lib/twice.mjs'; export const handler = async (e) => twice(e.n);",
      'lib/twice.mjs': 'export const twice = (n) => 2 * n;',
    });
    const commonJs = await start({
      'index.js': 'exports.handler = (e, c, done) => done(null, [c.functionName, e.n]);',
    });

    expect(await run(esm, { n: 21 })).toMatchObject({ kind: 'returned', payload: '42' });
    expect(await run(commonJs, { n: 1 })).toMatchObject({ kind: 'returned', payload: '["f",1]' });
  });

  it('keeps its globals from one invocation to the next', async () => {
    const environment = await start({ 'index.mjs': 'let n = 0; export const handler = async () => ++n;' });

    expect(
      [await run(environment), await run(environment)].map((outcome) => 'payload' in outcome && outcome.payload),
    ).toEqual(['1', '2']);
  });

  it('is stopped when its time is up, however busy it is', async () => {
    const environment = await start({ 'index.mjs': 'export const handler = async () => { for (;;); };' });

    expect(await run(environment, {}, 300)).toMatchObject({ kind: 'timed-out' });
    expect(environment.isSpent).toBe(true);
  });

  it('tells what it printed, line by line', async () => {
    const outcome = await runOnce(
      "export const handler = async () => { console.log('a', { b: 1 }); console.error('c'); };",
    );

    expect(outcome.output.split('\n').map((line) => line.split('\t').slice(1))).toEqual([
      ['r-1', 'INFO', 'a { b: 1 }'],
      ['r-1', 'ERROR', 'c'],
      [],
    ]);
  });
});

describe('what goes wrong in a function', () => {
  it.each([
    ['throws', "throw new TypeError('no')", { errorType: 'TypeError', errorMessage: 'no' }],
    [
      'rejects where nobody looks',
      "void Promise.reject(new Error('lost')); await new Promise(() => {});",
      { errorType: 'Runtime.UnhandledPromiseRejection', errorMessage: 'Error: lost' },
    ],
    [
      'answers what JSON cannot hold',
      'return 1n;',
      { errorType: 'Runtime.MarshallingError', errorMessage: 'Unable to stringify response body' },
    ],
  ])('is told when it %s', async (_, body, error) => {
    const outcome = await runOnce(`export const handler = async () => { ${body} };`);

    expect(outcome).toMatchObject({ kind: 'failed', error });
  });

  it.each([
    ['has no such file', { 'other.mjs': '' }, 'Runtime.ImportModuleError'],
    ['exports no handler', { 'index.mjs': 'export const other = 1;' }, 'Runtime.HandlerNotFound'],
    ['does not parse', { 'index.mjs': 'export const handler = (' }, 'Runtime.UserCodeSyntaxError'],
    ['needs a package that is not there', { 'index.mjs': "import 'left-pad';" }, 'Runtime.ImportModuleError'],
  ])('is told when it %s', async (_, files: Record<string, string>, errorType) => {
    expect(await run(await start(files))).toMatchObject({ kind: 'failed', error: { errorType } });
  });

  it('is told when it ends its own process or eats its memory', async () => {
    const left = await runOnce('export const handler = async () => process.exit(3);');
    const greedy =
      'export const handler = async () => { const all = []; for (;;) all.push(new Array(1e5).fill(1.5)); };';
    const full = await run(await start({ 'index.mjs': greedy }, 16), {}, 20_000);

    expect(left).toMatchObject({ kind: 'exited', reason: 'Runtime exited with error: exit status 3' });
    expect(full).toMatchObject({ kind: 'exited' });
  });
});

describe('a function process cannot', () => {
  let prisoner: Environment;
  beforeAll(async () => {
    const source = `import fs from 'node:fs'; import net from 'node:net'; import dns from 'node:dns';
      const AsyncFunction = (async () => {}).constructor;
      export const handler = async ({ body }) => {
        const attempt = new AsyncFunction('fs', 'net', 'dns', 'load', body);
        return attempt(fs, net, dns, (name) => import(name)).then(() => 'done', (error) => error.code);
      };`;
    prisoner = await startUntended({ 'index.mjs': source });
  });
  afterAll(() => prisoner.close());

  const attempt = async (body: string) => {
    const outcome = await run(prisoner, { body });
    return outcome.kind === 'returned' ? JSON.parse(outcome.payload) : outcome;
  };

  it.each([
    ['read files of the machine', "fs.readFileSync('/etc/hostname')", 'ERR_ACCESS_DENIED'],
    ['write beside its own directory', "fs.writeFileSync('/tmp/cairn-escape', '')", 'ERR_ACCESS_DENIED'],
    ['change its code', "fs.writeFileSync(process.env.LAMBDA_TASK_ROOT + '/index.mjs', '')", 'ERR_ACCESS_DENIED'],
    ['start programs', "(await load('node:child_process')).execSync('id')", 'ERR_ACCESS_DENIED'],
    ['start threads', "new (await load('node:worker_threads')).Worker('1', { eval: true })", 'ERR_ACCESS_DENIED'],
    [
      'connect anywhere',
      "await new Promise((ok, no) => net.connect(9, '127.0.0.1').on('connect', ok).on('error', no))",
      'ENETUNREACH',
    ],
    ['ask the name service', "dns.resolve4('example.com', () => {})", 'EACCES'],
    ['see the variables of its host', 'if (process.env.PATH === undefined) throw { code: process.env.STAGE }', 'test'],
    [
      'be kept from its own temporary directory',
      "fs.writeFileSync((await load('node:os')).tmpdir() + '/x', '1')",
      'done',
    ],
  ])('%s', async (_, body, code) => {
    expect(await attempt(body)).toBe(code);
  });
});
