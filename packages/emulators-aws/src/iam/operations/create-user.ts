import type { CreateUserRequest, CreateUserResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { describeUser } from '../describe.ts';
import { nameKey, newEntity } from '../entities.ts';
import { getAttachable } from '../managed-policies.ts';
import { onNew } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState, User } from '../state.ts';
import { newTags } from '../tags.ts';

export const createUser = operation<IamState, Sent<CreateUserRequest>, CreateUserResponse>({
  fidelity: 'real',
  needs: onNew('CreateUser', 'user', ({ UserName }: CreateUserRequest) => UserName),
  handle: ({ UserName: name, Path: path, PermissionsBoundary: boundary, Tags }, call) => {
    const { state, ids } = call;
    if (boundary !== undefined) getAttachable(state, boundary);
    const tags = newTags(Tags);
    const entity = newEntity({ state, ids, kind: 'user', name, path, createdAt: call.date() });
    const user: User = { ...entity, kind: 'user', boundary, tags };
    state.users.set(nameKey(name), user);
    return { User: describeUser(user) };
  },
});
