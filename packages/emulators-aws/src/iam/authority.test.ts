import { type Need, type Principal, type RequestSite, ServiceError, Tenant, tenantCodeOf } from '@cairn/emulator-kit';
import { beforeEach, describe, expect, it } from 'vitest';
import { authority, iamStateOf } from './authority.ts';
import { nameKey, newEntity } from './entities.ts';
import { issueSessionKey } from './keys.ts';
import { setServiceControlPolicies } from './organization.ts';
import type { IamState, Role } from './state.ts';

const SITE: RequestSite = { region: 'us-east-1', sourceIp: '203.0.113.7', userAgent: 'test', isSecure: true };
const START = Date.UTC(2026, 10, 21);

let now: number;
let tenant: Tenant;
let state: IamState;

beforeEach(() => {
  now = START;
  tenant = newTenant();
  state = iamStateOf(tenant);
});

const newTenant = () =>
  new Tenant({
    id: 'ann',
    accountId: '123456789012',
    homeRegion: 'us-east-1',
    seed: 'ann',
    blobs: { keep: notUsed, join: notUsed, open: notUsed, sweep: async () => {}, tidy: async () => {} },
    wall: () => now,
  });

function notUsed(): never {
  throw new Error('IAM keeps no blobs');
}

const statement = (more: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...more }] });

function makeRole(name: string, trust: object, inline: Record<string, string> = {}): Role {
  const entity = newEntity({ state, ids: tenant.ids, kind: 'role', name, path: '/', createdAt: new Date(now) });
  const role: Role = {
    ...entity,
    inline: new Map(Object.entries(inline)),
    kind: 'role',
    boundary: undefined,
    tags: new Map([['team', 'fraud']]),
    trustPolicy: statement({ Action: 'sts:AssumeRole', ...trust }),
    description: undefined,
    maxSessionSeconds: 3600,
    lastUsedAt: undefined,
    linkedService: undefined,
  };
  state.roles.set(nameKey(name), role);
  return role;
}

function principalOf(keyId: string): Principal {
  const found = authority.credentials(tenant, keyId, undefined);
  if ('fault' in found) throw new Error(found.fault);
  return found.principal;
}

const learner = () => principalOf(state.learnerKeyId);

/** The verdict on the learner under one inline policy alone. */
function underPolicy(policy: string, need: Partial<Need> = {}, site: Partial<RequestSite> = {}): string {
  const user = state.users.get('learner');
  user?.attached.clear();
  user?.inline.set('only', policy);
  const asked = { action: 's3:GetObject', resource: 'arn:aws:s3:::data/a', ...need };
  return authority.decide(tenant, learner(), asked, { ...SITE, ...site }).decision;
}

describe('credentials', () => {
  it('know root and the learner, and by whose key they sign', () => {
    const { root, learner: own } = authority.hostKeys(tenant);

    expect(principalOf(root.accessKeyId)).toMatchObject({ kind: 'root', arn: 'arn:aws:iam::123456789012:root' });
    expect(principalOf(own?.accessKeyId ?? '')).toMatchObject({ kind: 'user', userName: 'learner' });
    expect(tenantCodeOf(root.accessKeyId)).toBe(state.tenantCode);
    expect(authority.credentials(tenant, 'LKIAAAAAAAAAAAAAAAAA', undefined)).toEqual({ fault: 'unknown' });
    expect(authority.credentials(tenant, root.accessKeyId, 'a-token')).toEqual({ fault: 'bad-token' });
  });

  it('of a session need its token and end with its time', () => {
    const role = makeRole('R', { Principal: { Service: 'lambda.amazonaws.com' } });
    const holder = {
      kind: 'role' as const,
      roleArn: role.arn,
      roleId: role.id,
      sessionName: 's',
      policies: [],
      tags: { team: 'risk' },
      transitiveTagKeys: [],
    };
    const key = issueSessionKey(state, tenant.ids, holder, { now, seconds: 900 });
    const ask = (token?: string) => authority.credentials(tenant, key.id, token);

    expect(ask(key.token)).toMatchObject({ principal: { kind: 'role-session', tags: { team: 'risk' } } });
    expect(ask()).toEqual({ fault: 'bad-token' });
    now += 900_000;
    expect(ask(key.token)).toEqual({ fault: 'expired' });
  });

  it('of sessions long over are forgotten, those of today are told apart from unknown ones', () => {
    const holder = { kind: 'user', userName: 'learner' } as const;
    const issue = () => issueSessionKey(state, tenant.ids, holder, { now, seconds: 900 });
    const first = issue();
    now += 3_600_000;
    const second = issue();
    now += 23.5 * 3_600_000;
    issue();

    expect(authority.credentials(tenant, first.id, first.token)).toEqual({ fault: 'unknown' });
    expect(authority.credentials(tenant, second.id, second.token)).toEqual({ fault: 'expired' });
  });

  it('survive a snapshot', () => {
    const before = tenant.snapshot();
    state.keys.clear();
    tenant.restore(before);

    expect(authority.hostKeys(tenant).learner?.accessKeyId).toBe(state.learnerKeyId);
  });
});

