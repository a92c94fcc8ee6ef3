import {
  AttachRolePolicyCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateServiceLinkedRoleCommand,
  DeleteRoleCommand,
  DetachRolePolicyCommand,
  GetRoleCommand,
  ListAttachedRolePoliciesCommand,
  ListRolesCommand,
  ListRoleTagsCommand,
  PutRolePermissionsBoundaryCommand,
  TagRoleCommand,
  UpdateAssumeRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { describe, expect, it } from 'vitest';
import { allow, failure, iamFixture, TRUST_SAGEMAKER } from './iam-fixture.ts';

const world = iamFixture('iam-roles');

describe('roles', () => {
  it('are made with trust, boundary, tags and a session length', async () => {
    await world.iam.send(
      new CreateRoleCommand({
        RoleName: 'Training',
        Path: '/service/',
        AssumeRolePolicyDocument: TRUST_SAGEMAKER,
        MaxSessionDuration: 7200,
        Description: 'for jobs',
        Tags: [{ Key: 'team', Value: 'fraud' }],
      }),
    );
    await world.iam.send(new TagRoleCommand({ RoleName: 'Training', Tags: [{ Key: 'TEAM', Value: 'risk' }] }));
    await world.iam.send(
      new PutRolePermissionsBoundaryCommand({
        RoleName: 'Training',
        PermissionsBoundary: 'arn:aws:iam::aws:policy/PowerUserAccess',
      }),
    );

    const { Role } = await world.iam.send(new GetRoleCommand({ RoleName: 'Training' }));
    const { Tags } = await world.iam.send(new ListRoleTagsCommand({ RoleName: 'Training' }));
    const { Roles } = await world.iam.send(new ListRolesCommand({ PathPrefix: '/service/' }));

    expect(Role).toMatchObject({
      Arn: `arn:aws:iam::${world.accountId}:role/service/Training`,
      MaxSessionDuration: 7200,
      PermissionsBoundary: { PermissionsBoundaryType: 'Policy' },
    });
    expect(Role?.RoleId).toMatch(/^AROA/);
    expect(Tags).toEqual([{ Key: 'TEAM', Value: 'risk' }]);
    expect(Roles).toHaveLength(1);
    expect(Roles?.[0]).not.toHaveProperty('PermissionsBoundary');
  });

  it('trust only principals that exist', async () => {
    const ghost = `arn:aws:iam::${world.accountId}:user/ghost`;
    const trust = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: ghost }, Action: 'sts:AssumeRole' }],
    });
    await world.iam.send(new CreateRoleCommand({ RoleName: 'Training', AssumeRolePolicyDocument: TRUST_SAGEMAKER }));

    const created = await failure(
      world.iam.send(new CreateRoleCommand({ RoleName: 'x', AssumeRolePolicyDocument: trust })),
    );
    const updated = await failure(
      world.iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: 'Training', PolicyDocument: trust })),
    );

    expect(created).toMatchObject({ message: `Invalid principal in policy: "AWS":"${ghost}"`, status: 400 });
    expect(updated).toMatchObject({ name: 'MalformedPolicyDocumentException' });
  });

  it('attach and detach managed policies, ten at most', async () => {
    await world.iam.send(new CreateRoleCommand({ RoleName: 'Training', AssumeRolePolicyDocument: TRUST_SAGEMAKER }));
    const arns: string[] = [];
    for (let i = 0; i < 11; i += 1) {
      const made = await world.iam.send(
        new CreatePolicyCommand({ PolicyName: `p${i}`, PolicyDocument: allow('s3:GetObject') }),
      );
      arns.push(made.Policy?.Arn ?? '');
    }
    const attach = (PolicyArn = '') => world.iam.send(new AttachRolePolicyCommand({ RoleName: 'Training', PolicyArn }));
    for (const arn of arns.slice(0, 10)) await attach(arn);

    const eleventh = await failure(attach(arns[10]));
    const again = await failure(attach(arns[0]));
    const unknown = await failure(attach('arn:aws:iam::aws:policy/NoSuchPolicy'));
    await world.iam.send(new DetachRolePolicyCommand({ RoleName: 'Training', PolicyArn: arns[0] }));
    const twice = await failure(
      world.iam.send(new DetachRolePolicyCommand({ RoleName: 'Training', PolicyArn: arns[0] })),
    );
    const { AttachedPolicies } = await world.iam.send(new ListAttachedRolePoliciesCommand({ RoleName: 'Training' }));

    expect(eleventh).toMatchObject({ message: 'Cannot exceed quota for PoliciesPerRole: 10' });
    expect(again).toEqual({ name: 'no error' });
    expect(unknown).toMatchObject({
      message: 'Policy arn:aws:iam::aws:policy/NoSuchPolicy does not exist or is not attachable.',
      status: 404,
    });
    expect(twice).toMatchObject({ name: 'NoSuchEntityException' });
    expect(AttachedPolicies).toHaveLength(9);
  });

  it('of a service can only be changed by the service', async () => {
    const make = () =>
      world.iam.send(new CreateServiceLinkedRoleCommand({ AWSServiceName: 'sagemaker.amazonaws.com' }));
    const { Role } = await make();
    const RoleName = Role?.RoleName ?? '';

    const again = await failure(make());
    const deleted = await failure(world.iam.send(new DeleteRoleCommand({ RoleName })));

    expect(Role?.Path).toBe('/aws-service-role/sagemaker.amazonaws.com/');
    expect(again).toMatchObject({
      name: 'InvalidInputException',
      message: expect.stringContaining('try a different suffix'),
    });
    expect(deleted).toMatchObject({
      name: 'UnmodifiableEntityException',
      message: expect.stringContaining('protected role'),
    });
  });
});
