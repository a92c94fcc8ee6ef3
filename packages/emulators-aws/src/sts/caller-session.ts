import type { Principal } from '@cairn/emulator-kit';
import type { IamState, RoleSession, SessionKey } from '../iam/state.ts';

/** The temporary key that signed a call; undefined when a key that lasts did. */
export const callerKey = (state: IamState, { accessKeyId }: Principal): SessionKey | undefined =>
  accessKeyId === undefined ? undefined : state.sessions.get(accessKeyId);

/** The role session behind a call. */
export function callerSession(state: IamState, principal: Principal): RoleSession | undefined {
  const holder = callerKey(state, principal)?.holder;
  return holder?.kind === 'role' ? holder : undefined;
}
