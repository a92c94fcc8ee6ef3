import {
  AddUserToGroupCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  DeleteUserCommand,
  GetAccessKeyLastUsedCommand,
  GetAccountAuthorizationDetailsCommand,
  GetAccountSummaryCommand,
  GetGroupCommand,
  GetUserCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListGroupsForUserCommand,
  ListUsersCommand,
  paginateListUsers,
  UpdateAccessKeyCommand,
  UpdateUserCommand,
} from '@aws-sdk/client-iam';
import { describe, expect, it } from 'vitest';
import { allow, failure, iamFixture, TRUST_SAGEMAKER } from './iam-fixture.ts';

const world = iamFixture('iam-users');

describe('the account', () => {
  it('begins with the learner as an administrator, with the same keys after a reset', async () => {
    const before = world.cloud.sandbox.authority.hostKeys(world.cloud.tenant);
    const { User } = await world.iam.send(new GetUserCommand({}));
    await world.cloud.sandbox.reset(world.cloud.tenant);
    const after = world.cloud.sandbox.authority.hostKeys(world.cloud.tenant);

    expect(User?.Arn).toBe(`arn:aws:iam::${world.accountId}:user/learner`);
    expect(User?.UserId).toMatch(/^AIDA[A-Z2-7]{17}$/);
    expect(after).toEqual(before);
    expect(before.learner?.accessKeyId).toMatch(/^LKIA[A-Z2-7]{16}$/);
  });

  it('keeps its root key whatever root asks for', async () => {
    const root = world.cloud.client(IAMClient, { credentials: world.cloud.root });

    const refused = await failure(root.send(new DeleteAccessKeyCommand({ AccessKeyId: world.cloud.root.accessKeyId })));
    const byLearner = await failure(
      world.iam.send(new DeleteAccessKeyCommand({ AccessKeyId: world.cloud.root.accessKeyId })),
    );

    expect(refused).toMatchObject({ name: 'UnmodifiableEntityException', status: 400 });
    expect(byLearner).toMatchObject({ name: 'NoSuchEntityException', status: 404 });
  });

  it('is summed up, and told in full with its documents', async () => {
    await world.iam.send(new CreateRoleCommand({ RoleName: 'Training', AssumeRolePolicyDocument: TRUST_SAGEMAKER }));

    const { SummaryMap } = await world.iam.send(new GetAccountSummaryCommand({}));
    const details = await world.iam.send(new GetAccountAuthorizationDetailsCommand({}));
    const roles = await world.iam.send(new GetAccountAuthorizationDetailsCommand({ Filter: ['Role'] }));

    expect(SummaryMap).toMatchObject({ Users: 1, Roles: 1, AccessKeysPerUserQuota: 2 });
    expect(details.UserDetailList?.[0]?.AttachedManagedPolicies?.[0]?.PolicyName).toBe('AdministratorAccess');
    expect(details.Policies?.map(({ PolicyName }) => PolicyName)).toEqual(['AdministratorAccess']);
    expect(roles.UserDetailList).toEqual([]);
    expect(decodeURIComponent(roles.RoleDetailList?.[0]?.AssumeRolePolicyDocument ?? '')).toBe(TRUST_SAGEMAKER);
  });
});

