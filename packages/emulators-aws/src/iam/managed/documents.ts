import administratorAccess from './administrator-access.json' with { type: 'json' };
import amazonAthenaFullAccess from './amazon-athena-full-access.json' with { type: 'json' };
import amazonBedrockFullAccess from './amazon-bedrock-full-access.json' with { type: 'json' };
import amazonKinesisFullAccess from './amazon-kinesis-full-access.json' with { type: 'json' };
import amazonKinesisReadOnlyAccess from './amazon-kinesis-read-only-access.json' with { type: 'json' };
import amazonS3FullAccess from './amazon-s3-full-access.json' with { type: 'json' };
import amazonS3ReadOnlyAccess from './amazon-s3-read-only-access.json' with { type: 'json' };
import amazonSageMakerFullAccess from './amazon-sage-maker-full-access.json' with { type: 'json' };
import awsGlueServiceRole from './aws-glue-service-role.json' with { type: 'json' };
import awsLambdaBasicExecutionRole from './aws-lambda-basic-execution-role.json' with { type: 'json' };
import awsLambdaKinesisExecutionRole from './aws-lambda-kinesis-execution-role.json' with { type: 'json' };
import cloudWatchFullAccess from './cloud-watch-full-access.json' with { type: 'json' };
import cloudWatchLogsFullAccess from './cloud-watch-logs-full-access.json' with { type: 'json' };
import iamFullAccess from './iam-full-access.json' with { type: 'json' };
import iamReadOnlyAccess from './iam-read-only-access.json' with { type: 'json' };
import powerUserAccess from './power-user-access.json' with { type: 'json' };
import readOnlyAccess from './read-only-access.json' with { type: 'json' };

/** A managed policy as AWS publishes it. */
export type ManagedDocument = {
  readonly name: string;
  readonly path: string;
  readonly description?: string;
  readonly versionId: string;
  readonly versionCreatedAt: string;
  /** AWS's page, and the mirror of the API's answer that the text was taken from. */
  readonly source: readonly string[];
  /** What is left out, for the two policies that are hundreds of lines of services no lab has. */
  readonly trimmed?: string;
  readonly document: { readonly Version: string; readonly Statement: readonly unknown[] };
};

/** The managed policies that labs use. */
export const MANAGED_DOCUMENTS: readonly ManagedDocument[] = [
  administratorAccess,
  amazonAthenaFullAccess,
  amazonBedrockFullAccess,
  amazonKinesisFullAccess,
  amazonKinesisReadOnlyAccess,
  amazonS3FullAccess,
  amazonS3ReadOnlyAccess,
  amazonSageMakerFullAccess,
  awsGlueServiceRole,
  awsLambdaBasicExecutionRole,
  awsLambdaKinesisExecutionRole,
  cloudWatchFullAccess,
  cloudWatchLogsFullAccess,
  iamFullAccess,
  iamReadOnlyAccess,
  powerUserAccess,
  readOnlyAccess,
];
