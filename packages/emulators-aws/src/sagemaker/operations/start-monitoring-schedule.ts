import type { StartMonitoringScheduleRequest } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { arm, getSchedule, scheduleArn } from '../monitoring/schedules.ts';
import { needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';

export const startMonitoringSchedule = operation<
  SageMakerState,
  Sent<StartMonitoringScheduleRequest>,
  Record<string, never>
>({
  fidelity: 'real',
  needs: ({ MonitoringScheduleName }, call) =>
    needOn(call, 'StartMonitoringSchedule', scheduleArn(call, MonitoringScheduleName)),
  handle: ({ MonitoringScheduleName }, call) => {
    const schedule = getSchedule(call, MonitoringScheduleName);
    arm(call, schedule);
    schedule.modifiedAt = call.date();
    return {};
  },
});
