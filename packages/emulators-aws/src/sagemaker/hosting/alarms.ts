import { ServiceError } from '@cairn/emulator-kit';
import { validation } from '../errors.ts';
import type { SageMakerCall } from '../needs.ts';

interface Alarms {
  readonly MetricAlarms?: readonly { readonly AlarmName?: string; readonly StateValue?: string }[];
  readonly CompositeAlarms?: readonly { readonly AlarmName?: string; readonly StateValue?: string }[];
}

/** States of alarms, read with the endpoint's own role, which needs cloudwatch:DescribeAlarms. */
async function alarmStates(call: SageMakerCall, names: readonly string[], roleArn: string) {
  const session = call.assume(roleArn, 'sagemaker.amazonaws.com', 'SageMaker');
  const input = { AlarmNames: names, AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] };
  const { MetricAlarms = [], CompositeAlarms = [] } = await call.invoke<Alarms>(
    'cloudwatch',
    'DescribeAlarms',
    input,
    session,
  );
  return new Map([...MetricAlarms, ...CompositeAlarms].map(({ AlarmName, StateValue }) => [AlarmName, StateValue]));
}

/** Why alarms end a deployment; undefined while none of them goes off. */
export async function alarmsGoingOff(
  call: SageMakerCall,
  names: readonly string[],
  roleArn: string,
): Promise<string | undefined> {
  try {
    const states = await alarmStates(call, names, roleArn);
    const firing = names.filter((name) => states.get(name) === 'ALARM');
    if (firing.length === 0) return undefined;
    return `One or more of the auto-rollback alarms went off during the deployment: ${firing.join(', ')}.`;
  } catch (error) {
    if (error instanceof ServiceError) return `The auto-rollback alarms cannot be read: ${error.message}`;
    throw error;
  }
}

/** Refuses alarms that are not there: nothing would watch the deployment. */
export async function demandAlarms(call: SageMakerCall, names: readonly string[], roleArn: string): Promise<void> {
  if (names.length === 0) return;
  const states = await alarmStates(call, names, roleArn);
  const missing = names.filter((name) => !states.has(name));
  if (missing.length > 0)
    throw validation(`The auto-rollback alarms ${missing.join(', ')} do not exist in CloudWatch.`);
}
