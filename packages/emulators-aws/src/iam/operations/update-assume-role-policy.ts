import type { UpdateAssumeRolePolicyRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { checkDocument } from '../documents.ts';
import { getRoleNamed } from '../entities.ts';
import { assertModifiable } from '../holding.ts';
import { onRole } from '../needs.ts';
import { assertPrincipalsExist } from '../principals.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const updateAssumeRolePolicy = operation<IamState, Sent<UpdateAssumeRolePolicyRequest>, object>({
  fidelity: 'real',
  needs: onRole('UpdateAssumeRolePolicy'),
  handle: ({ RoleName, PolicyDocument }, { state }) => {
    const role = getRoleNamed(state, RoleName);
    assertModifiable(role);
    assertPrincipalsExist(state, checkDocument(PolicyDocument, 'trust'));
    role.trustPolicy = PolicyDocument;
    return {};
  },
});
