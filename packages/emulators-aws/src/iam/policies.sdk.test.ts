import {
  AttachRolePolicyCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetUserPolicyCommand,
  ListEntitiesForPolicyCommand,
  ListPoliciesCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { describe, expect, it } from 'vitest';
import { allow, failure, iamFixture, TRUST_SAGEMAKER } from './iam-fixture.ts';

const world = iamFixture('iam-policies');

describe('policies', () => {
  it('go through versions, of which one is in force', async () => {
    const { Policy } = await world.iam.send(
      new CreatePolicyCommand({ PolicyName: 'Data', PolicyDocument: allow('s3:GetObject') }),
    );
    const PolicyArn = Policy?.Arn ?? '';
    const version = (Action: string, SetAsDefault: boolean) =>
      world.iam.send(new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: allow(Action), SetAsDefault }));
    await version('s3:PutObject', true);
    for (let i = 0; i < 3; i += 1) await version('s3:ListBucket', false);

    const sixth = await failure(version('s3:*', false));
    const current = await world.iam.send(new GetPolicyCommand({ PolicyArn }));
    const document = await world.iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId: 'v2' }));
    const inForce = await failure(world.iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId: 'v2' })));
    const whole = await failure(world.iam.send(new DeletePolicyCommand({ PolicyArn })));
    for (const VersionId of ['v1', 'v3', 'v4', 'v5'])
      await world.iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId }));
    const next = await version('s3:GetObject', false);
    await world.iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId: 'v6' }));

    expect(sixth).toMatchObject({
      name: 'LimitExceededException',
      message: expect.stringContaining('up to 5 versions'),
    });
    expect(current.Policy).toMatchObject({ DefaultVersionId: 'v2', AttachmentCount: 0, Path: '/' });
    expect(document.PolicyVersion?.Document).toMatch(/^%7B%22Version%22%3A%222012-10-17%22/);
    expect(inForce).toMatchObject({ message: 'Cannot delete the default version of a policy.' });
    expect(whole).toMatchObject({
      name: 'DeleteConflictException',
      message: expect.stringContaining('more than one version'),
    });
    expect(next.PolicyVersion?.VersionId).toBe('v6');
    expect(await failure(world.iam.send(new DeletePolicyCommand({ PolicyArn })))).toEqual({ name: 'no error' });
  });

  it('cannot be deleted while attached, or when they are not yours', async () => {
    const { Policy } = await world.iam.send(
      new CreatePolicyCommand({ PolicyName: 'Data', PolicyDocument: allow('s3:*') }),
    );
    const PolicyArn = Policy?.Arn ?? '';
    await world.iam.send(new CreateRoleCommand({ RoleName: 'Training', AssumeRolePolicyDocument: TRUST_SAGEMAKER }));
    await world.iam.send(new AttachRolePolicyCommand({ RoleName: 'Training', PolicyArn }));

    const used = await failure(world.iam.send(new DeletePolicyCommand({ PolicyArn })));
    const users = await world.iam.send(new ListEntitiesForPolicyCommand({ PolicyArn }));
    const foreign = await failure(
      world.iam.send(new DeletePolicyCommand({ PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' })),
    );
    const local = await world.iam.send(new ListPoliciesCommand({ Scope: 'Local' }));

    expect(used).toMatchObject({ message: 'Cannot delete a policy attached to entities.', status: 409 });
    expect(users.PolicyRoles?.map(({ RoleName }) => RoleName)).toEqual(['Training']);
    expect(foreign).toEqual({ name: 'AccessDenied', message: 'Policy is outside your own account.', status: 403 });
    expect(local.Policies).toMatchObject([{ PolicyName: 'Data', AttachmentCount: 1 }]);
  });

  it('are refused with IAM’s sentence and the place when they are malformed', async () => {
    const broken = await failure(
      world.iam.send(new CreatePolicyCommand({ PolicyName: 'x', PolicyDocument: '{"Version":"2012-10-17"' })),
    );
    const principal = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' }],
    });
    const named = await failure(
      world.iam.send(new CreatePolicyCommand({ PolicyName: 'x', PolicyDocument: principal })),
    );
    const long = allow(Array.from({ length: 300 }, (_, i) => `s3:GetObjectNumber${i}`));
    const tooLong = await failure(world.iam.send(new CreatePolicyCommand({ PolicyName: 'x', PolicyDocument: long })));

    expect(broken).toMatchObject({ name: 'MalformedPolicyDocumentException', status: 400 });
    expect(broken).toMatchObject({ message: expect.stringMatching(/^Syntax errors in policy\./) });
    expect(named).toMatchObject({
      message: expect.stringMatching(/^Policy document should not specify a principal\./),
    });
    expect(tooLong).toMatchObject({
      name: 'LimitExceededException',
      message: 'Cannot exceed quota for PolicySize: 6144',
    });
  });

  it('inline ones share their holder’s size', async () => {
    await world.iam.send(new CreateUserCommand({ UserName: 'bob' }));
    const put = (PolicyName: string, count: number) =>
      world.iam.send(
        new PutUserPolicyCommand({
          UserName: 'bob',
          PolicyName,
          PolicyDocument: allow(Array.from({ length: count }, (_, i) => `s3:GetObject${i}`)),
        }),
      );
    await put('first', 60);

    const second = await failure(put('second', 80));
    const read = await world.iam.send(new GetUserPolicyCommand({ UserName: 'bob', PolicyName: 'first' }));

    expect(second).toMatchObject({ message: 'Maximum policy size of 2048 bytes exceeded for user bob' });
    expect(decodeURIComponent(read.PolicyDocument ?? '')).toContain('s3:GetObject59');
  });
});
