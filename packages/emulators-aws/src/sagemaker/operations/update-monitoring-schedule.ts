import type { UpdateMonitoringScheduleRequest, UpdateMonitoringScheduleResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { arm, checkSchedule, getSchedule, scheduleArn } from '../monitoring/schedules.ts';
import { demandPassRole, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';

export const updateMonitoringSchedule = operation<
  SageMakerState,
  Sent<UpdateMonitoringScheduleRequest>,
  UpdateMonitoringScheduleResponse
>({
  fidelity: 'real',
  needs: ({ MonitoringScheduleName }, call) =>
    needOn(call, 'UpdateMonitoringSchedule', scheduleArn(call, MonitoringScheduleName)),
  handle: ({ MonitoringScheduleName, MonitoringScheduleConfig: config }, call) => {
    demandPassRole(call, config.MonitoringJobDefinition?.RoleArn);
    const schedule = getSchedule(call, MonitoringScheduleName);
    const { type, input } = checkSchedule(call, config);
    Object.assign(schedule, { config, type, endpointName: input.EndpointName, modifiedAt: call.date() });
    arm(call, schedule);
    return { MonitoringScheduleArn: schedule.arn };
  },
});
