import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inProcessHandler } from '@cairn/emulator-kit';
import { type OpenSandbox, openSandbox } from '@cairn/emulators-aws/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Cloud } from '../cloud/cloud.ts';
import { openDatasets } from '../datasets/datasets.ts';
import { LabCalls } from '../lab/calls-schema.ts';
import type { DatasetUse } from '../lab/schema.ts';
import { LANGUAGES, type Language, renderCalls } from '../render/render.ts';
import { builtInVariables } from '../run/context.ts';
import { runCalls } from '../run/run-calls.ts';
import { exampleLab } from '../testing/example-lab.ts';
import { proveLab } from '../testing.ts';
import { cliCloud, pythonCloud, runScript, sdkCloud } from './index.ts';

const LOANS: DatasetUse = {
  id: 'loans',
  generator: 'leaky-loans',
  seed: 3,
  rows: 120,
  parts: { train: 100, test: 20 },
  options: {},
};
const CALLS = LabCalls.parse(parse(readFileSync(new URL('../testing/fixtures/tour.yaml', import.meta.url), 'utf8')));
const datasets = openDatasets([LOANS]);

/** Programs that speak to the sandbox, where they are installed: an old and a new one of each. */
const TOOLS = [
  { kind: 'cli', program: '/usr/bin/aws', probe: ['--version'] },
  { kind: 'cli', program: 'aws', probe: ['--version'] },
  { kind: 'python', program: '/usr/bin/python3', probe: ['-c', 'import boto3; print(boto3.__version__)'] },
  { kind: 'python', program: 'python3', probe: ['-c', 'import boto3; print(boto3.__version__)'] },
] as const;

