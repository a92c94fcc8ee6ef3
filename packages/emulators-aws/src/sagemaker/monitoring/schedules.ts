import type { MonitoringScheduleConfig, ScheduleConfig } from '@aws-sdk/client-sagemaker';
import { notFound, validation } from '../errors.ts';
import { writeWaiting } from '../hosting/capture.ts';
import type { MonitoringExecution, MonitoringSchedule } from '../hosting-state.ts';
import { chargeInstances } from '../jobs/bill.ts';
import { failureReason } from '../jobs/failure.ts';
import { arnOf, type SageMakerCall } from '../needs.ts';
import type { Window } from './captured-data.ts';
import { execute } from './execution.ts';
import { type MonitoringPlan, schedulePlan } from './plan.ts';
import { nextRun, parseOffset, parseSchedule, previousRun, type ScheduleHours } from './schedule-time.ts';

export const MONITORING_TIMER = 'monitoring';

/** Executions begin some time after the hour, as SageMaker says of up to twenty minutes. */
const LAG_MILLISECONDS = 5 * 60_000;
/** What an execution is billed for. */
const EXECUTION_SECONDS = 300;

export const scheduleArn = (call: SageMakerCall, name: string): string => arnOf(call, 'monitoring-schedule', name);

export function getSchedule(call: SageMakerCall, name: string): MonitoringSchedule {
  const schedule = call.state.monitoringSchedules.get(name);
  if (!schedule) throw notFound(`Monitoring Schedule ${scheduleArn(call, name)} not found`);
  return schedule;
}

const hoursOf = ({ ScheduleConfig: config }: MonitoringScheduleConfig): ScheduleHours =>
  parseSchedule(config?.ScheduleExpression ?? 'NOW');

/** Refuses a configuration that could not run; gives its plan. */
export function checkSchedule(call: SageMakerCall, config: MonitoringScheduleConfig): MonitoringPlan {
  const plan = schedulePlan(call, config);
  const { DataAnalysisStartTime: start, DataAnalysisEndTime: end } = config.ScheduleConfig ?? {};
  if (hoursOf(config) === 'once' && (start === undefined || end === undefined)) {
    throw validation('A schedule of NOW needs DataAnalysisStartTime and DataAnalysisEndTime, such as -PT1H and -PT0H.');
  }
  for (const offset of [start, end, plan.input.StartTimeOffset, plan.input.EndTimeOffset]) {
    if (offset !== undefined) parseOffset(offset);
  }
  return plan;
}

export function newSchedule(
  call: SageMakerCall,
  name: string,
  config: MonitoringScheduleConfig,
  { type, input }: MonitoringPlan,
): MonitoringSchedule {
  return {
    name,
    arn: scheduleArn(call, name),
    createdAt: call.date(),
    modifiedAt: call.date(),
    status: 'Pending',
    type,
    config,
    endpointName: input.EndpointName,
    timerId: undefined,
    executions: [],
  };
}

/** Sets the reminder for the next execution; one that runs once begins at once. */
export function arm(call: SageMakerCall, schedule: MonitoringSchedule): void {
  disarm(call, schedule);
  schedule.status = 'Scheduled';
  const hours = hoursOf(schedule.config);
  if (hours === 'once') {
    const scheduledAt = call.now();
    call.background((later) => run(later, schedule.name, scheduledAt));
    return;
  }
  // Asked again within the lag, the execution of this hour is still to come.
  const next = nextRun(hours, Math.max(call.now() - LAG_MILLISECONDS, lastRun(schedule)));
  const wait = next + LAG_MILLISECONDS - call.now();
  schedule.timerId = call.later(wait, MONITORING_TIMER, { scheduleName: schedule.name, scheduledAt: next });
}

const lastRun = ({ executions, createdAt }: MonitoringSchedule): number =>
  executions.at(-1)?.ScheduledTime.getTime() ?? createdAt.getTime();

export function disarm(call: SageMakerCall, schedule: MonitoringSchedule): void {
  if (schedule.timerId !== undefined) call.cancel(schedule.timerId);
  schedule.timerId = undefined;
}

interface MonitoringTick {
  readonly scheduleName: string;
  readonly scheduledAt: number;
}

/** Timer: runs behind, and sets the next reminder. */
export function runOnTime(call: SageMakerCall, { scheduleName, scheduledAt }: MonitoringTick): void {
  const schedule = call.state.monitoringSchedules.get(scheduleName);
  if (!schedule) return;
  schedule.timerId = undefined;
  call.background(async (later) => {
    await run(later, scheduleName, scheduledAt);
    if (schedule.status === 'Scheduled') arm(later, schedule);
  });
}

function windowOf(
  config: ScheduleConfig | undefined,
  { input }: MonitoringPlan,
  { scheduledAt, hours }: { readonly scheduledAt: number; readonly hours: ScheduleHours },
): Window {
  const start = config?.DataAnalysisStartTime ?? input.StartTimeOffset;
  const end = config?.DataAnalysisEndTime ?? input.EndTimeOffset;
  const since = hours === 'once' ? scheduledAt : previousRun(hours, scheduledAt);
  return {
    start: start === undefined ? since : scheduledAt + parseOffset(start),
    end: end === undefined ? scheduledAt : scheduledAt + parseOffset(end),
  };
}

function newExecution(call: SageMakerCall, schedule: MonitoringSchedule, scheduledAt: number): MonitoringExecution {
  const stamp = new Date(scheduledAt).toISOString().slice(0, 16).replace(/[-T:]/g, '');
  return {
    MonitoringScheduleName: schedule.name,
    ScheduledTime: new Date(scheduledAt),
    CreationTime: call.date(),
    LastModifiedTime: call.date(),
    MonitoringExecutionStatus: 'InProgress',
    ProcessingJobArn: arnOf(call, 'processing-job', `model-monitoring-${stamp}-${call.ids.hex(24)}`),
    EndpointName: schedule.endpointName,
    MonitoringJobDefinitionName: schedule.config.MonitoringJobDefinitionName,
    MonitoringType: schedule.type,
  };
}

/** One execution, from its plan to its status. */
async function run(call: SageMakerCall, scheduleName: string, scheduledAt: number): Promise<void> {
  const schedule = call.state.monitoringSchedules.get(scheduleName);
  if (!schedule) return;
  const execution = newExecution(call, schedule, scheduledAt);
  schedule.executions.push(execution);
  try {
    const plan = schedulePlan(call, schedule.config);
    const hours = hoursOf(schedule.config);
    const endpoint = call.state.endpoints.get(plan.input.EndpointName ?? '');
    if (endpoint) await writeWaiting(call, endpoint);
    const window = windowOf(schedule.config.ScheduleConfig, plan, { scheduledAt, hours });
    const violations = await execute(call, { scheduleName, plan, scheduledAt, window });
    chargeInstances(call, 'Processing', plan.instances, EXECUTION_SECONDS);
    execution.MonitoringExecutionStatus = violations > 0 ? 'CompletedWithViolations' : 'Completed';
    if (violations > 0) execution.FailureReason = `Job completed successfully with ${violations} violations.`;
  } catch (error) {
    const reason = failureReason(error);
    if (reason === undefined) throw error;
    execution.MonitoringExecutionStatus = 'Failed';
    execution.FailureReason = reason;
  } finally {
    execution.LastModifiedTime = call.date();
  }
}
