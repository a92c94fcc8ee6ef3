import { entityArn, nameKey } from './entities.ts';
import { alreadyExists } from './errors.ts';
import type { Group, IamState, User } from './state.ts';

interface Place {
  readonly path: string | undefined;
  readonly name: string | undefined;
}

/** Renames a user or moves it; keys, groups and policies stay with it. @throws ServiceError EntityAlreadyExists */
export function moveUser(state: IamState, user: User, place: Place): void {
  const before = nameKey(user.name);
  move(state, state.users, user, place);
  const after = nameKey(user.name);
  if (before === after) return;
  for (const key of state.keys.values()) if (key.userName === before) key.userName = after;
  for (const { members } of state.groups.values()) if (members.delete(before)) members.add(after);
  for (const [id, session] of state.sessions) {
    const { holder } = session;
    if (holder.kind !== 'user' || holder.userName !== before) continue;
    state.sessions.set(id, { ...session, holder: { ...holder, userName: after } });
  }
}

/** @throws ServiceError EntityAlreadyExists */
export function moveGroup(state: IamState, group: Group, place: Place): void {
  move(state, state.groups, group, place);
}

function move<Entity extends User | Group>(
  state: IamState,
  all: Map<string, Entity>,
  entity: Entity,
  { path = entity.path, name = entity.name }: Place,
): void {
  const holder = all.get(nameKey(name));
  if (holder && holder !== entity) throw alreadyExists(entity.kind === 'user' ? 'User' : 'Group', name);
  all.delete(nameKey(entity.name));
  entity.name = name;
  entity.path = path;
  entity.arn = entityArn(state.accountId, entity.kind, path, name);
  all.set(nameKey(name), entity);
}
