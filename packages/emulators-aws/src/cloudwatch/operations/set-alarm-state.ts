import type { SetAlarmStateInput } from '@aws-sdk/client-cloudwatch';
import { operation, ServiceError } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { setState } from '../alarming.ts';
import { alarmNeed } from '../arns.ts';
import { alarmNotFound } from '../errors.ts';
import type { CloudWatchState } from '../state.ts';

export const setAlarmState = operation<CloudWatchState, Sent<SetAlarmStateInput>, void>({
  fidelity: 'real',
  needs: ({ AlarmName }, call) => alarmNeed(call, 'SetAlarmState', AlarmName),
  handle: async ({ AlarmName, StateValue: state, StateReason: reason, StateReasonData: reasonData }, call) => {
    const alarm = call.state.alarms.get(AlarmName);
    if (!alarm) throw alarmNotFound();
    if (reasonData !== undefined) checkJson(reasonData);
    await setState(call, alarm, { state, reason, reasonData });
  },
});

function checkJson(text: string): void {
  try {
    JSON.parse(text);
  } catch {
    throw new ServiceError('InvalidFormatFault', 'StateReasonData must be valid JSON.');
  }
}
