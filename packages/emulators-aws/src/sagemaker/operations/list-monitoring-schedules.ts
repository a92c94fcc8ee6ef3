import type { ListMonitoringSchedulesRequest, ListMonitoringSchedulesResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { MonitoringSchedule } from '../hosting-state.ts';
import { listPage } from '../listing.ts';
import type { SageMakerState } from '../state.ts';

function isWanted({ endpointName, type, config }: MonitoringSchedule, input: ListMonitoringSchedulesRequest): boolean {
  const { EndpointName, MonitoringTypeEquals, MonitoringJobDefinitionName: definition } = input;
  if (EndpointName !== undefined && endpointName !== EndpointName) return false;
  if (definition !== undefined && config.MonitoringJobDefinitionName !== definition) return false;
  return MonitoringTypeEquals === undefined || type === MonitoringTypeEquals;
}

export const listMonitoringSchedules = operation<
  SageMakerState,
  ListMonitoringSchedulesRequest,
  ListMonitoringSchedulesResponse
>({
  fidelity: 'real',
  handle: (input, call) => {
    const { items, NextToken } = listPage(
      [...call.state.monitoringSchedules.values()].filter((schedule) => isWanted(schedule, input)),
      ({ name, createdAt, modifiedAt, status }) => ({ name, createdAt, modifiedAt, status }),
      input,
    );
    const MonitoringScheduleSummaries = items.map((schedule) => ({
      MonitoringScheduleName: schedule.name,
      MonitoringScheduleArn: schedule.arn,
      CreationTime: schedule.createdAt,
      LastModifiedTime: schedule.modifiedAt,
      MonitoringScheduleStatus: schedule.status,
      EndpointName: schedule.endpointName,
      MonitoringJobDefinitionName: schedule.config.MonitoringJobDefinitionName,
      MonitoringType: schedule.type,
    }));
    return { MonitoringScheduleSummaries, NextToken };
  },
});
