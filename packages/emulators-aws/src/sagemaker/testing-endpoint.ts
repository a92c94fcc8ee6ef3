import { PutObjectCommand } from '@aws-sdk/client-s3';
import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  type CreateEndpointConfigInput,
  CreateModelCommand,
  type ProductionVariant,
} from '@aws-sdk/client-sagemaker';
import type { AlgorithmName } from './algorithms/algorithm.ts';
import { ALGORITHMS } from './algorithms/registry.ts';
import { labelledCsv, type SageMakerFixture, XGBOOST } from './testing-data.ts';
import { writeArtifact } from './training/artifact.ts';

const HYPERPARAMETERS: Readonly<Partial<Record<AlgorithmName, Record<string, string>>>> = {
  xgboost: { objective: 'binary:logistic', num_round: '5', max_depth: '3' },
  'linear-learner': { predictor_type: 'binary_classifier' },
};

/** A model.tar.gz of 400 rows, made without a training job; another seed gives another model. */
export function artifact(algorithm: AlgorithmName = 'xgboost', seed = 1): Uint8Array {
  const { train, fileName } = ALGORITHMS[algorithm];
  const bytes = new TextEncoder().encode(labelledCsv(400, seed));
  const text = train({
    hyperparameters: HYPERPARAMETERS[algorithm] ?? {},
    channels: { train: { contentType: 'text/csv', files: [{ key: 'a.csv', bytes }] } },
    log: () => {},
    metric: () => {},
  });
  return writeArtifact(new Map([[fileName, new TextEncoder().encode(text)]]));
}

export async function putArtifact(lab: SageMakerFixture, key: string, bytes: Uint8Array): Promise<string> {
  await lab.s3.send(new PutObjectCommand({ Bucket: lab.bucket, Key: key, Body: bytes }));
  return `s3://${lab.bucket}/${key}`;
}

export interface ModelDraft {
  readonly name: string;
  readonly seed?: number;
  readonly image?: string;
  readonly algorithm?: AlgorithmName;
  readonly roleArn?: string;
}

/** Puts an artifact into S3 and makes a model of it. */
export async function makeModel(lab: SageMakerFixture, { name, seed = 1, ...draft }: ModelDraft): Promise<void> {
  const ModelDataUrl = await putArtifact(lab, `artifacts/${name}.tar.gz`, artifact(draft.algorithm, seed));
  const PrimaryContainer = { Image: draft.image ?? XGBOOST, ModelDataUrl };
  const ExecutionRoleArn = draft.roleArn ?? lab.roleArn;
  await lab.sagemaker.send(new CreateModelCommand({ ModelName: name, PrimaryContainer, ExecutionRoleArn }));
}

export const variant = (ModelName: string, changes: Partial<ProductionVariant> = {}): ProductionVariant => ({
  VariantName: 'AllTraffic',
  ModelName,
  InstanceType: 'ml.m5.large',
  InitialInstanceCount: 1,
  ...changes,
});

/** Configuration and endpoint of one name, in service when it returns. */
export async function deploy(
  lab: SageMakerFixture,
  name: string,
  ProductionVariants: ProductionVariant[],
  changes: Partial<CreateEndpointConfigInput> = {},
): Promise<void> {
  const config = { EndpointConfigName: name, ProductionVariants, ...changes };
  await lab.sagemaker.send(new CreateEndpointConfigCommand(config));
  await lab.sagemaker.send(new CreateEndpointCommand({ EndpointName: name, EndpointConfigName: name }));
  await lab.box.settled();
}
