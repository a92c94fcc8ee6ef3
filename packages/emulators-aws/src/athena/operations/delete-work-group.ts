import type { DeleteWorkGroupInput } from '@aws-sdk/client-athena';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { invalidRequest } from '../errors.ts';
import type { AthenaState } from '../state.ts';
import { PRIMARY } from '../state.ts';
import { getWorkGroupEntry, onWorkGroup } from '../work-groups.ts';

export const deleteWorkGroup = operation<AthenaState, Sent<DeleteWorkGroupInput>, object>({
  fidelity: 'real',
  needs: onWorkGroup('DeleteWorkGroup'),
  handle: ({ WorkGroup: name, RecursiveDeleteOption: isRecursive }, call) => {
    getWorkGroupEntry(call, name);
    if (name === PRIMARY) throw invalidRequest('The primary workgroup cannot be deleted.');
    const isEmpty = ![...call.state.executions.values()].some(({ entry }) => entry.WorkGroup === name);
    const hasQueries = [...call.state.namedQueries.values()].some(({ WorkGroup }) => WorkGroup === name);
    if ((!isEmpty || hasQueries) && !isRecursive) throw invalidRequest(`WorkGroup ${name} is not empty`);
    call.state.workGroups.delete(name);
    for (const [id, { entry }] of call.state.executions) if (entry.WorkGroup === name) call.state.executions.delete(id);
    for (const [id, { WorkGroup }] of call.state.namedQueries)
      if (WorkGroup === name) call.state.namedQueries.delete(id);
    return {};
  },
});
