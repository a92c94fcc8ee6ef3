import type { Charge, PriceSource } from '@cairn/emulator-kit';
import { infracost, per, seen } from './prices/source.ts';

export * from './prices/ai-services.ts';

/**
 * On-demand prices of us-east-1 in US dollars, as a learner would meet them; free tiers are not counted. A price without
 * a source is from memory, and the bill says that nobody checked it.
 */

// https://aws.amazon.com/s3/pricing/ fills its tables by script
const S3_LIST = infracost('s3_bucket_test');
const storage = (item: string, usdPerUnit: number, source?: PriceSource): Charge => ({
  ...{ service: 'S3', item, unit: 'GB-month', usdPerUnit },
  source,
});

/** Storage by class, first 50 TB. */
export const S3_STORAGE: Readonly<Record<string, Charge>> = {
  STANDARD: storage('Standard storage', 0.023, S3_LIST),
  REDUCED_REDUNDANCY: storage('Reduced Redundancy storage', 0.024),
  INTELLIGENT_TIERING: storage('Intelligent-Tiering storage, frequent access', 0.023, S3_LIST),
  STANDARD_IA: storage('Standard-IA storage', 0.0125, S3_LIST),
  ONEZONE_IA: storage('One Zone-IA storage', 0.01, S3_LIST),
  GLACIER_IR: storage('Glacier Instant Retrieval storage', 0.004),
  GLACIER: storage('Glacier Flexible Retrieval storage', 0.0036, S3_LIST),
  DEEP_ARCHIVE: storage('Glacier Deep Archive storage', 0.00099, S3_LIST),
};

/** $0.005 per 1,000: PUT, COPY, POST, LIST. */
export const S3_WRITE_REQUEST: Charge = {
  service: 'S3',
  item: 'PUT, COPY, POST and LIST requests',
  unit: 'request',
  usdPerUnit: 0.000005,
  source: S3_LIST,
};
/** $0.0004 per 1,000: GET, SELECT and all others. */
export const S3_LOOKUP_REQUEST: Charge = {
  service: 'S3',
  item: 'GET and other requests',
  unit: 'request',
  usdPerUnit: 0.0000004,
  source: S3_LIST,
};

// https://aws.amazon.com/kinesis/data-streams/pricing/ fills its tables by script
const kinesis = (item: string, unit: string, usdPerUnit: number): Charge => ({
  service: 'Kinesis Data Streams',
  item,
  unit,
  usdPerUnit,
  source: infracost('kinesis_stream_test'),
});

export const KINESIS_SHARD_HOUR = kinesis('Shards', 'shard-hour', 0.015);
/** $0.014 per million units of 25 KB. */
export const KINESIS_PUT_UNIT = kinesis('PUT payload units', 'unit', 0.000000014);
/** Beyond 24 hours, up to seven days. */
export const KINESIS_EXTENDED_RETENTION = kinesis('Extended data retention', 'shard-hour', 0.02);
export const KINESIS_ON_DEMAND_HOUR = kinesis('On-demand streams', 'stream-hour', 0.04);
/** Each record counts as whole kilobytes. */
export const KINESIS_ON_DEMAND_IN = kinesis('On-demand data in', 'GB', 0.08);
export const KINESIS_ON_DEMAND_OUT = kinesis('On-demand data out', 'GB', 0.04);
export const KINESIS_CONSUMER_HOUR = kinesis('Enhanced fan-out consumers', 'consumer-shard-hour', 0.015);
export const KINESIS_CONSUMER_OUT = kinesis('Enhanced fan-out data out', 'GB', 0.013);

/** Hours of a month as AWS counts them, to spread a monthly price over the hours something exists. */
export const HOURS_PER_MONTH = 730;

// https://aws.amazon.com/sagemaker-ai/pricing/ fills its tables by script
const SAGEMAKER_TABLES = seen('public cost tables, the most frequent figure where they differ', '2026-11-21');
const FROM_MEMORY = /^ml\.(t2|m4|c4|r5)\./;

/** USD per instance-hour; hosting, training, processing, transform and notebooks cost the same on these types. */
const INSTANCE_USD_PER_HOUR: Readonly<Record<string, number>> = {
  'ml.t2.medium': 0.056,
  'ml.t2.large': 0.111,
  'ml.t2.xlarge': 0.223,
  'ml.t3.medium': 0.05,
  'ml.t3.large': 0.1,
  'ml.t3.xlarge': 0.2,
  'ml.t3.2xlarge': 0.399,
  'ml.m4.xlarge': 0.24,
  'ml.m5.large': 0.115,
  'ml.m5.xlarge': 0.23,
  'ml.m5.2xlarge': 0.461,
  'ml.m5.4xlarge': 0.922,
  'ml.m5.12xlarge': 2.765,
  'ml.m5.24xlarge': 5.53,
  'ml.c4.xlarge': 0.239,
  'ml.c5.large': 0.102,
  'ml.c5.xlarge': 0.204,
  'ml.c5.2xlarge': 0.408,
  'ml.c5.4xlarge': 0.816,
  'ml.c5.9xlarge': 1.836,
  'ml.r5.large': 0.151,
  'ml.r5.xlarge': 0.302,
  'ml.g4dn.xlarge': 0.7364,
  'ml.g4dn.2xlarge': 0.94,
  'ml.g4dn.4xlarge': 1.505,
  'ml.g4dn.12xlarge': 4.89,
  'ml.g5.xlarge': 1.408,
  'ml.g5.2xlarge': 1.515,
  'ml.g5.4xlarge': 2.03,
  'ml.g5.12xlarge': 7.09,
  'ml.p3.2xlarge': 3.825,
  'ml.p3.8xlarge': 14.688,
};
export type SageMakerUse = 'Hosting' | 'Training' | 'Processing' | 'Batch transform' | 'Notebook';

