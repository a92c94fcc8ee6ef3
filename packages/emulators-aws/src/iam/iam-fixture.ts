import { CreateAccessKeyCommand, CreateUserCommand, IAMClient, PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';

export const TRUST_SAGEMAKER = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'sagemaker.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});

/** A policy that allows so much. */
export const allow = (Action: string | string[], Resource: string | string[] = '*') =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] });

export interface IamFixture {
  readonly cloud: OpenSandbox;
  /** As the learner, who is an administrator. */
  readonly iam: IAMClient;
  readonly accountId: string;
  /** A user with a key and one inline policy named `own`: a client of its own. */
  userWith(name: string, policy: string): Promise<IAMClient>;
}

/** An account that is as new before each test of the file. */
export function iamFixture(id: string): IamFixture {
  let cloud: OpenSandbox;
  let iam: IAMClient;
  beforeAll(async () => {
    cloud = await openSandbox({ id });
    iam = cloud.client(IAMClient);
  });
  beforeEach(async () => {
    await cloud.sandbox.reset(cloud.tenant);
    cloud.sandbox.authority.hostKeys(cloud.tenant);
  });
  afterAll(async () => {
    expect(cloud.bugs).toEqual([]);
    await cloud.close();
  });
  return {
    get cloud() {
      return cloud;
    },
    get iam() {
      return iam;
    },
    get accountId() {
      return cloud.tenant.accountId;
    },
    async userWith(name, policy) {
      await iam.send(new CreateUserCommand({ UserName: name }));
      await iam.send(new PutUserPolicyCommand({ UserName: name, PolicyName: 'own', PolicyDocument: policy }));
      const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: name }));
      const { AccessKeyId: accessKeyId = '', SecretAccessKey: secretAccessKey = '' } = AccessKey ?? {};
      return cloud.client(IAMClient, { credentials: { accessKeyId, secretAccessKey } });
    },
  };
}

/** What a client was told, to compare at once. */
export const failure = (promise: Promise<unknown>): Promise<object> =>
  promise.then(
    () => ({ name: 'no error' }),
    (error: { name: string; message: string; $metadata: { httpStatusCode: number } }) => ({
      name: error.name,
      message: error.message,
      status: error.$metadata.httpStatusCode,
    }),
  );
