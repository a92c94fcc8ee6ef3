import type { DescribeMonitoringScheduleRequest, DescribeMonitoringScheduleResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getSchedule, scheduleArn } from '../monitoring/schedules.ts';
import { needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';

export const describeMonitoringSchedule = operation<
  SageMakerState,
  Sent<DescribeMonitoringScheduleRequest>,
  DescribeMonitoringScheduleResponse
>({
  fidelity: 'real',
  needs: ({ MonitoringScheduleName }, call) =>
    needOn(call, 'DescribeMonitoringSchedule', scheduleArn(call, MonitoringScheduleName)),
  handle: ({ MonitoringScheduleName }, call) => {
    const schedule = getSchedule(call, MonitoringScheduleName);
    return {
      MonitoringScheduleArn: schedule.arn,
      MonitoringScheduleName: schedule.name,
      MonitoringScheduleStatus: schedule.status,
      MonitoringType: schedule.type,
      CreationTime: schedule.createdAt,
      LastModifiedTime: schedule.modifiedAt,
      MonitoringScheduleConfig: schedule.config,
      EndpointName: schedule.endpointName,
      LastMonitoringExecutionSummary: schedule.executions.at(-1),
    };
  },
});
