import type { AnyService } from '@cairn/emulator-kit';
import { athena } from './athena/service.ts';
import { bedrock } from './bedrock/service.ts';
import { bedrockRuntime } from './bedrock-runtime/service.ts';
import { budgets } from './budgets/service.ts';
import { cloudtrail } from './cloudtrail/service.ts';
import { cloudwatch } from './cloudwatch/service.ts';
import { cloudwatchLogs } from './cloudwatch-logs/service.ts';
import { comprehend } from './comprehend/service.ts';
import { databrew } from './databrew/service.ts';
import { eventbridge } from './eventbridge/service.ts';
import { firehose } from './firehose/service.ts';
import { glue } from './glue/service.ts';
import { iam } from './iam/service.ts';
import { kinesis } from './kinesis/service.ts';
import { kms } from './kms/service.ts';
import { lambda } from './lambda/service.ts';
import { s3 } from './s3/service.ts';
import { sagemaker } from './sagemaker/service.ts';
import { sagemakerFeatureStoreRuntime } from './sagemaker-featurestore-runtime/service.ts';
import { sagemakerRuntime } from './sagemaker-runtime/service.ts';
import { sns } from './sns/service.ts';
import { sqs } from './sqs/service.ts';
import { stepFunctions } from './stepfunctions/service.ts';
import { sts } from './sts/service.ts';
import { transcribe } from './transcribe/service.ts';
import { translate } from './translate/service.ts';

/** Every service of the sandbox. A new one is a folder and a line here. */
export const SERVICES: readonly AnyService[] = [
  athena,
  bedrock,
  bedrockRuntime,
  budgets,
  cloudtrail,
  cloudwatch,
  cloudwatchLogs,
  comprehend,
  eventbridge,
  databrew,
  glue,
  firehose,
  iam,
  kinesis,
  lambda,
  kms,
  s3,
  sagemaker,
  sagemakerFeatureStoreRuntime,
  sagemakerRuntime,
  sns,
  sqs,
  stepFunctions,
  sts,
  transcribe,
  translate,
];
