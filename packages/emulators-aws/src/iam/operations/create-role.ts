import type { CreateRoleRequest, CreateRoleResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { describeRole } from '../describe.ts';
import { checkDocument } from '../documents.ts';
import { DEFAULT_SESSION_SECONDS, nameKey, newEntity } from '../entities.ts';
import { getAttachable } from '../managed-policies.ts';
import { onNew } from '../needs.ts';
import { assertPrincipalsExist } from '../principals.ts';
import type { Sent } from '../sent.ts';
import type { IamState, Role } from '../state.ts';
import { newTags } from '../tags.ts';

export const createRole = operation<IamState, Sent<CreateRoleRequest>, CreateRoleResponse>({
  fidelity: 'real',
  needs: onNew('CreateRole', 'role', ({ RoleName }: CreateRoleRequest) => RoleName),
  handle: (input, call) => {
    const { state, ids } = call;
    const { AssumeRolePolicyDocument: trustPolicy, PermissionsBoundary: boundary } = input;
    assertPrincipalsExist(state, checkDocument(trustPolicy, 'trust'));
    if (boundary !== undefined) getAttachable(state, boundary);
    const tags = newTags(input.Tags);
    const entity = newEntity({
      state,
      ids,
      kind: 'role',
      name: input.RoleName,
      path: input.Path,
      createdAt: call.date(),
    });
    const role: Role = {
      ...entity,
      kind: 'role',
      boundary,
      tags,
      trustPolicy,
      description: input.Description,
      maxSessionSeconds: input.MaxSessionDuration ?? DEFAULT_SESSION_SECONDS,
      lastUsedAt: undefined,
      linkedService: undefined,
    };
    state.roles.set(nameKey(role.name), role);
    return { Role: describeRole(role, call.region) };
  },
});