/** Undefined for a type that the table does not know: never a guessed price. */
export function sageMakerInstanceHour(use: SageMakerUse, instanceType: string): Charge | undefined {
  const usdPerUnit = INSTANCE_USD_PER_HOUR[instanceType];
  if (usdPerUnit === undefined) return undefined;
  const source = FROM_MEMORY.test(instanceType) ? undefined : SAGEMAKER_TABLES;
  return { service: 'SageMaker', item: `${use} on ${instanceType}`, unit: 'instance-hour', usdPerUnit, source };
}
/** Managed spot training, about 70 % off; the real discount follows the market. */
export const SAGEMAKER_SPOT_SHARE = 0.3;
// from memory
export const SAGEMAKER_SERVERLESS_SECOND = per('SageMaker', 'GB-second')('Serverless inference', 0.00002);
export const SAGEMAKER_SERVERLESS_DATA = per('SageMaker', 'GB')('Serverless inference data in and out', 0.016);
export const SAGEMAKER_STORAGE = per('SageMaker', 'GB-month')('ML storage (gp2)', 0.14);
export const FEATURE_STORE_WRITE = per('SageMaker', 'unit')('Feature Store write request units', 0.00000125);
export const FEATURE_STORE_READ = per('SageMaker', 'unit')('Feature Store read request units', 0.00000025);
export const FEATURE_STORE_STORAGE = per('SageMaker', 'GB-month')('Feature Store online storage', 0.45);

// https://aws.amazon.com/firehose/pricing/ fills its tables by script; from memory
/** Each record counts as whole units of 5 KB. First 500 TB of a month. */
export const FIREHOSE_INGESTED = per('Data Firehose', 'GB')('Data ingested', 0.029);
export const FIREHOSE_CONVERTED = per('Data Firehose', 'GB')('Format conversion', 0.018);

// https://aws.amazon.com/lambda/pricing/ agrees: 128 MB are 0.0000000021 a millisecond
const LAMBDA_TABLE = seen(
  'https://git.mcrn.ar/mariano/lambda_local_runner/src/branch/main/docs/lambdas-md/lambda-13-cost.md',
  '2026-11-21',
);
export const LAMBDA_REQUEST = per('Lambda', 'request')('Requests', 0.0000002, LAMBDA_TABLE);
export const LAMBDA_GB_SECOND = per('Lambda', 'GB-second')('Duration, x86', 0.0000166667, LAMBDA_TABLE);
export const LAMBDA_ARM_GB_SECOND = per('Lambda', 'GB-second')('Duration, Arm', 0.0000133334, LAMBDA_TABLE);

const GLUE_TABLE = seen('https://gist.github.com/eponkratova/efc751f3ced161ad42e0dfe86f0a2f8f', '2026-11-21');
/** Jobs bill a minute at least, crawlers ten. */
export const GLUE_JOB_DPU_HOUR = per('Glue', 'DPU-hour')('ETL jobs', 0.44, GLUE_TABLE);
export const GLUE_CRAWLER_DPU_HOUR = per('Glue', 'DPU-hour')('Crawlers', 0.44, GLUE_TABLE);
export const DATABREW_NODE_HOUR = per('Glue DataBrew', 'node-hour')('Jobs', 0.48, GLUE_TABLE);

const ATHENA_GUIDE = seen('https://athena.guide/articles/athena-basics-pricing-model', '2026-11-21');
/** 10 MB a query at least. */
export const ATHENA_SCANNED = per('Athena', 'TB')('Data scanned', 5, ATHENA_GUIDE);

