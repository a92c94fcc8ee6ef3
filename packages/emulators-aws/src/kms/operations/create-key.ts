import type { CreateKeyRequest, CreateKeyResponse } from '@aws-sdk/client-kms';
import { operation } from '@cairn/emulator-kit';
import { keyBytes } from '../cipher.ts';
import { describeKey } from '../describe.ts';
import { notSupported } from '../errors.ts';
import { meterKey } from '../keys.ts';
import { tagContext } from '../needs.ts';
import { checkPolicy, defaultPolicy } from '../policies.ts';
import type { Key, KmsState } from '../state.ts';

export const createKey = operation<KmsState, CreateKeyRequest, CreateKeyResponse>({
  fidelity: 'simplified',
  differs:
    'Symmetric keys for encryption only, with material that KMS makes; no asymmetric, HMAC or multi-Region keys. The material comes from the seed of the account: never keep a real secret here.',
  needs: ({ Tags }, call) => {
    const resource = call.arn('key/*');
    const create = { action: 'kms:CreateKey', resource: '*', context: tagContext(Tags) };
    // A key that is not made yet has no policy; the caller's own rights decide.
    const policy = { id: 'default key policy', json: defaultPolicy(call) };
    const tag = { action: 'kms:TagResource', resource, resourcePolicy: policy, context: tagContext(Tags) };
    return Tags && Tags.length > 0 ? [create, tag] : create;
  },
  handle: (input, call) => {
    checkKind(input);
    const id = call.ids.uuid();
    const arn = call.arn(`key/${id}`);
    if (input.Policy !== undefined) {
      checkPolicy(call, arn, input.Policy, input.BypassPolicyLockoutSafetyCheck ?? false);
    }
    const key: Key = {
      id,
      arn,
      createdAt: call.now(),
      manager: 'CUSTOMER',
      material: keyBytes(call),
      tags: new Map((input.Tags ?? []).map(({ TagKey = '', TagValue = '' }) => [TagKey, TagValue])),
      description: input.Description ?? '',
      policy: input.Policy ?? defaultPolicy(call),
      status: { state: 'Enabled' },
    };
    call.state.keys.set(id, key);
    meterKey(call, key);
    return { KeyMetadata: describeKey(call, key) };
  },
});

function checkKind(input: CreateKeyRequest): void {
  const { KeySpec, CustomerMasterKeySpec, KeyUsage = 'ENCRYPT_DECRYPT', Origin = 'AWS_KMS' } = input;
  const spec = KeySpec ?? CustomerMasterKeySpec ?? 'SYMMETRIC_DEFAULT';
  if (spec !== 'SYMMETRIC_DEFAULT') throw notSupported(`The key spec ${spec}`);
  if (KeyUsage !== 'ENCRYPT_DECRYPT') throw notSupported(`The key usage ${KeyUsage}`);
  if (Origin !== 'AWS_KMS') throw notSupported(`The origin ${Origin}`);
  if (input.MultiRegion) throw notSupported('A multi-Region key');
  if (input.CustomKeyStoreId !== undefined || input.XksKeyId !== undefined) throw notSupported('A custom key store');
}
