import type { DisableAlarmActionsInput } from '@aws-sdk/client-cloudwatch';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { alarmNeed } from '../arns.ts';
import type { CloudWatchState } from '../state.ts';

/** Names without an alarm are passed over, as in the cloud. */
export const disableAlarmActions = operation<CloudWatchState, Sent<DisableAlarmActionsInput>, void>({
  fidelity: 'real',
  needs: ({ AlarmNames }, call) => AlarmNames.map((name) => alarmNeed(call, 'DisableAlarmActions', name)),
  handle: ({ AlarmNames: names }, { state }) => {
    for (const name of names) {
      const alarm = state.alarms.get(name);
      if (alarm) alarm.areActionsEnabled = false;
    }
  },
});
