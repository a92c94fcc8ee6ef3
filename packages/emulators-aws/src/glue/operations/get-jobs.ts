import type { GetJobsRequest, GetJobsResponse } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import { page, tokenMember } from '../paging.ts';
import type { GlueState } from '../state.ts';

export const getJobs = operation<GlueState, GetJobsRequest, GetJobsResponse>({
  fidelity: 'real',
  needs: () => ({ action: 'glue:GetJobs', resource: '*' }),
  handle: (input, { state }) => {
    const { items, nextToken } = page(state.jobs.values(), ({ Name }) => Name ?? '', input);
    return { Jobs: [...items], ...tokenMember(nextToken) };
  },
});
