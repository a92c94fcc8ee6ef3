import { operation } from '@cairn/emulator-kit';
import { type AlarmInput, meterAlarm, settingsOf } from '../alarm-settings.ts';
import { alarmNeed } from '../arns.ts';
import { commonOf, saveAlarm } from '../saving.ts';
import type { CloudWatchState } from '../state.ts';

export const putMetricAlarm = operation<CloudWatchState, AlarmInput, void>({
  fidelity: 'simplified',
  differs: 'No anomaly detection; actions go to SNS topics and Lambda functions only.',
  needs: ({ AlarmName, Tags }, call) => alarmNeed(call, 'PutMetricAlarm', AlarmName, Tags),
  handle: (input, call) => {
    const settings = settingsOf(input);
    const common = commonOf(call, input);
    saveAlarm(call, { kind: 'metric', ...common, ...settings });
    meterAlarm(call, common.arn, settings);
  },
});
