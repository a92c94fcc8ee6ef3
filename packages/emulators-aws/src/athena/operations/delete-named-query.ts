import type { DeleteNamedQueryInput } from '@aws-sdk/client-athena';
import { operation } from '@cairn/emulator-kit';
import { invalidRequest } from '../errors.ts';
import type { AthenaState } from '../state.ts';
import { workGroupNeed } from '../work-groups.ts';

export const deleteNamedQuery = operation<AthenaState, DeleteNamedQueryInput, object>({
  fidelity: 'real',
  needs: ({ NamedQueryId: id }, call) =>
    workGroupNeed(call, 'DeleteNamedQuery', call.state.namedQueries.get(id ?? '')?.WorkGroup),
  handle: ({ NamedQueryId: id }, { state }) => {
    if (!state.namedQueries.delete(id ?? '')) throw invalidRequest(`Named query ${id} was not found`);
    return {};
  },
});
