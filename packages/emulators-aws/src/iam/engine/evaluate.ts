import { type CompiledStatement, compiled } from './compile.ts';
import type { Decision, Layer, StatementTrace } from './decision.ts';
import {
  type Match,
  matchStatement,
  missingContext,
  type PreparedRequest,
  prepareRequest,
  reachedConditions,
} from './match.ts';
import type { AttachedPolicy, StatementReference } from './policy.ts';
import { type AccessRequest, accountOf, type Principal } from './request.ts';
import { whyAllowed, whyDenied, whyNotAllowed } from './why.ts';

type Allow = Extract<StatementTrace, { applies: true }>;

/** What the layers say, before they are put together. */
type Verdicts = {
  readonly allows: readonly Allow[];
  readonly policies: readonly AttachedPolicy[];
  readonly request: AccessRequest;
  /** The resource's own policy must have a say: an identity policy alone opens nothing. */
  readonly isClosed: boolean;
};

const referenceOf = ({ policyId, policyKind, statementIndex, sid }: StatementTrace): StatementReference => ({
  policyId,
  policyKind,
  statementIndex,
  ...(sid === undefined ? {} : { sid }),
});

const hasPolicy = ({ policies }: Verdicts, kind: AttachedPolicy['policy']['kind']) =>
  policies.some(({ policy }) => policy.kind === kind);
const allowOf = ({ allows }: Verdicts, kind: Layer) => allows.find(({ policyKind }) => policyKind === kind);
const isOfResource = ({ policyKind }: StatementTrace) => policyKind === 'resource' || policyKind === 'trust';

/** SCPs bind the principals of member accounts; not services, not service-linked roles, not strangers. */
function isUnderScp(principal: Principal): boolean {
  if (principal.kind === 'role-session') return !principal.roleArn.includes(':role/aws-service-role/');
  return accountOf(principal) !== undefined;
}

/** Policies that have a say about this caller: nobody else's boundary, no SCP over a service. */
function inForce(request: AccessRequest, policies: readonly AttachedPolicy[]): readonly AttachedPolicy[] {
  const { principal } = request;
  const hasIdentity = accountOf(principal) !== undefined && principal.kind !== 'root';
  return policies.filter(({ policy }) => {
    if (policy.kind === 'scp') return isUnderScp(principal);
    return policy.kind === 'resource' || policy.kind === 'trust' || hasIdentity;
  });
}

function scpAllows({ allows, policies }: Verdicts): boolean {
  const levels = new Set(policies.filter(({ policy }) => policy.kind === 'scp').map(({ level }) => level));
  return [...levels].every((level) => allows.some((one) => one.policyKind === 'scp' && one.level === level));
}

const OF_ROLE = /^sts:(assumerole|tagsession$|setsourceidentity$|setcontext$)/i;

/**
 * Roles and KMS keys obey their own policy: an identity policy alone never opens them.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
function obeysOwnPolicy({ action, resource }: AccessRequest): boolean {
  if (OF_ROLE.test(action)) return !resource.includes(':federated-user/');
  return /^arn:[^:]+:kms:[^:]*:[^:]*:key\//.test(resource);
}

/** Layers around the identity policy: each one present must allow as well. */
function missingLimits(verdicts: Verdicts): Layer[] {
  const missing: Layer[] = [];
  if (hasPolicy(verdicts, 'boundary') && !allowOf(verdicts, 'boundary')) missing.push('boundary');
  // A federated user has no rights of its own: without a session policy there is nothing to intersect with.
  const needsSession = hasPolicy(verdicts, 'session') || verdicts.request.principal.kind === 'federated-user';
  if (needsSession && !allowOf(verdicts, 'session')) missing.push('session');
  return missing;
}

type Grant = { readonly by: Allow | undefined; readonly missing: readonly Layer[] };

const refused = (...missing: readonly Layer[]): Grant => ({ by: undefined, missing });

/** Both sides must allow: the resource's account by its policy, the caller's by everything else. */
function grantAcrossAccounts(verdicts: Verdicts): Grant {
  const isRoot = verdicts.request.principal.kind === 'root';
  const byResource = verdicts.allows.find(isOfResource);
  const byIdentity = allowOf(verdicts, 'identity');
  const missing: Layer[] = [...missingLimits(verdicts)];
  if (!byResource) missing.unshift('resource');
  if (!byIdentity && !isRoot) missing.unshift('identity');
  return { by: byIdentity ?? byResource, missing };
}

