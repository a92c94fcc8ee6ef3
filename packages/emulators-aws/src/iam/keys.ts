import { ACCESS_KEY_PREFIXES, type Ids } from '@cairn/emulator-kit';
import { nameKey } from './entities.ts';
import type { AccessKey, IamState, SessionHolder, SessionKey } from './state.ts';

const ID_TAIL_LENGTH = 11;
const SECRET_LENGTH = 40;
const TOKEN_LENGTH = 320;
const SECRET_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const DAY_MILLISECONDS = 86_400_000;
/** Sessions remembered at most; the oldest are forgotten first. */
const MOST_SESSIONS = 5000;

export function newKey(tenantCode: string, ids: Ids, userName: string | undefined, createdAt: Date): AccessKey {
  const id = ACCESS_KEY_PREFIXES.longTerm + tenantCode + ids.upper(ID_TAIL_LENGTH);
  const owner = userName === undefined ? undefined : nameKey(userName);
  return { id, secret: word(ids, SECRET_LENGTH), userName: owner, status: 'Active', createdAt };
}

/** Keys that last of one user, or of root when `userName` is left out, oldest first. */
export function keysOf(state: IamState, userName: string | undefined): AccessKey[] {
  const owner = userName === undefined ? undefined : nameKey(userName);
  return [...state.keys.values()].filter((key) => key.userName === owner);
}

/**
 * Issues a key that ends by itself, with the token that must go with it.
 *
 * @param now      of the account's clock, in milliseconds
 * @param seconds  how long it lasts
 */
export function issueSessionKey(
  state: IamState,
  ids: Ids,
  holder: SessionHolder,
  { now, seconds }: { readonly now: number; readonly seconds: number },
): SessionKey {
  const key: SessionKey = {
    id: ACCESS_KEY_PREFIXES.session + state.tenantCode + ids.upper(ID_TAIL_LENGTH),
    secret: word(ids, SECRET_LENGTH),
    token: `LQoJ${word(ids, TOKEN_LENGTH)}`,
    issuedAt: now,
    expiresAt: now + seconds * 1000,
    holder,
  };
  forgetOldSessions(state, now);
  state.sessions.set(key.id, key);
  return key;
}

/** Keys that ended within a day stay known, so that their users hear "expired" instead of "unknown". */
function forgetOldSessions(state: IamState, now: number): void {
  for (const [id, { expiresAt }] of state.sessions) {
    const isCrowded = state.sessions.size >= MOST_SESSIONS;
    if (isCrowded || expiresAt < now - DAY_MILLISECONDS) state.sessions.delete(id);
    else return; // issued in order: what follows is newer
  }
}

function word(ids: Ids, length: number): string {
  const rng = ids.rng();
  return Array.from({ length }, () => SECRET_ALPHABET[rng.below(SECRET_ALPHABET.length)]).join('');
}
