import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { UsageError } from '../failure.ts';
import { dataOption, parsePort } from '../options.ts';
import { print, remark } from '../output.ts';
import { untilStopped } from '../stopping.ts';

type Options = { readonly port: string; readonly data: string; readonly account: string; readonly json?: true };

/** The port that tools for local clouds are used to. */
const PORT = '4566';

async function runAws({ port: portText, data, account, json }: Options): Promise<void> {
  const port = parsePort(portText);
  const stopped = untilStopped();
  const directory = join(data, 'sandbox');
  mkdirSync(directory, { recursive: true });
  // Loaded here, so that the other commands do not wait for it.
  const { hostAws } = await import('@cairn/emulators-aws');
  const host = await hostAws({ port, directory, log: remark }).catch((error: unknown) => {
    throw portFault(error, port) ?? error;
  });
  const tenant = host.sandbox.open({ id: account });
  const { learner, root } = host.sandbox.authority.hostKeys(tenant);
  const facts = {
    endpoint: host.url,
    region: tenant.homeRegion,
    accountId: tenant.accountId,
    accessKeyId: learner?.accessKeyId,
    secretAccessKey: learner?.secretAccessKey,
    root,
    account,
    token: host.token,
  };
  print(json ? JSON.stringify(facts) : describe(facts));
  await stopped;
  await host.close();
}

function portFault(error: unknown, port: number): UsageError | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new UsageError(`Port ${port} is taken; choose another with --port, or --port 0 for any.`, { cause: error });
  }
  if (code !== 'EACCES') return undefined;
  return new UsageError(`Port ${port} needs root; choose one above 1023 with --port.`, { cause: error });
}

interface Facts {
  readonly endpoint: string;
  readonly region: string;
  readonly accountId: string;
  readonly accessKeyId: string | undefined;
  readonly secretAccessKey: string | undefined;
}

/** Lines for a shell: what the tools of AWS read. */
function describe({ endpoint, region, accountId, accessKeyId, secretAccessKey }: Facts): string {
  return [
    `# A local AWS, account ${accountId}. Nothing here can reach or bill a real account. Stop it with Ctrl+C.`,
    `export AWS_ENDPOINT_URL=${endpoint}`,
    `export AWS_ACCESS_KEY_ID=${accessKeyId}`,
    `export AWS_SECRET_ACCESS_KEY=${secretAccessKey}`,
    `export AWS_DEFAULT_REGION=${region} AWS_REGION=${region} AWS_EC2_METADATA_DISABLED=true`,
    `# Older tools do not read AWS_ENDPOINT_URL: aws --endpoint-url ${endpoint} s3 ls`,
  ].join('\n');
}

const aws = new Command('aws')
  .description('A local AWS with enforced permissions: prints its endpoint and keys, runs until stopped.')
  .option('--port <number>', 'port to listen on; 0 for any', PORT)
  .option('--account <name>', 'name of the account; the same name gives the same keys', 'learner')
  .addOption(dataOption())
  .option('--json', 'print endpoint and keys as JSON')
  .action(runAws);

export const sandbox = new Command('sandbox').description('Run a local cloud for practice.').addCommand(aws);
