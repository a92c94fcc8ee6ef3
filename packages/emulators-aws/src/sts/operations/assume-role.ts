import type { AssumeRoleResponse } from '@aws-sdk/client-sts';
import { type Call, type Need, operation } from '@cairn/emulator-kit';
import { sessionArn } from '../../iam/credentials.ts';
import { DEFAULT_SESSION_SECONDS, findRoleByArn } from '../../iam/entities.ts';
import { issueSessionKey } from '../../iam/keys.ts';
import type { IamState, Role, RoleSession } from '../../iam/state.ts';
import { callerSession } from '../caller-session.ts';
import { accessDenied, noMfaDevice, validationError } from '../errors.ts';
import { describeCredentials } from '../issued.ts';
import { packedPolicySize, type SessionRequest, sessionPolicies, sessionTags } from '../session-request.ts';

type StsCall = Call<IamState>;

/** A role taken with the credentials of another role: one hour, whatever the role allows. */
const LONGEST_CHAINED_SECONDS = 3600;

export const assumeRole = operation<IamState, SessionRequest, AssumeRoleResponse>({
  fidelity: 'simplified',
  differs: 'Only roles of the same account, and no multi-factor authentication. PackedPolicySize is an estimate.',
  needs,
  handle: (input, call) => {
    const { state, ids, principal } = call;
    if (input.SerialNumber !== undefined || input.TokenCode !== undefined) throw noMfaDevice();
    if (input.ProvidedContexts) throw validationError('ProvidedContexts are not supported in this sandbox.');
    const role = getRole(state, input.RoleArn);
    const seconds = secondsOf(input, role, call);
    const percent = packedPolicySize(input);
    const session: RoleSession = {
      kind: 'role',
      roleArn: role.arn,
      roleId: role.id,
      sessionName: input.RoleSessionName,
      policies: sessionPolicies(state, input),
      ...sessionTags(input, callerSession(state, principal)),
      sourceIdentity: input.SourceIdentity ?? callerSession(state, principal)?.sourceIdentity,
    };
    role.lastUsedAt = call.date();
    const key = issueSessionKey(state, ids, session, { now: call.now(), seconds });
    const { sourceIdentity, roleId, sessionName } = session;
    return {
      Credentials: describeCredentials(key),
      AssumedRoleUser: { AssumedRoleId: `${roleId}:${sessionName}`, Arn: sessionArn(state.accountId, session) },
      ...(percent === 0 ? {} : { PackedPolicySize: percent }),
      ...(sourceIdentity === undefined ? {} : { SourceIdentity: sourceIdentity }),
    };
  },
});

/** Who names a role that is not there is refused like one whom its trust policy keeps out. */
function needs(input: SessionRequest, { state, accountId, principal }: StsCall): Need[] {
  if (principal.kind === 'root') throw accessDenied('Roles may not be assumed by root accounts.');
  const role = findRoleByArn(state, input.RoleArn);
  const context = contextOf(input);
  const actions = ['sts:AssumeRole'];
  if (input.Tags && input.Tags.length > 0) actions.push('sts:TagSession');
  if (input.SourceIdentity !== undefined) actions.push('sts:SetSourceIdentity');
  const trust = role ? { resourcePolicy: { id: `of role ${role.name}`, json: role.trustPolicy } } : {};
  const resourceAccountId = input.RoleArn.split(':')[4] ?? accountId;
  return actions.map((action) => ({ action, resource: input.RoleArn, context, resourceAccountId, ...trust }));
}

function contextOf({ ExternalId, RoleSessionName, SourceIdentity, Tags = [], TransitiveTagKeys }: SessionRequest) {
  const tags = Tags.map(({ Key, Value }) => [`aws:RequestTag/${Key}`, String(Value)]);
  return {
    'sts:RoleSessionName': RoleSessionName,
    ...(ExternalId === undefined ? {} : { 'sts:ExternalId': ExternalId }),
    ...(SourceIdentity === undefined ? {} : { 'sts:SourceIdentity': SourceIdentity }),
    ...(TransitiveTagKeys ? { 'sts:TransitiveTagKeys': TransitiveTagKeys } : {}),
    ...(Tags.length === 0 ? {} : { 'aws:TagKeys': Tags.map(({ Key }) => String(Key)) }),
    ...Object.fromEntries(tags),
  };
}

function getRole(state: IamState, arn: string): Role {
  const role = findRoleByArn(state, arn);
  if (!role) throw accessDenied(`Role ${arn} is not in this account: only roles of the own account can be assumed.`);
  return role;
}

function secondsOf({ DurationSeconds = DEFAULT_SESSION_SECONDS }: SessionRequest, role: Role, call: StsCall): number {
  if (DurationSeconds > role.maxSessionSeconds) {
    throw validationError('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
  }
  if (call.principal.kind === 'role-session' && DurationSeconds > LONGEST_CHAINED_SECONDS) {
    throw validationError(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    );
  }
  return DurationSeconds;
}
