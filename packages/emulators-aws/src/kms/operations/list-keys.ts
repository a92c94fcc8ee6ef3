import type { ListKeysRequest, ListKeysResponse } from '@aws-sdk/client-kms';
import { operation } from '@cairn/emulator-kit';
import { namedPage } from '../../messaging/page-token.ts';
import { invalidMarker } from '../errors.ts';
import type { KmsState } from '../state.ts';

const DEFAULT_LIMIT = 100;

export const listKeys = operation<KmsState, ListKeysRequest, ListKeysResponse>({
  fidelity: 'real',
  handle: ({ Limit: limit = DEFAULT_LIMIT, Marker: token }, { state }) => {
    const { items, nextToken } = namedPage(state.keys.values(), ({ id }) => id, { token, limit }, invalidMarker);
    return {
      Keys: items.map(({ id, arn }) => ({ KeyId: id, KeyArn: arn })),
      Truncated: nextToken !== undefined,
      ...(nextToken === undefined ? {} : { NextMarker: nextToken }),
    };
  },
});
