import type { Call } from '@cairn/emulator-kit';
import { getUserNamed, nameKey } from './entities.ts';
import { noSuchKey, unmodifiable } from './errors.ts';
import { callerName } from './needs.ts';
import type { AccessKey, IamState, User } from './state.ts';

type IamCall = Pick<Call<IamState>, 'state' | 'accountId' | 'principal'>;

/** Whose keys a call is about: the user it names, else the caller. Undefined for root. */
export function ownerOfKeys(call: IamCall, userName: string | undefined): User | undefined {
  const name = userName ?? callerName(call);
  return name === undefined ? undefined : getUserNamed(call.state, name);
}

/**
 * A key that the call may change.
 *
 * @throws ServiceError NoSuchEntity when it is not the owner's; UnmodifiableEntity for the account's own root key,
 *   which the sandbox needs to set labs up and to judge them
 */
export function getOwnKey(call: IamCall, userName: string | undefined, keyId: string): AccessKey {
  const owner = ownerOfKeys(call, userName);
  const key = call.state.keys.get(keyId);
  if (!key || key.userName !== (owner && nameKey(owner.name))) throw noSuchKey(keyId);
  if (keyId === call.state.rootKeyId) {
    throw unmodifiable("The root user's first key belongs to this sandbox: it cannot be changed or deleted.");
  }
  return key;
}
