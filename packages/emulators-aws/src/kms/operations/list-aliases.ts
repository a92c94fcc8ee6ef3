import type { ListAliasesRequest, ListAliasesResponse } from '@aws-sdk/client-kms';
import { operation } from '@cairn/emulator-kit';
import { namedPage } from '../../messaging/page-token.ts';
import { describeAlias } from '../describe.ts';
import { invalidMarker } from '../errors.ts';
import { aliasesOf, getKey } from '../keys.ts';
import type { KmsState } from '../state.ts';

const DEFAULT_LIMIT = 50;

export const listAliases = operation<KmsState, ListAliasesRequest, ListAliasesResponse>({
  fidelity: 'real',
  handle: ({ KeyId, Limit: limit = DEFAULT_LIMIT, Marker: token }, call) => {
    const found = KeyId === undefined ? call.state.aliases.values() : aliasesOf(call, getKey(call, KeyId));
    const { items, nextToken } = namedPage(found, ({ name }) => name, { token, limit }, invalidMarker);
    return {
      Aliases: items.map(describeAlias),
      Truncated: nextToken !== undefined,
      ...(nextToken === undefined ? {} : { NextMarker: nextToken }),
    };
  },
});
