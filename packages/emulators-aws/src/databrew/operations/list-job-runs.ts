import type { ListJobRunsRequest, ListJobRunsResponse } from '@aws-sdk/client-databrew';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getJobEntry, onNamed, page, tokenMember } from '../entries.ts';
import type { DataBrewState } from '../state.ts';

export const listJobRuns = operation<DataBrewState, Sent<ListJobRunsRequest>, ListJobRunsResponse>({
  fidelity: 'real',
  needs: onNamed('ListJobRuns', 'job'),
  handle: (input, call) => {
    getJobEntry(call, input.Name);
    const runs = call.state.runs.get(input.Name) ?? [];
    const orders = new Map(runs.map(({ RunId }, i) => [RunId, String(i).padStart(9, '0')]));
    const { items, nextToken } = page(runs, ({ RunId }) => orders.get(RunId) ?? '', input);
    return { JobRuns: [...items], ...tokenMember(nextToken) };
  },
});
