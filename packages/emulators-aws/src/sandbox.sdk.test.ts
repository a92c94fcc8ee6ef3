import { CreateUserCommand, IAMClient, ListUsersCommand } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from './testing.ts';

let ann: OpenSandbox;
let bob: OpenSandbox;

beforeAll(async () => {
  ann = await openSandbox({ id: 'ann' });
  bob = await ann.another('bob');
});
afterAll(() => ann.close());

const names = async (box: OpenSandbox, config = {}) => {
  const { Users = [] } = await box.client(IAMClient, config).send(new ListUsersCommand({}));
  return Users.map(({ UserName }) => UserName);
};

describe('two learners', () => {
  it('never see what the other one made, by whatever name', async () => {
    await ann.client(IAMClient).send(new CreateUserCommand({ UserName: 'shared' }));

    expect(await names(ann)).toEqual(['learner', 'shared']);
    expect(await names(bob)).toEqual(['learner']);
    await bob.client(IAMClient).send(new CreateUserCommand({ UserName: 'shared' }));
    expect(ann.tenant.accountId).not.toBe(bob.tenant.accountId);
  });

  it('cannot use a key with the secret of another', async () => {
    const credentials = { ...ann.learner, secretAccessKey: bob.learner.secretAccessKey };

    await expect(names(ann, { credentials })).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
  });
});

describe('keys', () => {
  it('that nobody issued are unknown', async () => {
    const credentials = { ...ann.learner, accessKeyId: 'AKIAIOSFODNN7EXAMPLE' };

    await expect(names(ann, { credentials })).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
  });

  it('are the same after a reset of the account, with nothing left in it', async () => {
    const before = ann.learner.accessKeyId;

    await ann.sandbox.reset(ann.tenant);

    expect(ann.sandbox.authority.hostKeys(ann.tenant).learner?.accessKeyId).toBe(before);
    expect(await names(ann)).toEqual(['learner']);
  });
});

describe('over HTTP', () => {
  it('the same account answers, and pages of other sites are refused', async () => {
    const endpoint = await ann.serve();
    const client = new IAMClient({ region: 'us-east-1', endpoint, credentials: { ...ann.learner }, maxAttempts: 1 });

    const { Users = [] } = await client.send(new ListUsersCommand({}));
    const byPage = await fetch(endpoint, { headers: { origin: 'https://evil.example' } });

    expect(Users.length).toBeGreaterThan(0);
    expect(byPage.status).toBe(403);
  });
});

it('no fault of the sandbox came up on the way', () => {
  expect(ann.bugs).toEqual([]);
});
