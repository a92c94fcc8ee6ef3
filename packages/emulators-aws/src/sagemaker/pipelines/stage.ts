import type { Principal } from '@cairn/emulator-kit';
import { UserFault } from '../data/user-fault.ts';
import { jobStorage, joinUri } from '../jobs/s3-data.ts';
import type { PipelineExecution } from '../jobs-state.ts';
import type { SageMakerCall } from '../needs.ts';
import type { ReadDefinition, Step } from './definition.ts';
import type { Scope } from './expressions.ts';

/** An execution while it runs. */
export interface Stage {
  readonly call: SageMakerCall;
  readonly execution: PipelineExecution;
  readonly definition: ReadDefinition;
  readonly role: Principal;
  readonly signal: AbortSignal;
}

function executionValues({ execution, call }: Stage): Record<string, string> {
  return {
    PipelineName: execution.pipelineName,
    PipelineArn: execution.PipelineArn,
    PipelineExecutionArn: execution.PipelineExecutionArn,
    PipelineExecutionId: execution.PipelineExecutionArn.split('/').at(-1) ?? '',
    StartDateTime: execution.CreationTime.toISOString(),
    CurrentDateTime: call.date().toISOString(),
    ...(execution.PipelineExecutionDisplayName === undefined
      ? {}
      : { PipelineExecutionDisplayName: execution.PipelineExecutionDisplayName }),
  };
}

interface Output {
  readonly OutputName?: string;
  readonly S3Output?: { readonly S3Uri?: string };
}

/** Where a processing step has put the output of a name. */
function outputUri(properties: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const config = properties.ProcessingOutputConfig as { readonly Outputs?: readonly Output[] } | undefined; // the state's own
  return config?.Outputs?.find(({ OutputName }) => OutputName === name)?.S3Output?.S3Uri;
}

async function propertyFile(stage: Stage, step: Step | undefined, name: string): Promise<unknown> {
  const file = step?.PropertyFiles?.find(({ PropertyFileName }) => PropertyFileName === name);
  if (!step || !file) throw new UserFault(`There is no property file ${name}.`);
  const run = stage.execution.steps.find(({ StepName }) => StepName === step.Name);
  const folder = outputUri(run?.properties ?? {}, file.OutputName);
  if (folder === undefined) throw new UserFault(`Step ${step.Name} has no output ${file.OutputName}.`);
  const uri = joinUri(folder, file.FilePath);
  const text = new TextDecoder().decode(await jobStorage(stage.call, stage.role).read(uri));
  try {
    return JSON.parse(text);
  } catch {
    throw new UserFault(`Property file ${name} (${uri}) is no JSON.`);
  }
}

/** What the functions of a step's arguments may refer to. */
export function scopeOf(stage: Stage): Scope {
  const { execution, definition } = stage;
  return {
    parameters: execution.parameters,
    execution: executionValues(stage),
    properties: (name) => execution.steps.find(({ StepName }) => StepName === name)?.properties,
    propertyFile: (step, name) => propertyFile(stage, definition.steps.get(step), name),
  };
}
