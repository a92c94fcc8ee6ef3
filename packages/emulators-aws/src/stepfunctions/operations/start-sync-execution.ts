import type { StartSyncExecutionInput, StartSyncExecutionOutput, SyncExecutionStatus } from '@aws-sdk/client-sfn';
import { operation } from '@cairn/emulator-kit';
import { waitFor } from '../../messaging/waiting.ts';
import { wrongType } from '../errors.ts';
import { getMachine, machineNeed } from '../machines.ts';
import { end } from '../running/ending.ts';
import { startExecution } from '../starting.ts';
import type { Execution, StatesCall, StepFunctionsState } from '../state.ts';

/** Quota of Express workflows: five minutes. */
const LONGEST_MILLISECONDS = 300_000;
const BILLED_MEGABYTES = 64;

export const startSyncExecution = operation<StepFunctionsState, StartSyncExecutionInput, StartSyncExecutionOutput>({
  fidelity: 'real',
  needs: (input, call) => machineNeed(call, 'StartSyncExecution', input.stateMachineArn),
  handle: async (input, call) => {
    const machine = getMachine(call, input.stateMachineArn);
    if (machine.type !== 'EXPRESS') throw wrongType();
    const execution = startExecution(call, machine, input);
    if (isRunning(execution)) await waitFor(call, execution, LONGEST_MILLISECONDS);
    if (isRunning(execution)) end(call, execution, { status: 'TIMED_OUT', error: 'States.Timeout' });
    return describe(call, execution);
  },
});

/** Asked again after a wait, in which the status may have changed. */
const isRunning = ({ status }: Execution): boolean => status === 'RUNNING';

function describe(call: StatesCall, execution: Execution): StartSyncExecutionOutput {
  const { arn, name, machineArn, startedAt, stoppedAt = call.date(), status, input, output, error, cause } = execution;
  const milliseconds = Math.max(1, Math.ceil((stoppedAt.getTime() - startedAt.getTime()) / 100)) * 100;
  return {
    executionArn: arn,
    stateMachineArn: machineArn,
    name,
    startDate: startedAt,
    stopDate: stoppedAt,
    status: status as SyncExecutionStatus, // it has ended, and Express executions are not aborted
    input,
    inputDetails: { included: true },
    ...(output === undefined ? {} : { output, outputDetails: { included: true } }),
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
    billingDetails: { billedMemoryUsedInMB: BILLED_MEGABYTES, billedDurationInMilliseconds: milliseconds },
  };
}
