import type { CreateServiceLinkedRoleRequest, CreateServiceLinkedRoleResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { describeRole } from '../describe.ts';
import { DEFAULT_SESSION_SECONDS, findRole, iamArn, nameKey, newEntity } from '../entities.ts';
import { suffixTaken } from '../errors.ts';
import type { Sent } from '../sent.ts';
import type { IamState, Role } from '../state.ts';

/** `sagemaker.amazonaws.com` → `AWSServiceRoleForSagemaker`; AWS picks each service's spelling by hand. */
function roleNameOf(service: string, suffix: string | undefined): string {
  const [first = ''] = service.split('.');
  const title = first.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
  return `AWSServiceRoleFor${title}${suffix === undefined ? '' : `_${suffix}`}`;
}

const trustOf = (service: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
  });

export const createServiceLinkedRole = operation<
  IamState,
  Sent<CreateServiceLinkedRoleRequest>,
  CreateServiceLinkedRoleResponse
>({
  fidelity: 'shape-only',
  differs:
    'The role is made and protected, but has no policy of its service, and its name may be spelt otherwise in AWS.',
  needs: ({ AWSServiceName: service, CustomSuffix }, { accountId }) => ({
    action: 'iam:CreateServiceLinkedRole',
    resource: iamArn(accountId, `role/aws-service-role/${service}/${roleNameOf(service, CustomSuffix)}`),
    context: { 'iam:AWSServiceName': service },
  }),
  handle: ({ AWSServiceName: service, CustomSuffix, Description }, call) => {
    const { state, ids } = call;
    const name = roleNameOf(service, CustomSuffix);
    if (findRole(state, name)) throw suffixTaken(name);
    const path = `/aws-service-role/${service}/`;
    const role: Role = {
      ...newEntity({ state, ids, kind: 'role', name, path, createdAt: call.date() }),
      kind: 'role',
      boundary: undefined,
      tags: new Map(),
      trustPolicy: trustOf(service),
      description: Description,
      maxSessionSeconds: DEFAULT_SESSION_SECONDS,
      lastUsedAt: undefined,
      linkedService: service,
    };
    state.roles.set(nameKey(name), role);
    return { Role: describeRole(role, call.region) };
  },
});
