import type { ListMonitoringExecutionsRequest, ListMonitoringExecutionsResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { MonitoringExecution } from '../hosting-state.ts';
import { listPage } from '../listing.ts';
import type { SageMakerState } from '../state.ts';

function isWanted(execution: MonitoringExecution, input: ListMonitoringExecutionsRequest): boolean {
  const { ScheduledTimeAfter: after, ScheduledTimeBefore: before, MonitoringTypeEquals: type } = input;
  const names = ['MonitoringScheduleName', 'EndpointName', 'MonitoringJobDefinitionName'] as const;
  if (names.some((member) => input[member] !== undefined && input[member] !== execution[member])) return false;
  if (after && execution.ScheduledTime <= after) return false;
  if (before && execution.ScheduledTime >= before) return false;
  return type === undefined || execution.MonitoringType === type;
}

export const listMonitoringExecutions = operation<
  SageMakerState,
  ListMonitoringExecutionsRequest,
  ListMonitoringExecutionsResponse
>({
  fidelity: 'real',
  handle: (input, call) => {
    const all = [...call.state.monitoringSchedules.values()].flatMap(({ executions }) => executions);
    const { items, NextToken } = listPage(
      all.filter((execution) => isWanted(execution, input)),
      (execution) => ({
        name: execution.ProcessingJobArn ?? '',
        createdAt: execution.CreationTime,
        modifiedAt: execution.LastModifiedTime,
        status: execution.MonitoringExecutionStatus,
        keys: { ScheduledTime: execution.ScheduledTime.getTime() },
      }),
      input,
    );
    return { MonitoringExecutionSummaries: items, NextToken };
  },
});
