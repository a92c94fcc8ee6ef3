import type { Tag } from '@aws-sdk/client-kms';
import type { Need } from '@cairn/emulator-kit';
import { requestTags, resourceTags } from '../messaging/needs.ts';
import type { EncryptionContext } from './cipher.ts';
import { aliasesOf, getKey } from './keys.ts';
import type { Key, KmsCall } from './state.ts';

/** Permission for an action on a key: its own policy has the first word. */
export function keyNeed(call: KmsCall, action: string, key: Key, more: Need['context'] = {}): Need {
  const aliases = aliasesOf(call, key).map(({ name }) => name);
  return {
    action: `kms:${action}`,
    resource: key.arn,
    resourceAccountId: call.accountId,
    resourcePolicy: { id: `key policy of ${key.id}`, json: key.policy },
    context: {
      'kms:CallerAccount': call.principal.accountId,
      'kms:KeySpec': 'SYMMETRIC_DEFAULT',
      'kms:KeyUsage': 'ENCRYPT_DECRYPT',
      'kms:KeyOrigin': 'AWS_KMS',
      ...(aliases.length === 0 ? {} : { 'kms:ResourceAliases': aliases }),
      ...resourceTags(key.tags),
      ...more,
    },
  };
}

/** `needs` of operations that name a key; a key that is not there is told before anybody asks for rights. */
export const onKey =
  (action: string) =>
  (input: { readonly KeyId: string; readonly Tags?: readonly Tag[] | undefined }, call: KmsCall): Need =>
    keyNeed(call, action, getKey(call, input.KeyId), {
      ...(input.KeyId.includes('alias/') ? { 'kms:RequestAlias': input.KeyId.replace(/^.*:alias/, 'alias') } : {}),
      ...tagContext(input.Tags),
    });

/** `needs` of operations that encrypt. */
export const onUse =
  (action: string) =>
  (
    input: { readonly KeyId: string; readonly EncryptionContext?: EncryptionContext | undefined },
    call: KmsCall,
  ): Need => {
    const need = onKey(action)(input, call);
    return { ...need, context: { ...need.context, ...contextKeys(input.EncryptionContext) } };
  };

/** The encryption context, as policies see it. */
export function contextKeys(context: EncryptionContext = {}): NonNullable<Need['context']> {
  const pairs = Object.entries(context);
  if (pairs.length === 0) return {};
  return {
    ...Object.fromEntries(pairs.map(([name, value]) => [`kms:EncryptionContext:${name}`, value])),
    'kms:EncryptionContextKeys': pairs.map(([name]) => name),
  };
}

export const tagContext = (tags: readonly Tag[] | undefined): NonNullable<Need['context']> =>
  requestTags((tags ?? []).map(({ TagKey = '', TagValue }) => [TagKey, TagValue] as const));
