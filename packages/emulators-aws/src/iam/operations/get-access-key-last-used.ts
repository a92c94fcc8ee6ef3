import type { GetAccessKeyLastUsedRequest, GetAccessKeyLastUsedResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getUserNamed } from '../entities.ts';
import { noSuchKey } from '../errors.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const getAccessKeyLastUsed = operation<
  IamState,
  Sent<GetAccessKeyLastUsedRequest>,
  GetAccessKeyLastUsedResponse
>({
  fidelity: 'real',
  handle: ({ AccessKeyId }, { state, journal }) => {
    const key = state.keys.get(AccessKeyId);
    if (!key) throw noSuchKey(AccessKeyId);
    const last = journal.findLast(({ accessKeyId }) => accessKeyId === AccessKeyId);
    const used = last
      ? { LastUsedDate: new Date(last.at), ServiceName: last.service, Region: last.region }
      : { ServiceName: 'N/A', Region: 'N/A' };
    const owner = key.userName === undefined ? undefined : getUserNamed(state, key.userName);
    return { ...(owner ? { UserName: owner.name } : {}), AccessKeyLastUsed: used };
  },
});
