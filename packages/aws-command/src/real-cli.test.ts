import { type OpenSandbox, openSandbox } from '@cairn/emulators-aws/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCommandLine } from './shell/parse-script.ts';
import { Shell } from './shell/shell.ts';
import { testModel } from './testing/models.ts';
import { hasRealCli, openRealCli, type RealCli } from './testing/real-cli.ts';
import { runAll } from './testing/run-all.ts';
import { sandboxSend } from './testing/sandbox-shell.ts';

const isThere = hasRealCli();
if (!isThere) console.warn('The AWS CLI of the distribution is not installed: its answers are not compared with ours.');

const SETUP = `
aws kinesis create-stream --stream-name clicks --shard-count 2
aws kinesis wait stream-exists --stream-name clicks
aws kinesis add-tags-to-stream --stream-name clicks --tags a=1,b=2
aws s3 mb s3://data-lake-1
echo 'x,y' > b.csv
aws s3 cp b.csv s3://data-lake-1/
aws s3 cp b.csv s3://data-lake-1/raw/2026/
aws iam create-role --role-name reader --tags Key=team,Value=ml --assume-role-policy-document \\
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"glue.amazonaws.com"},"Action":"sts:AssumeRole"}]}'
aws iam create-role --role-name writer --path /team/ --assume-role-policy-document \\
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"glue.amazonaws.com"},"Action":"sts:AssumeRole"}]}'
aws cloudwatch put-metric-data --namespace Shop --metric-name Orders --value 3 --unit Count --dimensions Site=eu
`;

/** Answers that do not depend on how new the model is. */
const COMMANDS = [
  'sts get-caller-identity --output table',
  'sts get-caller-identity --output text',
  'sts get-caller-identity --query Account --output text',
  'sts get-caller-identity --query [Account,Arn] --output yaml',
  'kinesis describe-stream --stream-name clicks',
  'kinesis describe-stream --stream-name clicks --output text',
  'kinesis describe-stream --stream-name clicks --output table',
  'kinesis describe-stream --stream-name clicks --output yaml',
  'kinesis list-streams --query StreamNames[0]',
  'kinesis list-shards --stream-name clicks --max-items 1 --output text',
  'kinesis list-shards --stream-name clicks --query Shards[].[ShardId,HashKeyRange.StartingHashKey] --output text',
  'kinesis list-shards --stream-name clicks --query Shards[].[ShardId,HashKeyRange.StartingHashKey] --output table',
  'kinesis describe-stream --stream-name nope',
  's3api list-objects-v2 --bucket data-lake-1 --query Contents[].[Key,Size] --output table',
  's3api list-objects-v2 --bucket data-lake-1 --query {n:length(Contents),k:Contents[].Key} --output yaml',
  's3api head-object --bucket data-lake-1 --key b.csv',
  's3api head-object --bucket data-lake-1 --key nope',
  's3 ls s3://data-lake-1 --recursive --human-readable --summarize',
  's3 ls s3://data-lake-1/none',
  's3 ls s3://nobody-has-this',
  's3 cp s3://data-lake-1/b.csv -',
  's3 cp s3://data-lake-1/nope x',
  's3 cp s3://data-lake-1/ . --recursive --exclude * --include raw/* --dryrun',
  's3 mb s3://data-lake-1 --region eu-west-1',
  'iam get-role --role-name reader',
  'iam list-roles --output table',
  'iam list-roles --max-items 1 --query [Roles[0].RoleName,NextToken]',
  'iam get-role --role-name nope',
  'sqs get-queue-url --queue-name nope',
  'cloudwatch list-metrics --namespace Shop --output text',
  'iam create-role --generate-cli-skeleton',
  'kinesis create-stream',
  'kinesis create-stream --stream-name',
  'kinesis list-streams --query foo[',
  'sqs send-message --queue-url http://x --message-body a --message-attributes a',
  'kinesis create-stream --stream-name a --shard-count 1 --stream-mode-details StreamModex=ON_DEMAND',
  'sagemaker list-endpoints --creation-time-after foo',
  'iam create-role --role-name a --assume-role-policy-document file://nope',
  'kinesis put-record --stream-name a --partition-key 1 --data hello!x',
  's3 cp nofile s3://b/k',
  's3 ls s3://b --foo',
];

describe.skipIf(!isThere)('beside the installed AWS CLI', () => {
  let sandbox: OpenSandbox;
  let real: RealCli;
  let shell: Shell;

  beforeAll(async () => {
    sandbox = await openSandbox({ id: 'real-cli' });
    real = openRealCli(await sandbox.serve(), sandbox.learner);
    shell = new Shell({
      models: async (client) => testModel(client),
      sleep: (milliseconds) => sandbox.advance(milliseconds),
      now: () => new Date(),
      environment: { AWS_DEFAULT_REGION: 'us-east-1' },
    });
    const { code, stderr } = await runAll(shell, SETUP, sandboxSend(sandbox));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  afterAll(async () => {
    real.close();
    await sandbox.close();
  });

  it.each(COMMANDS)('prints the same for aws %s', async (command) => {
    const expected = await real.run(command.split(' '));

    const found = await runAll(shell, `aws ${quoted(command)}`, sandboxSend(sandbox));

    expect(found).toEqual(expected);
  });

  it('has made no bug known', () => {
    expect(sandbox.bugs).toEqual([]);
  });
});

/** Words that the list writes without quotes. */
function quoted(command: string): string {
  const words = command.split(' ').map((word) => (/[^\w./:=,-]/.test(word) ? `'${word}'` : word));
  const line = words.join(' ');
  expect(parseCommandLine(line).kind).toBe('script');
  return line;
}
