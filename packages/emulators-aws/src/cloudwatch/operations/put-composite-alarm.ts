import type { PutCompositeAlarmInput } from '@aws-sdk/client-cloudwatch';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { CLOUDWATCH_COMPOSITE_ALARM_MONTH, HOURS_PER_MONTH } from '../../prices.ts';
import { checkAllActions } from '../alarm-settings.ts';
import { alarmNeed } from '../arns.ts';
import { alarmsIn, parseRule } from '../composite-rule.ts';
import { notSupported, validation } from '../errors.ts';
import { commonOf, saveAlarm } from '../saving.ts';
import type { CloudWatchCall, CloudWatchState } from '../state.ts';

export const putCompositeAlarm = operation<CloudWatchState, Sent<PutCompositeAlarmInput>, void>({
  fidelity: 'simplified',
  differs: 'Rules without AT_LEAST; actions cannot be suppressed by another alarm.',
  needs: ({ AlarmName, Tags }, call) => alarmNeed(call, 'PutCompositeAlarm', AlarmName, Tags),
  handle: (input, call) => {
    if (input.ActionsSuppressor !== undefined) throw notSupported('ActionsSuppressor');
    checkAllActions(input);
    checkRule(call, input.AlarmName, input.AlarmRule);
    const common = commonOf(call, input);
    saveAlarm(call, { kind: 'composite', ...common, rule: input.AlarmRule });
    call.startMeter(common.arn, CLOUDWATCH_COMPOSITE_ALARM_MONTH, 1 / HOURS_PER_MONTH);
  },
});

function checkRule({ state }: CloudWatchCall, name: string, text: string): void {
  for (const named of alarmsIn(parseRule(text))) {
    if (named === name) throw validation(`The alarm ${name} cannot be part of its own AlarmRule.`);
    if (!state.alarms.has(named)) {
      throw validation(`Could not save the composite alarm as alarms [${named}] in the alarm rule do not exist`);
    }
  }
}
