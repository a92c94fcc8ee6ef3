import type { UntagResourceRequest } from '@aws-sdk/client-cloudwatch-logs';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import type { LogsState } from '../state.ts';
import { onTagged, taggedGroup } from '../tags.ts';

export const untagResource = operation<LogsState, Sent<UntagResourceRequest>, void>({
  fidelity: 'real',
  needs: onTagged('UntagResource'),
  handle: ({ resourceArn, tagKeys }, call) => {
    const { tags } = taggedGroup(call, resourceArn);
    for (const key of tagKeys) tags.delete(key);
  },
});
