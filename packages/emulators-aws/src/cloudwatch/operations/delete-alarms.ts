import type { DeleteAlarmsInput } from '@aws-sdk/client-cloudwatch';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { watchAlarms } from '../alarming.ts';
import { alarmNeed } from '../arns.ts';
import { alarmsIn, parseRule } from '../composite-rule.ts';
import { alarmNotFound, validation } from '../errors.ts';
import { addHistory } from '../history.ts';
import type { CloudWatchCall, CloudWatchState } from '../state.ts';

export const deleteAlarms = operation<CloudWatchState, Sent<DeleteAlarmsInput>, void>({
  fidelity: 'real',
  needs: ({ AlarmNames }, call) => AlarmNames.map((name) => alarmNeed(call, 'DeleteAlarms', name)),
  handle: ({ AlarmNames: names }, call) => {
    const alarms = names.map((name) => call.state.alarms.get(name) ?? missing());
    for (const { name } of alarms) checkIsUnused(call, name, names);
    for (const alarm of alarms) {
      call.state.alarms.delete(alarm.name);
      call.stopMeter(alarm.arn);
      addHistory(call, alarm, 'ConfigurationUpdate', `Alarm "${alarm.name}" deleted`, { type: 'Delete' });
    }
    watchAlarms(call);
  },
});

function missing(): never {
  throw alarmNotFound();
}

/** An alarm that a composite alarm speaks of stays, unless that one goes as well. */
function checkIsUnused({ state }: CloudWatchCall, name: string, leaving: readonly string[]): void {
  for (const alarm of state.alarms.values()) {
    if (alarm.kind !== 'composite' || leaving.includes(alarm.name)) continue;
    if (alarmsIn(parseRule(alarm.rule)).includes(name)) {
      throw validation(`Cannot delete ${name} as there are composite alarms depending on it: ${alarm.name}.`);
    }
  }
}
