import type { ListAccessKeysRequest, ListAccessKeysResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { describeKey } from '../describe.ts';
import { ownerOfKeys } from '../key-owner.ts';
import { keysOf } from '../keys.ts';
import { onUser } from '../needs.ts';
import { pageOf } from '../paging.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const listAccessKeys = operation<IamState, Sent<ListAccessKeysRequest>, ListAccessKeysResponse>({
  fidelity: 'real',
  needs: onUser('ListAccessKeys'),
  handle: (input, call) => {
    const owner = ownerOfKeys(call, input.UserName);
    const { items, rest } = pageOf(keysOf(call.state, owner?.name), ({ id }) => id, input);
    return { AccessKeyMetadata: items.map((key) => describeKey(key, owner)), ...rest };
  },
});