describe('decide', () => {
  const all = { Action: '*', Resource: '*' };
  const when = (Condition: object) => statement({ ...all, Condition });

  it('knows the network, the region and the account’s time', () => {
    const inNet = when({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } });
    const before2027 = when({ DateLessThan: { 'aws:CurrentTime': '2027-01-01T00:00:00Z' } });

    expect(underPolicy(inNet)).toBe('allow');
    expect(underPolicy(inNet, {}, { sourceIp: '198.51.100.1' })).toBe('implicitDeny');
    expect(underPolicy(inNet, {}, { sourceIp: 'AWS Internal' })).toBe('implicitDeny');
    expect(underPolicy(when({ StringEquals: { 'aws:RequestedRegion': 'us-east-1' } }))).toBe('allow');
    expect(underPolicy(when({ Bool: { 'aws:SecureTransport': 'false' } }))).toBe('implicitDeny');
    expect(underPolicy(before2027)).toBe('allow');
    now = Date.UTC(2027, 0, 2);
    expect(underPolicy(before2027)).toBe('implicitDeny');
  });

  it('knows who asks, and fills variables', () => {
    expect(underPolicy(statement({ Action: '*', Resource: 'arn:aws:s3:::data/a' }))).toBe('allow');
    expect(underPolicy(when({ StringEquals: { 'aws:username': 'learner', 'aws:PrincipalType': 'User' } }))).toBe(
      'allow',
    );
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable
    const own = statement({ Action: 's3:*', Resource: 'arn:aws:s3:::home/${aws:username}/*' });
    expect(underPolicy(own, { resource: 'arn:aws:s3:::home/learner/x' })).toBe('allow');
    expect(underPolicy(own, { resource: 'arn:aws:s3:::home/other/x' })).toBe('implicitDeny');
  });

  it('takes the resource’s policy into account, and its Deny before all', () => {
    const policy = (Effect: string) => ({
      id: 'of bucket data',
      json: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect, Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*' }],
      }),
    });
    const nothing = statement({ Action: 'ec2:*', Resource: '*' });

    expect(underPolicy(nothing, { resourcePolicy: policy('Allow') })).toBe('allow');
    expect(underPolicy(statement(all), { resourcePolicy: policy('Deny') })).toBe('explicitDeny');
  });

  it('lets an organization’s policy close what the account allows, root included', () => {
    const document = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: 'iam:*', Resource: '*' },
      ],
    });
    setServiceControlPolicies(tenant, [{ id: 'p-lab', document, level: 'account' }]);
    const need = { action: 'iam:ListUsers', resource: '*' };

    expect(authority.decide(tenant, learner(), need, SITE).decision).toBe('explicitDeny');
    expect(authority.decide(tenant, principalOf(state.rootKeyId), need, SITE).decision).toBe('explicitDeny');
    expect(authority.decide(tenant, learner(), { action: 's3:ListAllMyBuckets', resource: '*' }, SITE).decision).toBe(
      'allow',
    );
  });

  it('takes no service control policy that is malformed', () => {
    const one = { id: 'p-lab', document: '{"Version":"2012-10-17"}', level: 'account' };

    expect(() => setServiceControlPolicies(tenant, [one])).toThrow(/^Syntax errors in policy\./);
    expect(state.serviceControlPolicies).toEqual([]);
  });

  it('gives nothing to a principal whose user was made anew', () => {
    const before = learner();
    const entity = state.users.get('learner');
    if (entity) state.users.set('learner', { ...entity, id: 'AIDAANOTHER' });

    expect(authority.decide(tenant, before, { action: 's3:*', resource: '*' }, SITE).decision).toBe('implicitDeny');
  });
});

describe('assume', () => {
  it('gives a service a session of a role that trusts it, with the role’s rights and no others', () => {
    const read = statement({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*' });
    const role = makeRole('Training', { Principal: { Service: 'sagemaker.amazonaws.com' } }, { read });

    const session = authority.assume(tenant, role.arn, 'sagemaker.amazonaws.com', 'job-1');
    const may = (action: string) =>
      authority.decide(tenant, session, { action, resource: 'arn:aws:s3:::data/x' }, SITE).decision;

    expect(session).toMatchObject({
      kind: 'role-session',
      arn: 'arn:aws:sts::123456789012:assumed-role/Training/job-1',
      tags: { team: 'fraud' },
    });
    expect(may('s3:GetObject')).toBe('allow');
    expect(may('s3:PutObject')).toBe('implicitDeny');
    expect(role.lastUsedAt).toEqual(new Date(START));
  });

  it('holds a service to the account that its trust policy names', () => {
    const trust = (account: string) => ({
      Principal: { Service: 'lambda.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': account } },
    });
    const own = makeRole('Own', trust('123456789012'));
    const other = makeRole('Other', trust('210987654321'));

    expect(authority.assume(tenant, own.arn, 'lambda.amazonaws.com', 's').kind).toBe('role-session');
    expect(() => authority.assume(tenant, other.arn, 'lambda.amazonaws.com', 's')).toThrow(ServiceError);
  });

  it.each([
    ['sagemaker.amazonaws.com', 'ValidationException', /^Could not assume role arn:aws:iam::123456789012:role\/Web\./],
    ['lambda.amazonaws.com', 'InvalidParameterValueException', /cannot be assumed by Lambda/],
    ['glue.amazonaws.com', 'InvalidInputException', /unable to assume provided role/],
    ['events.amazonaws.com', 'ValidationException', /allows principal 'events.amazonaws.com'/],
  ])('refuses %s in its own words', (service, code, message) => {
    const role = makeRole('Web', { Principal: { Service: 'ec2.amazonaws.com' } });
    const attempt = () => authority.assume(tenant, role.arn, service, 's');

    expect(attempt).toThrow(message);
    expect(attempt).toThrow(expect.objectContaining({ code }));
    expect(() => authority.assume(tenant, 'arn:aws:iam::123456789012:role/None', service, 's')).toThrow(ServiceError);
  });
});
