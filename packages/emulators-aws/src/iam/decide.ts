import type { Decision, Need, Principal, RequestSite } from '@cairn/emulator-kit';
import {
  type AccessRequest,
  type Principal as Asking,
  type AttachedPolicy,
  accessDeniedMessage,
  evaluate,
} from './engine/index.ts';
import { attachedPolicy, policiesOf } from './in-force.ts';
import type { IamState, SessionKey } from './state.ts';

/** Whether `principal` may do `need` at `now`, by every policy that has a say. */
export function decideNeed(
  state: IamState,
  now: number,
  principal: Principal,
  need: Need,
  site: Partial<RequestSite>,
): Decision {
  const session = principal.accessKeyId === undefined ? undefined : state.sessions.get(principal.accessKeyId);
  const barred = session && whyBarred(session, need.action);
  if (barred !== undefined) return { decision: 'implicitDeny', why: barred, message: barred };
  const request = requestOf(principal, need, {
    ...siteKeys(now, site),
    ...sessionKeys(session),
    ...sourceKeys(principal),
    ...need.context,
  });
  const verdict = evaluate(request, [...policiesOf(state, principal), ...resourcePolicy(need)]);
  const { decision, why } = verdict;
  return { decision, why, message: decision === 'allow' ? '' : accessDeniedMessage(request, verdict) };
}

function requestOf(principal: Principal, need: Need, context: AccessRequest['context']): AccessRequest {
  const { action, resource, resourceAccountId } = need;
  const request = { principal: askingAs(principal), action, resource, ...(context ? { context } : {}) };
  return resourceAccountId === undefined ? request : { ...request, resourceAccountId };
}

/** The kit's principal in the words of the policy engine. */
export function askingAs(principal: Principal): Asking {
  const { accountId, arn, userId, tags = {} } = principal;
  switch (principal.kind) {
    case 'root':
      return { kind: 'root', accountId };
    case 'user':
      return { kind: 'user', accountId, arn, userId, username: principal.userName ?? '', tags };
    case 'role-session':
      return { kind: 'role-session', accountId, arn, roleArn: principal.roleArn ?? '', userId, tags };
    case 'service':
      return { kind: 'service', service: arn };
    case 'anonymous':
      return { kind: 'anonymous' };
  }
}

function resourcePolicy({ action, resourcePolicy: policy }: Need): AttachedPolicy[] {
  if (!policy) return [];
  const kind = action.toLowerCase().startsWith('sts:') ? 'trust' : 'resource';
  return attachedPolicy(policy.id, policy.json, kind);
}

const ADDRESS = /^[0-9a-f.:]+$/i;

function siteKeys(now: number, { region, sourceIp, userAgent, isSecure = false }: Partial<RequestSite>) {
  return {
    'aws:CurrentTime': new Date(now).toISOString(),
    'aws:EpochTime': String(Math.floor(now / 1000)),
    'aws:SecureTransport': String(isSecure),
    'aws:ViaAWSService': 'false',
    ...(region === undefined ? {} : { 'aws:RequestedRegion': region }),
    // Calls from inside the account come from no address.
    ...(sourceIp && ADDRESS.test(sourceIp) ? { 'aws:SourceIp': sourceIp } : {}),
    ...(userAgent === undefined ? {} : { 'aws:UserAgent': userAgent }),
  };
}

/** Keys that only temporary credentials have. There are no MFA devices here. */
function sessionKeys(session: SessionKey | undefined): Record<string, string> {
  if (!session) return {};
  const { holder } = session;
  const identity = holder.kind === 'role' ? holder.sourceIdentity : undefined;
  return {
    ...(identity === undefined ? {} : { 'aws:SourceIdentity': identity }),
    'aws:TokenIssueTime': new Date(session.issuedAt).toISOString(),
    'aws:MultiFactorAuthPresent': 'false',
  };
}

/** Keys that tell for which resource of the account a service acts. */
function sourceKeys({ sourceArn, accountId }: Principal): Record<string, string> {
  return sourceArn === undefined ? {} : { 'aws:SourceArn': sourceArn, 'aws:SourceAccount': accountId };
}

const ALLOWED_STS = new Set(['sts:assumerole', 'sts:getcalleridentity']);

/** What the credentials of GetSessionToken may never do without MFA, whatever policies say. */
function whyBarred({ holder }: SessionKey, action: string): string | undefined {
  if (holder.kind !== 'user') return undefined;
  const asked = action.toLowerCase();
  const isBarred = asked.startsWith('iam:') || (asked.startsWith('sts:') && !ALLOWED_STS.has(asked));
  if (!isBarred) return undefined;
  return `Denied: credentials of GetSessionToken may not call ${action} without multi-factor authentication; use the user's own key.`;
}