function versionOf(program: string, probe: readonly string[]): string | undefined {
  try {
    return execFileSync(program, probe, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

const found = TOOLS.map((tool) => ({ ...tool, version: versionOf(tool.program, tool.probe) })).filter(
  (tool, index, all) =>
    tool.version !== undefined && all.findIndex(({ version }) => version === tool.version) === index,
);
/** All of them with CAIRN_ALL_TOOLS=1; else the first of each kind, for the programs take about a second a call. */
const tried = process.env.CAIRN_ALL_TOOLS
  ? found
  : found.filter(({ kind }, index) => found.findIndex((one) => one.kind === kind) === index);
if (found.length < TOOLS.length)
  process.stdout.write(`Of ${TOOLS.length} tools, ${found.length} are installed; the others are not tried.\n`);

let base: OpenSandbox;
let endpoint: string;
let accounts = 0;

beforeAll(async () => {
  base = await openSandbox({ id: 'labs' });
  endpoint = await base.serve();
});
afterAll(async () => {
  expect(base.bugs).toEqual([]);
  await base.close();
});

async function freshAccount(): Promise<{ account: OpenSandbox; cloud: Cloud }> {
  accounts += 1;
  const account = await base.another(`labs-${accounts}`);
  const requestHandler = inProcessHandler(account.sandbox.dispatch, { spool: account.sandbox.spool });
  return { account, cloud: sdkCloud({ region: 'us-east-1', credentials: { ...account.root }, requestHandler }) };
}

const Listing = z.object({ Contents: z.array(z.object({ Key: z.string(), ETag: z.string() })) });

/** What the tour leaves in an account, with the account's own number taken out. */
async function finalState(cloud: Cloud): Promise<unknown> {
  const { account } = await builtInVariables(cloud);
  const neutral = (text: string) => text.replaceAll(String(account), 'ACCOUNT');
  const Bucket = `tour-${String(account)}`;
  const { Contents } = Listing.parse(await cloud.send('s3', 'ListObjectsV2', { Bucket }));
  const json = Contents.map(({ Key }) => Key).filter((Key) => Key.endsWith('.json'));
  const texts = await Promise.all(
    json.map(async (Key) => String((await cloud.send('s3', 'GetObject', { Bucket, Key })).Body)),
  );
  const policy = await cloud.send('iam', 'GetRolePolicy', { RoleName: 'reader', PolicyName: 'notes' });
  const { Role } = z
    .object({ Role: z.looseObject({ Description: z.string(), Tags: z.unknown() }) })
    .parse(await cloud.send('iam', 'GetRole', { RoleName: 'reader' }));
  const { PublicAccessBlockConfiguration: block } = await cloud.send('s3', 'GetPublicAccessBlock', { Bucket });
  return {
    objects: Contents.map(({ Key, ETag }) => (json.includes(Key) ? Key : `${Key} ${ETag}`)),
    json: texts.map((text): unknown => JSON.parse(neutral(text))),
    policy: JSON.parse(neutral(decodeURIComponent(String(policy.PolicyDocument)))),
    role: [Role.Description, Role.Tags],
    block,
  };
}

describe('one definition, every tool', () => {
  let reference: unknown;
  beforeAll(async () => {
    const { account, cloud } = await freshAccount();
    const learner = sdkCloud({ region: 'us-east-1', credentials: account.learner, endpoint });
    const logs: string[] = [];
    await runCalls(CALLS, {
      cloud: learner,
      datasets,
      variables: await builtInVariables(learner),
      onLog: (text) => logs.push(text),
    });
    learner.close();
    reference = await finalState(cloud);
    expect(logs).toEqual([expect.stringMatching(/^The role is arn:aws:iam::\d{12}:role\/reader in us-east-1\.$/)]);
  });

  it('leaves what the tour says', () => {
    expect(reference).toMatchSnapshot();
  });

  it.each(tried)('calls made through $kind $program $version leave the same', async ({ kind, program }) => {
    const { account, cloud } = await freshAccount();
    const options = { region: 'us-east-1', endpoint, credentials: account.learner, program };
    const tool = kind === 'cli' ? cliCloud(options) : pythonCloud(options);
    const [bucket, , lines, , zip, blob] = CALLS;
    const calls = kind === 'cli' ? [bucket, lines, zip, blob].filter((call) => call !== undefined) : CALLS;
    await runCalls(calls, { cloud: tool, datasets, variables: await builtInVariables(tool) });
    const answer = await tool.send('s3', 'GetObject', {
      Bucket: `tour-${account.tenant.accountId}`,
      Key: 'code/blob.bin',
    });
    tool.close();

    expect(answer.Body).toEqual(Uint8Array.of(0, 1, 255, 128));
    if (kind === 'python') expect(await finalState(cloud)).toEqual(reference);
  });

  const scripts: { kind: Language; program: string | undefined; version: string | undefined }[] = [
    ...tried,
    { kind: 'javascript', program: undefined, version: process.version },
  ];
  it.each(scripts)(
    'the $kind script run by $program $version leaves the same',
    async ({ kind, program }) => {
      const { account, cloud } = await freshAccount();
      const options = {
        region: 'us-east-1',
        endpoint,
        credentials: account.learner,
        ...(program === undefined ? {} : { program }),
      };
      const done = await runScript(kind, renderCalls(CALLS, kind, { datasets }), options);

      expect(done.code === 0 ? '' : done.stderr).toBe('');
      expect(done.stdout).toMatch(/The role is arn:aws:iam::\d{12}:role\/reader in us-east-1\./);
      expect(await finalState(cloud)).toEqual(reference);
    },
    120_000,
  );

  it.each(LANGUAGES)('the %s script reads as a person would write it', (language) => {
    expect(renderCalls(CALLS, language, { datasets }).code).toMatchSnapshot();
  });
});

describe('the example lab in the sandbox', () => {
  it('is proven in both directions through the official clients', async () => {
    const { account } = await freshAccount();
    const requestHandler = inProcessHandler(account.sandbox.dispatch, { spool: account.sandbox.spool });
    const open = (credentials: typeof account.root) =>
      sdkCloud({ region: 'us-east-1', credentials: { ...credentials }, requestHandler });
    const checkpoint = async () => {
      const snapshot = account.tenant.snapshot();
      return async () => account.sandbox.restore(account.tenant, snapshot);
    };
    const proof = await proveLab(exampleLab(), async () => ({
      author: open(account.root),
      learner: open(account.learner),
      checkpoint,
    }));

    expect(proof.faults).toEqual([]);
  });

  it('says that nobody answers when nobody does', async () => {
    const cloud = sdkCloud({ region: 'us-east-1', credentials: base.learner, endpoint: 'http://127.0.0.1:9' });

    await expect(cloud.send('sts', 'GetCallerIdentity', {})).rejects.toMatchObject({ kind: 'unreachable' });
  });
});