// https://aws.amazon.com/cloudwatch/pricing/
const CLOUDWATCH_GUIDE = seen(
  'https://www.factualminds.com/blog/amazon-cloudwatch-pricing-metrics-logs-alarms-dashboards/',
  '2026-11-21',
);
const CLOUDWATCH_ALARMS = infracost('cloudwatch_metric_alarm_test');
const METRIC_READS = seen(
  'https://blog.burakcankus.com/2024/03/31/disable-aws-cloudfront-distributions-if-budget-is-exceeded.html',
  '2026-11-21',
);
/** First 10,000 metrics; a metric is paid for by the hours in which it was sent. */
export const CLOUDWATCH_METRIC_MONTH = per('CloudWatch', 'metric-month')(
  'Custom metrics',
  0.3,
  seen('https://signoz.io/guides/cloudwatch-pricing', '2026-11-21'),
);
export const CLOUDWATCH_REQUEST = per('CloudWatch', 'request')('API requests', 0.00001);
export const CLOUDWATCH_METRIC_READ = per('CloudWatch', 'metric')(
  'GetMetricData metrics requested',
  0.00001,
  METRIC_READS,
);
export const CLOUDWATCH_ALARM_MONTH = per('CloudWatch', 'alarm-month')(
  'Alarm metrics, standard resolution',
  0.1,
  CLOUDWATCH_ALARMS,
);
export const CLOUDWATCH_FAST_ALARM_MONTH = per('CloudWatch', 'alarm-month')(
  'Alarm metrics, high resolution',
  0.3,
  CLOUDWATCH_ALARMS,
);
export const CLOUDWATCH_COMPOSITE_ALARM_MONTH = per('CloudWatch', 'alarm-month')('Composite alarms', 0.5);
export const CLOUDWATCH_DASHBOARD_MONTH = per('CloudWatch', 'dashboard-month')('Dashboards', 3, CLOUDWATCH_GUIDE);
export const LOGS_INGESTED = per('CloudWatch Logs', 'GB')('Data ingested, standard class', 0.5, CLOUDWATCH_GUIDE);
export const LOGS_INFREQUENT_INGESTED = per('CloudWatch Logs', 'GB')('Data ingested, infrequent access', 0.25);
export const LOGS_STORED = per('CloudWatch Logs', 'GB-month')('Archived data', 0.03, CLOUDWATCH_GUIDE);
export const LOGS_SCANNED = per('CloudWatch Logs', 'GB')('Data scanned by queries', 0.005, CLOUDWATCH_GUIDE);

const SQS_GUIDE = seen('https://cloudburn.io/blog/amazon-sqs-pricing', '2026-11-21');
const SNS_GUIDE = seen(
  'https://www.factualminds.com/blog/amazon-sns-pricing-publishes-fanout-protocols/',
  '2026-11-21',
);
const EVENTBRIDGE_GUIDE = seen('https://cloudburn.io/blog/amazon-eventbridge-pricing', '2026-11-21');
export const SQS_STANDARD_REQUEST = per('SQS', 'request')('Standard queue requests', 0.0000004, SQS_GUIDE);
export const SQS_FIFO_REQUEST = per('SQS', 'request')('FIFO queue requests', 0.0000005, SQS_GUIDE);
export const SNS_PUBLISH = per('SNS', 'request')('Publishes', 0.0000005, SNS_GUIDE);
/** Deliveries to SQS and Lambda are free. */
export const SNS_HTTP_DELIVERY = per('SNS', 'delivery')('HTTP deliveries', 0.0000006, SNS_GUIDE);
export const SNS_EMAIL_DELIVERY = per('SNS', 'delivery')('Email deliveries', 0.00002, SNS_GUIDE);
export const EVENTBRIDGE_EVENT = per('EventBridge', 'event')('Custom events', 0.000001, EVENTBRIDGE_GUIDE);

const STEP_FUNCTIONS_NOTES = seen(
  'https://learn-aws.readthedocs.io/Application-Integration/Step-Functions-Root/04-Step-Functions-Pricing/',
  '2026-11-21',
);
export const STEP_FUNCTIONS_TRANSITION = per('Step Functions', 'transition')(
  'State transitions',
  0.000025,
  STEP_FUNCTIONS_NOTES,
);
export const STEP_FUNCTIONS_EXPRESS_REQUEST = per('Step Functions', 'request')(
  'Express requests',
  0.000001,
  STEP_FUNCTIONS_NOTES,
);
export const STEP_FUNCTIONS_EXPRESS_SECOND = per('Step Functions', 'GB-second')(
  'Express duration',
  0.00001667,
  STEP_FUNCTIONS_NOTES,
);

/** AWS's own page, https://aws.amazon.com/kms/pricing/, says the same of keys. */
const KMS_GUIDE = seen('https://www.wring.co/blog/aws-kms-pricing-guide', '2026-11-21');
export const KMS_KEY_MONTH = per('KMS', 'key-month')('Customer managed keys', 1, KMS_GUIDE);
export const KMS_REQUEST = per('KMS', 'request')('Requests, symmetric keys', 0.000003, KMS_GUIDE);

// https://aws.amazon.com/aws-cost-management/aws-budgets/pricing/ ; from memory
/** Budgets without actions are free. */
export const BUDGETS_ACTION_DAY = per('Budgets', 'budget-day')('Budgets with actions', 0.1);
