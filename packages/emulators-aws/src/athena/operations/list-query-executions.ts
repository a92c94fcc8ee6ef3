import type { ListQueryExecutionsInput, ListQueryExecutionsOutput } from '@aws-sdk/client-athena';
import { operation } from '@cairn/emulator-kit';
import { offsetPage } from '../paging.ts';
import type { AthenaState } from '../state.ts';
import { PRIMARY } from '../state.ts';
import { getWorkGroupEntry, onWorkGroup } from '../work-groups.ts';

export const listQueryExecutions = operation<AthenaState, ListQueryExecutionsInput, ListQueryExecutionsOutput>({
  fidelity: 'real',
  needs: onWorkGroup('ListQueryExecutions'),
  handle: (input, call) => {
    getWorkGroupEntry(call, input.WorkGroup);
    const mine = [...call.state.executions.values()].filter(
      ({ entry }) => entry.WorkGroup === (input.WorkGroup ?? PRIMARY),
    );
    const ids = mine.map(({ entry }) => entry.QueryExecutionId ?? '').reverse();
    const { items, token } = offsetPage(ids, input, 50);
    return { QueryExecutionIds: [...items], ...token };
  },
});
