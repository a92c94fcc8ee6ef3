import type { ListExecutionsInput, ListExecutionsOutput } from '@aws-sdk/client-sfn';
import { operation } from '@cairn/emulator-kit';
import { validation, wrongType } from '../errors.ts';
import { getMachine, machineNeed } from '../machines.ts';
import { numberedPage } from '../paging.ts';
import type { StepFunctionsState } from '../state.ts';

export const listExecutions = operation<StepFunctionsState, ListExecutionsInput, ListExecutionsOutput>({
  fidelity: 'real',
  needs: (input, call) => machineNeed(call, 'ListExecutions', input.stateMachineArn),
  handle: (input, call) => {
    if (input.mapRunArn !== undefined) throw validation('Map Runs are not supported in this sandbox.');
    const machine = getMachine(call, input.stateMachineArn);
    if (machine.type === 'EXPRESS') throw wrongType();
    const mine = [...call.state.executions.values()]
      .filter(({ machineArn, status }) => machineArn === machine.arn && status === (input.statusFilter ?? status))
      .reverse(); // newest first
    const { items, next } = numberedPage(mine, input);
    return {
      executions: items.map(({ arn, name, status, startedAt, stoppedAt }) => ({
        executionArn: arn,
        stateMachineArn: machine.arn,
        name,
        status,
        startDate: startedAt,
        ...(stoppedAt ? { stopDate: stoppedAt } : {}),
      })),
      ...next,
    };
  },
});
