import type { CreateNamedQueryInput, CreateNamedQueryOutput } from '@aws-sdk/client-athena';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import type { AthenaState } from '../state.ts';
import { PRIMARY } from '../state.ts';
import { getWorkGroupEntry, onWorkGroup } from '../work-groups.ts';

export const createNamedQuery = operation<AthenaState, Sent<CreateNamedQueryInput>, CreateNamedQueryOutput>({
  fidelity: 'real',
  needs: onWorkGroup('CreateNamedQuery'),
  handle: ({ Name, Description, Database, QueryString, WorkGroup = PRIMARY, ClientRequestToken: token }, call) => {
    getWorkGroupEntry(call, WorkGroup);
    const known = call.state.tokens.get(`named ${token}`);
    if (token !== undefined && known !== undefined) return { NamedQueryId: known };
    const NamedQueryId = call.ids.uuid();
    const query = { NamedQueryId, Name, Database, QueryString, WorkGroup };
    call.state.namedQueries.set(NamedQueryId, Description === undefined ? query : { ...query, Description });
    if (token !== undefined) call.state.tokens.set(`named ${token}`, NamedQueryId);
    return { NamedQueryId };
  },
});
