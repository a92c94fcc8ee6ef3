import type { TagResourceRequest } from '@aws-sdk/client-cloudwatch-logs';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import type { LogsState } from '../state.ts';
import { addTags, onTagged, taggedGroup } from '../tags.ts';

export const tagResource = operation<LogsState, Sent<TagResourceRequest>, void>({
  fidelity: 'real',
  needs: onTagged('TagResource'),
  handle: ({ resourceArn, tags }, call) => addTags(taggedGroup(call, resourceArn).tags, tags),
});
