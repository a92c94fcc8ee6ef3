import type { PipelineStepRun } from '../jobs-state.ts';
import type { Step } from './definition.ts';
import type { Stage } from './stage.ts';

const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const DAY = 86_400_000;
/** Milliseconds of years, months, weeks, days, hours, minutes and seconds. */
const UNITS = [365 * DAY, 30 * DAY, 7 * DAY, DAY, 3_600_000, 60_000, 1_000];

/** An ISO 8601 duration such as `P30D` or `PT1H`, in milliseconds; endless when it is none. */
export function durationMilliseconds(text: string | undefined): number {
  const parts = text === undefined ? null : DURATION.exec(text);
  if (!parts) return Number.POSITIVE_INFINITY;
  return UNITS.reduce((sum, unit, i) => sum + unit * Number(parts[i + 1] ?? 0), 0);
}

/** The latest run of the same step with the same arguments, where the step asks for caching. */
export function cachedRun(
  { call, execution }: Stage,
  { Name, CacheConfig }: Step,
  given: string,
): { readonly run: PipelineStepRun; readonly executionArn: string } | undefined {
  if (!CacheConfig?.Enabled) return undefined;
  const oldest = call.now() - durationMilliseconds(CacheConfig.ExpireAfter);
  const others = [...call.state.pipelineExecutions.values()].reverse();
  for (const { pipelineName, steps, PipelineExecutionArn: executionArn } of others) {
    if (pipelineName !== execution.pipelineName || executionArn === execution.PipelineExecutionArn) continue;
    const run = steps.find(({ StepName, StepStatus }) => StepName === Name && StepStatus === 'Succeeded');
    if (run?.arguments === given && (run.EndTime?.getTime() ?? 0) >= oldest) return { run, executionArn };
  }
  return undefined;
}
