import type { ListResourceTagsRequest, ListResourceTagsResponse } from '@aws-sdk/client-kms';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { namedPage } from '../../messaging/page-token.ts';
import { invalidMarker } from '../errors.ts';
import { getKey } from '../keys.ts';
import { onKey } from '../needs.ts';
import type { KmsState } from '../state.ts';

const DEFAULT_LIMIT = 50;

export const listResourceTags = operation<KmsState, Sent<ListResourceTagsRequest>, ListResourceTagsResponse>({
  fidelity: 'real',
  needs: onKey('ListResourceTags'),
  handle: ({ KeyId, Limit: limit = DEFAULT_LIMIT, Marker: token }, call) => {
    const { items, nextToken } = namedPage(getKey(call, KeyId).tags, ([name]) => name, { token, limit }, invalidMarker);
    return {
      Tags: items.map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
      Truncated: nextToken !== undefined,
      ...(nextToken === undefined ? {} : { NextMarker: nextToken }),
    };
  },
});
