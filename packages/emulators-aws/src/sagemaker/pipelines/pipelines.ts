import type { PipelineDefinitionS3Location, StartPipelineExecutionRequest } from '@aws-sdk/client-sagemaker';
import { notFound, notSupported, validation } from '../errors.ts';
import { enlist } from '../jobs/live.ts';
import { jobStorage, s3Uri } from '../jobs/s3-data.ts';
import type { Pipeline, PipelineExecution } from '../jobs-state.ts';
import { arnOf, type SageMakerCall } from '../needs.ts';
import { readDefinition } from './definition.ts';
import { parameterValues } from './parameters.ts';
import { runExecution, setExecutionStatus } from './run-execution.ts';

/** The name in `name` or `arn:…:pipeline/name`. */
const nameIn = (nameOrArn: string): string => nameOrArn.split('/')[1] ?? nameOrArn;

export const pipelineArn = (call: SageMakerCall, nameOrArn: string): string =>
  arnOf(call, 'pipeline', nameIn(nameOrArn));

export function getPipeline(call: SageMakerCall, nameOrArn: string): Pipeline {
  const arn = pipelineArn(call, nameOrArn);
  const found = [...call.state.pipelines.values()].find(({ PipelineArn }) => PipelineArn === arn);
  if (!found) throw notFound(`Pipeline '${arn}' does not exist.`);
  return found;
}

export function getExecution(call: SageMakerCall, arn: string): PipelineExecution {
  const found = call.state.pipelineExecutions.get(arn);
  if (!found) throw notFound(`Pipeline Execution '${arn}' does not exist.`);
  return found;
}

/** The definition in a request, or where the request says it is; checked. */
export async function definitionOf(
  call: SageMakerCall,
  given: string | undefined,
  location: PipelineDefinitionS3Location | undefined,
): Promise<string | undefined> {
  if (given !== undefined && location) {
    throw validation('Give either PipelineDefinition or PipelineDefinitionS3Location, not both.');
  }
  const text = location ? await definitionIn(call, location) : given;
  if (text !== undefined) readDefinition(text);
  return text;
}

/** Read with the caller's own rights. */
async function definitionIn(call: SageMakerCall, location: PipelineDefinitionS3Location): Promise<string> {
  const { Bucket: bucket = '', ObjectKey: key = '', VersionId } = location;
  if (VersionId !== undefined) throw notSupported('PipelineDefinitionS3Location.VersionId');
  try {
    return new TextDecoder().decode(await jobStorage(call, call.principal).read(s3Uri({ bucket, key })));
  } catch (error) {
    throw validation(
      `Unable to read the pipeline definition. ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function newExecution(
  call: SageMakerCall,
  pipeline: Pipeline,
  request: StartPipelineExecutionRequest,
): PipelineExecution {
  const { parameters } = readDefinition(pipeline.PipelineDefinition);
  const now = call.date();
  const id = call.ids.upper(12).toLowerCase();
  return {
    PipelineArn: pipeline.PipelineArn,
    PipelineExecutionArn: `${pipeline.PipelineArn}/execution/${id}`,
    PipelineExecutionDisplayName: request.PipelineExecutionDisplayName ?? `execution-${now.getTime()}`,
    PipelineExecutionDescription: request.PipelineExecutionDescription,
    PipelineExecutionStatus: 'Executing',
    ParallelismConfiguration: request.ParallelismConfiguration ?? pipeline.ParallelismConfiguration,
    CreationTime: now,
    LastModifiedTime: now,
    pipelineName: pipeline.PipelineName,
    definition: pipeline.PipelineDefinition,
    roleArn: pipeline.RoleArn,
    parameters: parameterValues(parameters, request.PipelineParameters ?? []),
    steps: [],
  };
}

/** Starts an execution; a repeated client token answers the one that was started by it. */
export function startExecution(call: SageMakerCall, request: StartPipelineExecutionRequest): string {
  const pipeline = getPipeline(call, request.PipelineName ?? '');
  const token = request.ClientRequestToken ?? call.ids.uuid();
  const known = pipeline.startTokens.get(token);
  if (known) return known;
  if (request.SelectiveExecutionConfig) throw notSupported('SelectiveExecutionConfig');
  if (request.PipelineVersionId !== undefined) throw notSupported('PipelineVersionId');
  if (request.MlflowExperimentName !== undefined) throw notSupported('MlflowExperimentName');
  const execution = newExecution(call, pipeline, request);
  const arn = execution.PipelineExecutionArn;
  call.state.pipelineExecutions.set(arn, execution);
  pipeline.startTokens.set(token, arn);
  pipeline.LastRunTime = call.date();
  enlist(execution);
  setExecutionStatus(call, execution, 'Executing');
  call.background((own, dropped) => runExecution(own, execution, dropped));
  return arn;
}
