import type { GetJobRunsRequest, GetJobRunsResponse } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { pageToken, readPageToken } from '../../messaging/page-token.ts';
import { invalidInput } from '../errors.ts';
import { getJobEntry, onJob } from '../jobs/jobs.ts';
import type { GlueState } from '../state.ts';

export const getJobRuns = operation<GlueState, Sent<GetJobRunsRequest>, GetJobRunsResponse>({
  fidelity: 'real',
  needs: ({ JobName: name }, call) => onJob('GetJobRuns', name, call),
  handle: ({ JobName: name, NextToken: token, MaxResults: limit = 200 }, call) => {
    getJobEntry(call, name);
    const runs = [...(call.state.runs.get(name) ?? [])].reverse();
    const from = token === undefined ? 0 : readPageToken(token)?.from;
    if (typeof from !== 'number') throw invalidInput('Invalid NextToken');
    const next = from + limit < runs.length ? { NextToken: pageToken({ from: from + limit }) } : {};
    return { JobRuns: runs.slice(from, from + limit), ...next };
  },
});