describe('users', () => {
  it('are found in any case, and no two differ only in case', async () => {
    await world.iam.send(
      new CreateUserCommand({ UserName: 'Ann', Path: '/team/', Tags: [{ Key: 'team', Value: 'data' }] }),
    );

    const found = await world.iam.send(new GetUserCommand({ UserName: 'ann' }));
    const twin = await failure(world.iam.send(new CreateUserCommand({ UserName: 'ANN' })));
    const { Users } = await world.iam.send(new ListUsersCommand({ PathPrefix: '/team/' }));

    expect(found.User).toMatchObject({ UserName: 'Ann', Path: '/team/', Tags: [{ Key: 'team', Value: 'data' }] });
    expect(twin).toEqual({
      name: 'EntityAlreadyExistsException',
      message: 'User with name ANN already exists.',
      status: 409,
    });
    expect(Users?.map(({ UserName }) => UserName)).toEqual(['Ann']);
  });

  it('are listed page by page without a gap, even when pages are deleted on the way', async () => {
    for (let i = 0; i < 7; i += 1) await world.iam.send(new CreateUserCommand({ UserName: `u${i}`, Path: '/x/' }));

    const seen: string[] = [];
    for await (const page of paginateListUsers({ client: world.iam, pageSize: 3 }, { PathPrefix: '/x/' })) {
      for (const { UserName = '' } of page.Users ?? []) {
        seen.push(UserName);
        await world.iam.send(new DeleteUserCommand({ UserName }));
      }
    }

    expect(seen).toEqual(['u0', 'u1', 'u2', 'u3', 'u4', 'u5', 'u6']);
  });

  it('cannot be deleted before what belongs to them', async () => {
    await world.userWith('bob', allow('s3:*'));
    await world.iam.send(
      new AttachUserPolicyCommand({ UserName: 'bob', PolicyArn: 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess' }),
    );
    const remove = () => failure(world.iam.send(new DeleteUserCommand({ UserName: 'bob' })));

    const withKey = await remove();
    const { AccessKeyMetadata } = await world.iam.send(new ListAccessKeysCommand({ UserName: 'bob' }));
    const AccessKeyId = AccessKeyMetadata?.[0]?.AccessKeyId ?? '';
    await world.iam.send(new DeleteAccessKeyCommand({ UserName: 'bob', AccessKeyId }));
    const withPolicies = await remove();

    expect(withKey).toEqual({
      name: 'DeleteConflictException',
      message: 'Cannot delete entity, must delete access keys first.',
      status: 409,
    });
    expect(withPolicies).toMatchObject({ message: 'Cannot delete entity, must detach all policies first.' });
  });

  it('keep their keys, groups and rights under a new name', async () => {
    const bob = await world.userWith('bob', allow('iam:ListUsers'));
    await world.iam.send(new CreateGroupCommand({ GroupName: 'readers' }));
    await world.iam.send(new AddUserToGroupCommand({ GroupName: 'readers', UserName: 'bob' }));
    await world.iam.send(new UpdateUserCommand({ UserName: 'bob', NewUserName: 'robert' }));

    const { Users } = await bob.send(new ListUsersCommand({}));
    const { Groups } = await world.iam.send(new ListGroupsForUserCommand({ UserName: 'robert' }));
    const members = await world.iam.send(new GetGroupCommand({ GroupName: 'readers' }));
    const old = await failure(world.iam.send(new GetUserCommand({ UserName: 'bob' })));

    expect(Users?.map(({ UserName }) => UserName)).toEqual(['learner', 'robert']);
    expect(Groups?.map(({ GroupName }) => GroupName)).toEqual(['readers']);
    expect(members.Users?.map(({ UserName }) => UserName)).toEqual(['robert']);
    expect(old).toMatchObject({ message: 'The user with name bob cannot be found.', status: 404 });
  });
});

describe('access keys', () => {
  it('are two at most, stop working when inactive, and tell when they were used', async () => {
    const bob = await world.userWith('bob', allow('iam:GetUser'));
    await bob.send(new GetUserCommand({}));
    await world.iam.send(new CreateAccessKeyCommand({ UserName: 'bob' }));
    const third = await failure(world.iam.send(new CreateAccessKeyCommand({ UserName: 'bob' })));
    const { AccessKeyMetadata = [] } = await world.iam.send(new ListAccessKeysCommand({ UserName: 'bob' }));
    const last = await Promise.all(
      AccessKeyMetadata.map(({ AccessKeyId }) => world.iam.send(new GetAccessKeyLastUsedCommand({ AccessKeyId }))),
    );
    for (const { AccessKeyId } of AccessKeyMetadata) {
      await world.iam.send(new UpdateAccessKeyCommand({ UserName: 'bob', AccessKeyId, Status: 'Inactive' }));
    }
    const inactive = await failure(bob.send(new GetUserCommand({})));

    expect(third).toMatchObject({
      name: 'LimitExceededException',
      message: 'Cannot exceed quota for AccessKeysPerUser: 2',
    });
    expect(last.map(({ AccessKeyLastUsed }) => AccessKeyLastUsed?.ServiceName).sort()).toEqual(['N/A', 'iam']);
    expect(inactive).toMatchObject({ name: 'InvalidClientTokenId', status: 403 });
  });
});