/** Either side may allow; who the resource policy names decides whether boundary and session policy still count. */
function grantWithinAccount(verdicts: Verdicts): Grant {
  const { request, allows, isClosed } = verdicts;
  const ofResource = allows.filter(isOfResource);
  const direct = ofResource.find(({ namedAs }) => namedAs === 'direct');
  if (direct) return { by: direct, missing: [] };
  if (request.principal.kind === 'root') return isClosed ? refused('resource') : { by: undefined, missing: [] };
  const derived = ofResource.find(({ namedAs }) => namedAs === 'derived');
  const byIdentity = isClosed && ofResource.length === 0 ? undefined : allowOf(verdicts, 'identity');
  const by = byIdentity ?? derived;
  const limits = missingLimits(verdicts);
  return by ? { by, missing: limits } : refused(...missingGrant(verdicts, ofResource.length > 0), ...limits);
}

/** Who could have granted it and did not. A resource policy that names the account has done its part. */
function missingGrant(verdicts: Verdicts, isDelegated: boolean): Layer[] {
  if (isDelegated) return ['identity'];
  if (verdicts.isClosed) return ['resource'];
  return verdicts.policies.some(isOfResourceKind) ? ['identity', 'resource'] : ['identity'];
}

function grantOf(verdicts: Verdicts): Grant {
  const { principal, resourceAccountId } = verdicts.request;
  const account = accountOf(principal);
  if (account === undefined) {
    const by = verdicts.allows.find(isOfResource);
    return by ? { by, missing: [] } : refused('resource');
  }
  const isForeign = resourceAccountId !== undefined && resourceAccountId !== account;
  return isForeign ? grantAcrossAccounts(verdicts) : grantWithinAccount(verdicts);
}

function traceOfStatement(
  statement: CompiledStatement,
  statementIndex: number,
  { policyId, policy, level }: AttachedPolicy,
  match: Match,
): StatementTrace {
  const { sid, effect } = statement.source;
  return {
    policyId,
    policyKind: policy.kind,
    statementIndex,
    effect,
    ...(sid === undefined ? {} : { sid }),
    ...(level === undefined ? {} : { level }),
    ...match,
  };
}

function traceOf(prepared: PreparedRequest, policies: readonly AttachedPolicy[]) {
  const considered: StatementTrace[] = [];
  const missing = new Set<string>();
  for (const attached of policies) {
    for (const [index, statement] of compiled(attached.policy).entries()) {
      const match = matchStatement(statement, prepared);
      considered.push(traceOfStatement(statement, index, attached, match));
      if (reachedConditions(match)) for (const key of missingContext(statement, prepared)) missing.add(key);
    }
  }
  return { considered, missingContextKeys: [...missing] };
}

const applying = (considered: readonly StatementTrace[], effect: 'Allow' | 'Deny') =>
  considered.filter((trace): trace is Allow => trace.applies && trace.effect === effect);

export type EvaluationOptions = {
  /** IAM's simulator does not look at the policies of roles and keys unless it is given one. */
  readonly ignoresAbsentResourcePolicy?: boolean;
};

const isOfResourceKind = ({ policy }: AttachedPolicy) => policy.kind === 'resource' || policy.kind === 'trust';

/**
 * Decides a request: an explicit Deny anywhere wins; then every SCP level must allow; then the grant itself (within
 * an account by identity or resource policy, across accounts by both); then boundary and session policy must allow too.
 *
 * @param policies those attached to the caller (identity, boundary, session, SCP) and to the resource (resource, trust)
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluate(
  request: AccessRequest,
  policies: readonly AttachedPolicy[],
  options: EvaluationOptions = {},
): Decision {
  const prepared = prepareRequest(request);
  const present = inForce(request, policies);
  const trace = traceOf(prepared, present);
  const [deny] = applying(trace.considered, 'Deny');
  if (deny) {
    const decidedBy = referenceOf(deny);
    return { decision: 'explicitDeny', decidedBy, why: whyDenied(request, decidedBy), missing: [], ...trace };
  }
  const isLenient = options.ignoresAbsentResourcePolicy === true && !present.some(isOfResourceKind);
  const isClosed = obeysOwnPolicy(request) && !isLenient;
  const verdicts: Verdicts = { allows: applying(trace.considered, 'Allow'), policies: present, request, isClosed };
  const grant = grantOf(verdicts);
  const missing: readonly Layer[] = scpAllows(verdicts) ? grant.missing : ['scp', ...grant.missing];
  if (missing.length > 0) {
    const why = whyNotAllowed(request, missing, trace.considered);
    return { decision: 'implicitDeny', decidedBy: undefined, why, missing, ...trace };
  }
  const decidedBy = grant.by && referenceOf(grant.by);
  return { decision: 'allow', decidedBy, why: whyAllowed(request, decidedBy), missing, ...trace };
}
