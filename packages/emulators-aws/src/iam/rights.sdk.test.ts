import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  AttachUserPolicyCommand,
  CreateGroupCommand,
  CreateRoleCommand,
  DetachUserPolicyCommand,
  GetUserCommand,
  ListUsersCommand,
  PutUserPermissionsBoundaryCommand,
  SimulateCustomPolicyCommand,
  SimulatePrincipalPolicyCommand,
} from '@aws-sdk/client-iam';
import { describe, expect, it } from 'vitest';
import { allow, failure, iamFixture, TRUST_SAGEMAKER } from './iam-fixture.ts';

const world = iamFixture('iam-rights');

describe('rights', () => {
  it('come from the user, its groups and managed policies, each until it is taken away', async () => {
    const bob = await world.userWith('bob', allow('iam:GetUser'));
    const list = () => failure(bob.send(new ListUsersCommand({})));

    const without = await list();
    await world.iam.send(new CreateGroupCommand({ GroupName: 'readers' }));
    await world.iam.send(
      new AttachGroupPolicyCommand({ GroupName: 'readers', PolicyArn: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess' }),
    );
    await world.iam.send(new AddUserToGroupCommand({ GroupName: 'readers', UserName: 'bob' }));
    const asMember = await list();

    expect(without).toMatchObject({ name: 'AccessDenied', status: 403 });
    expect(without).toMatchObject({
      message: expect.stringContaining(`User: arn:aws:iam::${world.accountId}:user/bob is not authorized`),
    });
    expect(asMember).toEqual({ name: 'no error' });
  });

  it('end where the boundary ends', async () => {
    const bob = await world.userWith('bob', allow('iam:*'));
    const PermissionsBoundary = 'arn:aws:iam::aws:policy/AmazonS3FullAccess';
    await world.iam.send(new PutUserPermissionsBoundaryCommand({ UserName: 'bob', PermissionsBoundary }));

    const denied = await failure(bob.send(new ListUsersCommand({})));
    const { User } = await world.iam.send(new GetUserCommand({ UserName: 'bob' }));

    expect(denied).toMatchObject({ name: 'AccessDenied', message: expect.stringContaining('boundary') });
    expect(User?.PermissionsBoundary?.PermissionsBoundaryArn).toBe(PermissionsBoundary);
  });

  it('can depend on what is attached: iam:PolicyARN', async () => {
    const document = JSON.stringify({
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Action: 'iam:AttachUserPolicy',
        Resource: '*',
        Condition: { ArnEquals: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess' } },
      },
    });
    const bob = await world.userWith('bob', document);
    const attach = (name: string) =>
      failure(bob.send(new AttachUserPolicyCommand({ UserName: 'bob', PolicyArn: `arn:aws:iam::aws:policy/${name}` })));

    expect(await attach('AmazonS3ReadOnlyAccess')).toEqual({ name: 'no error' });
    expect(await attach('AdministratorAccess')).toMatchObject({ name: 'AccessDenied' });
  });

  it('end with the account: after a reset old keys open nothing', async () => {
    const bob = await world.userWith('bob', allow('iam:*'));
    await world.cloud.sandbox.reset(world.cloud.tenant);

    expect(await failure(bob.send(new ListUsersCommand({})))).toMatchObject({ name: 'InvalidClientTokenId' });
  });
});

describe('the learner', () => {
  it('can take its own rights away, and is then refused', async () => {
    await world.iam.send(
      new DetachUserPolicyCommand({ UserName: 'learner', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }),
    );

    expect(await failure(world.iam.send(new ListUsersCommand({})))).toMatchObject({ name: 'AccessDenied' });
  });
});
describe('simulation', () => {
  it('of a principal answers with the statement that decides', async () => {
    await world.userWith('bob', allow('s3:GetObject', 'arn:aws:s3:::data/*'));
    const { EvaluationResults } = await world.iam.send(
      new SimulatePrincipalPolicyCommand({
        PolicySourceArn: `arn:aws:iam::${world.accountId}:user/bob`,
        ActionNames: ['s3:GetObject', 's3:PutObject'],
        ResourceArns: ['arn:aws:s3:::data/a.csv', 'arn:aws:s3:::other/a.csv'],
      }),
    );

    expect(EvaluationResults?.map(({ EvalDecision }) => EvalDecision)).toEqual([
      'allowed',
      'implicitDeny',
      'implicitDeny',
      'implicitDeny',
    ]);
    expect(EvaluationResults?.[0]?.MatchedStatements?.[0]).toMatchObject({
      SourcePolicyId: 'user_bob_own',
      SourcePolicyType: 'IAM Policy',
    });
  });

  it('of given documents counts boundary, resource policy and context', async () => {
    const document = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 's3:*',
          Resource: '*',
          Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
        },
      ],
    });
    const ask = (value: string, boundary: string) =>
      world.iam.send(
        new SimulateCustomPolicyCommand({
          PolicyInputList: [document],
          PermissionsBoundaryPolicyInputList: [boundary],
          ActionNames: ['s3:GetObject'],
          ContextEntries: [
            { ContextKeyName: 'aws:RequestedRegion', ContextKeyValues: [value], ContextKeyType: 'string' },
          ],
        }),
      );

    const inside = await ask('eu-west-1', allow('s3:*'));
    const elsewhere = await ask('us-east-1', allow('s3:*'));
    const bounded = await ask('eu-west-1', allow('ec2:*'));

    expect(inside.EvaluationResults?.[0]?.EvalDecision).toBe('allowed');
    expect(elsewhere.EvaluationResults?.[0]?.EvalDecision).toBe('implicitDeny');
    expect(bounded.EvaluationResults?.[0]).toMatchObject({
      EvalDecision: 'implicitDeny',
      PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: false },
    });
  });

  it('asks for the caller when a resource policy meets a role', async () => {
    await world.iam.send(new CreateRoleCommand({ RoleName: 'Training', AssumeRolePolicyDocument: TRUST_SAGEMAKER }));
    const PolicySourceArn = `arn:aws:iam::${world.accountId}:role/Training`;
    const ResourcePolicy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*' }],
    });

    const refused = await failure(
      world.iam.send(
        new SimulatePrincipalPolicyCommand({ PolicySourceArn, ActionNames: ['s3:GetObject'], ResourcePolicy }),
      ),
    );

    expect(refused).toMatchObject({ name: 'InvalidInputException' });
  });
});
