import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { base64Of } from './command/base64.ts';
import { planAws } from './command/plan.ts';
import { findTimestamp } from './command/timestamp.ts';
import { VirtualFolder } from './shell/folder.ts';
import { testModel } from './testing/models.ts';
import { hasRealCli, openRealCli, type RealCli } from './testing/real-cli.ts';

const RECORD = './testing/real-input.reference.json';
const FILES: Readonly<Record<string, string>> = {
  'policy.json': '{"Version":"2012-10-17","Statement":[]}',
  'tags.json': '[{"Key":"a","Value":"1"}]',
  'input.json': '{"StreamName":"from-file","ShardCount":3}',
  'body.bin': 'a body',
  'empty.zip': `PK\x05\x06${'\0'.repeat(18)}`,
};

const ROLE = 'iam create-role --role-name r --assume-role-policy-document';
const JOB =
  'sagemaker create-training-job --training-job-name j --role-arn a:b:c:d:e:ffffffffffffffffff ' +
  '--resource-config InstanceType=ml.m5.large,InstanceCount=1,VolumeSizeInGB=5 --stopping-condition MaxRuntimeInSeconds=60 ' +
  '--algorithm-specification TrainingImage=i,TrainingInputMode=File --output-data-config S3OutputPath=s3://b/';
/** Each a command's words; spaces inside a word are written as `·`. */
const COMMANDS = [
  'kinesis create-stream --stream-name a --shard-count 2',
  'kinesis create-stream --stream-name=a --shard-count=2',
  'kinesis create-stream --shard 2 --stream-n a',
  'kinesis create-stream --stream-name a --stream-mode-details StreamMode=ON_DEMAND',
  'kinesis create-stream --stream-name a --stream-mode-details {"StreamMode":"ON_DEMAND"}',
  'kinesis create-stream --cli-input-json file://input.json',
  'kinesis create-stream --cli-input-json file://input.json --stream-name other',
  'kinesis add-tags-to-stream --stream-name a --tags k=v,x=y',
  'kinesis put-record --stream-name a --partition-key 1 --data aGVsbG8=',
  'kinesis put-record --stream-name a --partition-key 1 --data hello·you --cli-binary-format raw-in-base64-out',
  'kinesis put-record --stream-name a --partition-key 1 --data fileb://body.bin',
  'kinesis put-records --stream-name a --records Data=aGk=,PartitionKey=1 Data=aGk=,PartitionKey=2',
  'kinesis put-records --stream-name a --records [{"Data":"aGk=","PartitionKey":"1"}]',
  'kinesis get-shard-iterator --stream-name a --shard-id s --shard-iterator-type AT_TIMESTAMP --timestamp 1700000000',
  'kinesis get-shard-iterator --stream-name a --shard-id s --shard-iterator-type AT_TIMESTAMP --timestamp 2024-01-02T03:04:05Z',
  'kinesis get-shard-iterator --stream-name a --shard-id s --shard-iterator-type AT_TIMESTAMP --timestamp 2024-01-02',
  'kinesis enable-enhanced-monitoring --stream-name a --shard-level-metrics IncomingBytes OutgoingBytes',
  'kinesis enable-enhanced-monitoring --stream-name a --shard-level-metrics ["IncomingBytes"]',
  `${ROLE} file://policy.json`,
  `${ROLE} x --tags file://tags.json`,
  `${ROLE} x --tags Key=a,Value=b Key=c,Value=`,
  `${ROLE} x --tags Key=a,Value="b,·c"`,
  `${ROLE} x --tags Key=a,Value='it\\'s'`,
  `${ROLE} x --tags Key=a,·Value=b·c`,
  `${ROLE} x --tags Key=a,Value=b\\,c`,
  `${ROLE} x --max-session-duration 3600`,
  'iam list-roles --path-prefix /x --page-size 5',
  'iam list-roles --max-items 5 --no-paginate',
  'iam update-account-password-policy --require-symbols --no-require-numbers --minimum-password-length 8',
  's3api put-object --bucket b --key k --body body.bin --metadata a=1,b=2 --content-type text/csv',
  's3api list-objects-v2 --bucket b --prefix p/ --delimiter /',
  's3api get-object --bucket b --key k --range bytes=0-3 out.bin',
  's3api put-bucket-tagging --bucket b --tagging TagSet=[{Key=a,Value=b},{Key=c,Value=d}]',
  's3api put-bucket-versioning --bucket b --versioning-configuration Status=Enabled',
  's3api delete-objects --bucket b --delete Objects=[{Key=a},{Key=b}],Quiet=true',
  's3api create-bucket --bucket b --create-bucket-configuration LocationConstraint=eu-west-1',
  's3api put-bucket-encryption --bucket b --server-side-encryption-configuration {"Rules":[{"BucketKeyEnabled":true}]}',
  'sqs create-queue --queue-name q --attributes VisibilityTimeout=60,DelaySeconds=5',
  'sqs receive-message --queue-url http://x/q --attribute-names All --wait-time-seconds 0',
  'sqs send-message --queue-url http://x/q --message-body b --message-attributes n={DataType=String,StringValue=v}',
  'sqs send-message-batch --queue-url http://x/q --entries Id=1,MessageBody=a Id=2,MessageBody=b',
  'sns subscribe --topic-arn t --protocol sqs --notification-endpoint e --return-subscription-arn',
  'cloudwatch put-metric-data --namespace N --metric-data MetricName=M,Value=2,Dimensions=[{Name=a,Value=b}]',
  'cloudwatch get-metric-statistics --namespace N --metric-name M --start-time 2024-01-01T00:00:00 --end-time 1700000000 --period 60 --statistics Sum Average',
  'cloudwatch put-metric-alarm --alarm-name a --comparison-operator GreaterThanThreshold --evaluation-periods 1 --threshold 2.5 --no-actions-enabled',
  'lambda create-function --function-name f --role r --handler h --runtime python3.12 --zip-file fileb://empty.zip --environment Variables={A=1,B=2}',
  'lambda create-function --function-name f --role r --code S3Bucket=bucket,S3Key=k --architectures arm64',
  'lambda invoke --function-name f --payload eyJhIjoxfQ== out.json',
  'lambda invoke --function-name f --cli-binary-format raw-in-base64-out --payload {"a":1} out.json',
  'lambda update-function-configuration --function-name f --timeout 10 --layers a b',
  'sagemaker-runtime invoke-endpoint --endpoint-name e --body MSwy --content-type text/csv out.txt',
  'sagemaker-runtime invoke-endpoint --endpoint-name e --body fileb://body.bin out.txt',
  `${JOB} --hyper-parameters max_depth=5,eta=0.2 --enable-managed-spot-training`,
  `${JOB} --input-data-config ChannelName=train,DataSource={S3DataSource={S3DataType=S3Prefix,S3Uri=s3://b/p}},ContentType=csv`,
  'sagemaker create-endpoint-config --endpoint-config-name c --production-variants VariantName=v,ModelName=m,InitialInstanceCount=1,InitialVariantWeight=0.5',
  'sagemaker list-training-jobs --status-equals Completed --creation-time-after 2024-01-01 --max-results 5',
  'glue start-job-run --job-name j --arguments {"--x":"1"}',
  'glue create-database --database-input Name=d,Description=x',
  'firehose put-record --delivery-stream-name d --record Data=aGk=',
  'firehose put-record-batch --delivery-stream-name d --records aGk= aGk=',
  'events put-events --entries Source=s,DetailType=t,Detail="{}"',
  'events put-targets --rule r --targets Id=1,Arn=a',
  'logs filter-log-events --log-group-name g --start-time 1700000000000 --filter-pattern ERROR',
  'logs put-log-events --log-group-name g --log-stream-name s --log-events timestamp=1,message=m',
  'stepfunctions send-task-success --task-token t --task-output {}',
  'stepfunctions start-execution --state-machine-arn a --input {"a":1}',
  'athena start-query-execution --query-string SELECT·1 --result-configuration OutputLocation=s3://b/',
  'comprehend detect-sentiment --text I·like·it --language-code en',
  'translate translate-text --text hello --source-language-code auto --target-language-code de',
  'kms encrypt --key-id k --plaintext aGk=',
  'sts assume-role --role-arn a:b:c:d:e:ffffffffffffffffff --role-session-name session --duration-seconds 900',
];

