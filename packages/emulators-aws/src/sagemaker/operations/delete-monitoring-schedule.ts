import type { DeleteMonitoringScheduleRequest } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { disarm, getSchedule, scheduleArn } from '../monitoring/schedules.ts';
import { needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { forgetTags } from '../tags.ts';

export const deleteMonitoringSchedule = operation<
  SageMakerState,
  Sent<DeleteMonitoringScheduleRequest>,
  Record<string, never>
>({
  fidelity: 'real',
  needs: ({ MonitoringScheduleName }, call) =>
    needOn(call, 'DeleteMonitoringSchedule', scheduleArn(call, MonitoringScheduleName)),
  handle: ({ MonitoringScheduleName }, call) => {
    const schedule = getSchedule(call, MonitoringScheduleName);
    disarm(call, schedule);
    call.state.monitoringSchedules.delete(MonitoringScheduleName);
    forgetTags(call, schedule.arn);
    return {};
  },
});
