import { ServiceError } from '@cairn/emulator-kit';
import { parseArn } from '../messaging/arn.ts';
import { HOURS_PER_MONTH, KMS_KEY_MONTH } from '../prices.ts';
import { aliasNotFound, disabled, invalidArn, invalidKeyId, invalidState, keyNotFound } from './errors.ts';
import { managedKey } from './managed-keys.ts';
import type { Alias, Key, KmsCall } from './state.ts';

const UUID = /^(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
export const DELETE_TIMER = 'delete';

/** The key that an id, an ARN, an alias or an alias' ARN names. Throws NotFoundException. */
export function getKey(call: KmsCall, keyId: string): Key {
  if (keyId.startsWith('arn:')) return keyByArn(call, keyId);
  if (keyId.startsWith('alias/')) return keyByAlias(call, keyId);
  if (!UUID.test(keyId)) throw invalidKeyId(keyId);
  return keyById(call, keyId);
}

function keyByArn(call: KmsCall, text: string): Key {
  const arn = parseArn(text);
  if (arn?.service !== 'kms') throw invalidArn(text);
  const { resource, region, accountId } = arn;
  const isElsewhere = region !== call.region || accountId !== call.accountId;
  if (resource.startsWith('alias/')) {
    if (isElsewhere) throw aliasNotFound(text);
    return keyByAlias(call, resource);
  }
  if (isElsewhere) throw keyNotFound(text);
  return keyById(call, resource.replace(/^key\//, ''));
}

function keyById(call: KmsCall, id: string): Key {
  const key = call.state.keys.get(id) ?? managedKey(call, undefined, id);
  if (!key) throw keyNotFound(call.arn(`key/${id}`));
  return key;
}

function keyByAlias(call: KmsCall, name: string): Key {
  const alias = call.state.aliases.get(name);
  const key = alias ? call.state.keys.get(alias.keyId) : managedKey(call, name, undefined);
  if (!key) throw aliasNotFound(call.arn(name));
  return key;
}

export const aliasesOf = ({ state }: KmsCall, { id }: Key): readonly Alias[] =>
  [...state.aliases.values()].filter(({ keyId }) => keyId === id);

/** Throws unless the key may be used: DisabledException, KMSInvalidStateException. */
export function checkIsUsable({ arn, status }: Key): void {
  if (status.state === 'Disabled') throw disabled(arn);
  checkIsKept({ arn, status });
}

/** Throws KMSInvalidStateException for a key that waits for its end. */
export function checkIsKept({ arn, status }: Pick<Key, 'arn' | 'status'>): void {
  if (status.state === 'PendingDeletion') throw invalidState(`${arn} is pending deletion.`);
}

/** Throws for keys of AWS, which nobody else may change. */
export function checkIsCustomers({ arn, manager }: Key): void {
  if (manager === 'CUSTOMER') return;
  throw new ServiceError('AccessDeniedException', `${arn} is managed by AWS and cannot be changed.`, 400);
}

/** A customer's key costs from its making until its deletion is scheduled. */
export const meterKey = (call: KmsCall, { arn }: Key): void => call.startMeter(arn, KMS_KEY_MONTH, 1 / HOURS_PER_MONTH);

/** The end of a key whose waiting time is over. */
export function removeKey(call: KmsCall, { keyId }: { readonly keyId: string }): void {
  const key = call.state.keys.get(keyId);
  if (key?.status.state !== 'PendingDeletion') return;
  for (const { name } of aliasesOf(call, key)) call.state.aliases.delete(name);
  call.state.keys.delete(keyId);
}
