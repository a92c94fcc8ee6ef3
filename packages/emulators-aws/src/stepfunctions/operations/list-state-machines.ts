import type { ListStateMachinesInput, ListStateMachinesOutput } from '@aws-sdk/client-sfn';
import { operation } from '@cairn/emulator-kit';
import { namedPage } from '../../messaging/page-token.ts';
import { invalidToken } from '../errors.ts';
import type { StepFunctionsState } from '../state.ts';

const DEFAULT_RESULTS = 100;

export const listStateMachines = operation<StepFunctionsState, ListStateMachinesInput, ListStateMachinesOutput>({
  fidelity: 'real',
  handle: ({ nextToken: token, maxResults }, call) => {
    const request = { token, limit: maxResults || DEFAULT_RESULTS };
    const { items, nextToken } = namedPage(call.state.machines.values(), ({ name }) => name, request, invalidToken);
    return {
      stateMachines: items.map(({ arn, name, type, createdAt }) => ({
        stateMachineArn: arn,
        name,
        type,
        creationDate: createdAt,
      })),
      ...(nextToken === undefined ? {} : { nextToken }),
    };
  },
});
