import { type NewAccount, tenantCode } from '@cairn/emulator-kit';
import { nameKey, newEntity } from './entities.ts';
import { newKey } from './keys.ts';
import type { AccessKey, IamState, User } from './state.ts';

/** The user that a learner works as until a lab says otherwise. */
const LEARNER_NAME = 'learner';

const ADMINISTRATOR_POLICY = 'arn:aws:iam::aws:policy/AdministratorAccess';

/** A new account: root with a key, and the learner as an administrator with a key. */
export function newAccountState({ accountId, tenantId, ids, now }: NewAccount): IamState {
  const code = tenantCode(tenantId);
  const createdAt = new Date(now);
  const rootKey = newKey(code, ids, undefined, createdAt);
  const learnerKey = newKey(code, ids, LEARNER_NAME, createdAt);
  const state = emptyState(accountId, code, [rootKey, learnerKey]);
  const entity = newEntity({ state, ids, kind: 'user', name: LEARNER_NAME, path: '/', createdAt });
  const learner: User = { ...entity, kind: 'user', boundary: undefined, tags: new Map() };
  learner.attached.add(ADMINISTRATOR_POLICY);
  state.users.set(nameKey(LEARNER_NAME), learner);
  return state;
}

function emptyState(accountId: string, code: string, [rootKey, learnerKey]: [AccessKey, AccessKey]): IamState {
  return {
    accountId,
    tenantCode: code,
    users: new Map(),
    groups: new Map(),
    roles: new Map(),
    policies: new Map(),
    keys: new Map([
      [rootKey.id, rootKey],
      [learnerKey.id, learnerKey],
    ]),
    sessions: new Map(),
    serviceControlPolicies: [],
    rootKeyId: rootKey.id,
    learnerKeyId: learnerKey.id,
  };
}
