import type { CreateMonitoringScheduleRequest, CreateMonitoringScheduleResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { inUse } from '../errors.ts';
import { arm, checkSchedule, newSchedule, scheduleArn } from '../monitoring/schedules.ts';
import { demandPassRole, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { keepTags } from '../tags.ts';

export const createMonitoringSchedule = operation<
  SageMakerState,
  Sent<CreateMonitoringScheduleRequest>,
  CreateMonitoringScheduleResponse
>({
  fidelity: 'simplified',
  differs: 'Executions begin five minutes after the hour of the account, and show in no list of processing jobs.',
  needs: ({ MonitoringScheduleName, MonitoringScheduleConfig: config, Tags }, call) =>
    needOn(call, 'CreateMonitoringSchedule', scheduleArn(call, MonitoringScheduleName), {
      tags: Tags,
      instanceTypes: [config.MonitoringJobDefinition?.MonitoringResources?.ClusterConfig?.InstanceType],
    }),
  handle: ({ MonitoringScheduleName: name, MonitoringScheduleConfig: config, Tags }, call) => {
    demandPassRole(call, config.MonitoringJobDefinition?.RoleArn);
    const MonitoringScheduleArn = scheduleArn(call, name);
    if (call.state.monitoringSchedules.has(name)) {
      throw inUse(`Monitoring Schedule ${MonitoringScheduleArn} already exists`);
    }
    const schedule = newSchedule(call, name, config, checkSchedule(call, config));
    call.state.monitoringSchedules.set(name, schedule);
    keepTags(call, MonitoringScheduleArn, Tags);
    arm(call, schedule);
    return { MonitoringScheduleArn };
  },
});