type Captured = Awaited<ReturnType<RealCli['capture']>>;

// what AWS CLI 2.9.19 (botocore 2.0.0dev) sends; CAIRN_REAL_CLI=1 compares it with the installed one, with -u records it
const sent: Readonly<Record<string, Captured>> = JSON.parse(readFileSync(new URL(RECORD, import.meta.url), 'utf8'));

function wordsOf(command: string): string[] {
  return command.split(' ').map((word) => word.replaceAll('·', ' '));
}

it.each(COMMANDS)('sends what the AWS CLI sends for aws %s', (command) => {
  const files = new VirtualFolder();
  for (const [name, text] of Object.entries(FILES)) files.write(name, new TextEncoder().encode(text), new Date(0));

  const plan = planAws(wordsOf(command), testModel, { files });

  expect(plan).toMatchObject({ kind: 'call' });
  if (plan.kind !== 'call') return;
  const { limit, options } = plan.pages ?? { limit: undefined, options: {} };
  const sized = limit === undefined || options.pageSize === undefined ? {} : { [limit]: options.pageSize };
  const isRaw = command.includes('raw-in-base64-out'); // the CLI leaves texts to its serializer
  expect(plan.operation.name).toBe(sent[command]?.operation);
  expect(comparable({ ...plan.input, ...sized }, '', isRaw)).toEqual(comparable(sent[command]?.input, '', isRaw));
});

it.skipIf(!(process.env.CAIRN_REAL_CLI && hasRealCli()))(
  'is compared with what the AWS CLI sends',
  async () => {
    const real = openRealCli('http://127.0.0.1:9', { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' });
    for (const [name, text] of Object.entries(FILES)) real.write(name, text);
    const captured: Record<string, Captured> = {};
    for (const command of COMMANDS) captured[command] = await real.capture(wordsOf(command));
    real.close();

    await expect(`${JSON.stringify(withoutTokens(captured), undefined, 1)}\n`).toMatchFileSnapshot(RECORD);
  },
  120_000,
);

/** Additions of the SDK to what was given: tokens, the encoding of keys; dates as the moment they mean. */
const ADDED = new Set(['EncodingType', 'PageSize', 'clientRequestToken', 'ClientRequestToken', 'ClientToken']);

function comparable(value: unknown, name: string, isRaw: boolean): unknown {
  if (value instanceof Date) return value.getTime();
  if (/time(stamp)?$|TimeAfter$/i.test(name) && typeof value === 'string') return findTimestamp(value)?.getTime();
  if (value instanceof Uint8Array) return isRaw ? new TextDecoder().decode(value) : { base64: base64Of(value) };
  if (Array.isArray(value)) return value.map((one) => comparable(one, '', isRaw));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !ADDED.has(key));
  return Object.fromEntries(entries.map(([key, one]) => [key, comparable(one, key, isRaw)]));
}

/** Tokens that are new in each run stay out of the record. */
function withoutTokens(captured: unknown): unknown {
  return JSON.parse(JSON.stringify(captured, (key, value: unknown) => (ADDED.has(key) ? undefined : value)));
}
