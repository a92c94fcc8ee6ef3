import type { StopMonitoringScheduleRequest } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { disarm, getSchedule, scheduleArn } from '../monitoring/schedules.ts';
import { needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';

export const stopMonitoringSchedule = operation<
  SageMakerState,
  Sent<StopMonitoringScheduleRequest>,
  Record<string, never>
>({
  fidelity: 'real',
  needs: ({ MonitoringScheduleName }, call) =>
    needOn(call, 'StopMonitoringSchedule', scheduleArn(call, MonitoringScheduleName)),
  handle: ({ MonitoringScheduleName }, call) => {
    const schedule = getSchedule(call, MonitoringScheduleName);
    disarm(call, schedule);
    schedule.status = 'Stopped';
    schedule.modifiedAt = call.date();
    return {};
  },
});
