import type { ListNamedQueriesInput, ListNamedQueriesOutput } from '@aws-sdk/client-athena';
import { operation } from '@cairn/emulator-kit';
import { offsetPage } from '../paging.ts';
import type { AthenaState } from '../state.ts';
import { PRIMARY } from '../state.ts';
import { getWorkGroupEntry, onWorkGroup } from '../work-groups.ts';

export const listNamedQueries = operation<AthenaState, ListNamedQueriesInput, ListNamedQueriesOutput>({
  fidelity: 'real',
  needs: onWorkGroup('ListNamedQueries'),
  handle: (input, call) => {
    getWorkGroupEntry(call, input.WorkGroup);
    const mine = [...call.state.namedQueries.values()].filter(
      ({ WorkGroup }) => WorkGroup === (input.WorkGroup ?? PRIMARY),
    );
    const { items, token } = offsetPage(
      mine.map(({ NamedQueryId }) => NamedQueryId ?? ''),
      input,
      50,
    );
    return { NamedQueryIds: [...items], ...token };
  },
});
