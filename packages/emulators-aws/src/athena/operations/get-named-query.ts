import type { GetNamedQueryInput, GetNamedQueryOutput } from '@aws-sdk/client-athena';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { invalidRequest } from '../errors.ts';
import type { AthenaState } from '../state.ts';
import { workGroupNeed } from '../work-groups.ts';

export const getNamedQuery = operation<AthenaState, Sent<GetNamedQueryInput>, GetNamedQueryOutput>({
  fidelity: 'real',
  needs: ({ NamedQueryId: id }, call) =>
    workGroupNeed(call, 'GetNamedQuery', call.state.namedQueries.get(id)?.WorkGroup),
  handle: ({ NamedQueryId: id }, { state }) => {
    const query = state.namedQueries.get(id);
    if (!query) throw invalidRequest(`Named query ${id} was not found`);
    return { NamedQuery: query };
  },
});
