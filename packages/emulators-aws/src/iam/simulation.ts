import type {
  ContextEntry,
  SimulatePolicyResponse,
  SimulatePrincipalPolicyRequest,
  Statement,
} from '@aws-sdk/client-iam';
import { sessionPrincipal, userPrincipal } from './credentials.ts';
import { askingAs } from './decide.ts';
import { checkDocument } from './documents.ts';
import {
  type AttachedPolicy,
  type EvaluationResult,
  type MatchedStatement,
  type Principal,
  simulate,
} from './engine/index.ts';
import { findGroup, findRoleByArn, findUser } from './entities.ts';
import { invalidInput, noSuch } from './errors.ts';
import { holderPolicies, identityPolicies, organizationPolicies, type PolicyNaming } from './in-force.ts';
import { pageOf } from './paging.ts';
import type { Sent } from './sent.ts';
import type { IamState, PolicyHolder } from './state.ts';

/** What both simulations are asked. */
type SimulationRequest = Sent<Omit<SimulatePrincipalPolicyRequest, 'PolicySourceArn' | 'PolicyExclusionList'>>;

/** As SimulatePrincipalPolicy calls the policies it found: managed ones by name, inline ones with their holder. */
const NAMING: PolicyNaming = {
  managed: (arn) => arn.slice(arn.lastIndexOf('/') + 1),
  inline: ({ kind, name }, policyName) => `${kind}_${name}_${policyName}`,
};

/** The user, group or role that an ARN names. @throws ServiceError NoSuchEntity, InvalidInput */
export function getSource(state: IamState, arn: string): PolicyHolder {
  const [, kind = '', name = ''] = /:(user|group|role)\/(?:.*\/)?([^/]+)$/.exec(arn) ?? [];
  const found = kind === 'role' ? findRoleByArn(state, arn) : (findUser(state, name) ?? findGroup(state, name));
  if (found?.arn === arn) return found;
  if (kind === 'user' || kind === 'group' || kind === 'role') throw noSuch(kind, name);
  throw invalidInput(`Invalid Entity Arn: ${arn} does not clearly define entity type and name.`);
}

/** Everything attached to the source, its boundary and the organization's policies included. */
export function policiesOfSource(state: IamState, source: PolicyHolder): AttachedPolicy[] {
  const own = source.kind === 'group' ? identityPolicies(state, source, NAMING) : holderPolicies(state, source, NAMING);
  return [...own, ...organizationPolicies(state)];
}

export function principalOf(state: IamState, source: PolicyHolder): Principal {
  if (source.kind === 'user') return askingAs(userPrincipal(state.accountId, source));
  if (source.kind === 'role') return askingAs(sessionPrincipal(state, sessionOf(source)));
  const { arn, id: userId, name: username } = source;
  return { kind: 'user', accountId: state.accountId, arn, userId, username };
}

const sessionOf = ({ arn, id }: PolicyHolder) => ({
  kind: 'role' as const,
  roleArn: arn,
  roleId: id,
  sessionName: 'simulation',
  policies: [],
  tags: {},
  transitiveTagKeys: [],
});

/** Documents handed in with a request, called `PolicyInputList.1` and so on. */
export function inputPolicies(
  list: string,
  documents: readonly string[] | undefined,
  kind: 'identity' | 'boundary' | 'scp',
): AttachedPolicy[] {
  return (documents ?? []).map((document, i) => ({
    policyId: `${list}.${i + 1}`,
    policy: checkDocument(document, kind),
  }));
}

/** A boundary in the request stands in for the one that is attached. */
export function withBoundary(policies: readonly AttachedPolicy[], documents: readonly string[] | undefined) {
  if (!documents || documents.length === 0) return policies;
  const others = policies.filter(({ policy }) => policy.kind !== 'boundary');
  return [...others, ...inputPolicies('PermissionsBoundaryPolicyInputList', documents, 'boundary')];
}

/** Simulates every action on every resource and answers one page of it. */
export function runSimulation(
  state: IamState,
  request: SimulationRequest,
  caller: Principal,
  policies: readonly AttachedPolicy[],
): SimulatePolicyResponse {
  const resource = request.ResourcePolicy;
  const ofResource = resource === undefined ? [] : [resourcePolicy(resource)];
  const owner = request.ResourceOwner && accountIn(request.ResourceOwner);
  const results = simulate({
    principal: request.CallerArn === undefined ? caller : callerOf(state, request.CallerArn),
    policies: [...policies, ...ofResource],
    actions: request.ActionNames,
    ...(request.ResourceArns && request.ResourceArns.length > 0 ? { resources: request.ResourceArns } : {}),
    ...(owner ? { resourceAccountId: owner } : {}),
    context: contextOf(request.ContextEntries ?? []),
  });
  const numbered = results.map((result, i) => ({ result, key: String(i).padStart(8, '0') }));
  const { items, rest } = pageOf(numbered, ({ key }) => key, request);
  return { EvaluationResults: items.map(({ result }) => answerOf(result)), ...rest };
}

const resourcePolicy = (document: string): AttachedPolicy => ({
  policyId: 'ResourcePolicy',
  policy: checkDocument(document, 'resource'),
});

/** `arn:aws:iam::123456789012:root` or the bare account. */
const accountIn = (owner: string): string => owner.split(':')[4] ?? owner;

function callerOf(state: IamState, arn: string): Principal {
  const user = findUser(state, arn.slice(arn.lastIndexOf('/') + 1));
  if (user?.arn === arn) return principalOf(state, user);
  const username = /:user\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1];
  if (username === undefined) throw invalidInput(`CallerArn must be the ARN of an IAM user, ${arn} is not.`);
  return { kind: 'user', accountId: accountIn(arn), arn, userId: 'AIDASIMULATED', username };
}

const contextOf = (entries: readonly ContextEntry[]) =>
  Object.fromEntries(
    entries.map(({ ContextKeyName = '', ContextKeyValues = [], ContextKeyType = 'string' }) => {
      const [first = ''] = ContextKeyValues;
      return [ContextKeyName, ContextKeyType.endsWith('List') ? ContextKeyValues : first];
    }),
  );

/** The engine's answer with lists that the SDK's types may write to. */
function answerOf(result: EvaluationResult) {
  const { MatchedStatements, MissingContextValues, ResourceSpecificResults, ...rest } = result;
  return {
    ...rest,
    MatchedStatements: MatchedStatements.map(statementOf),
    MissingContextValues: [...MissingContextValues],
    ResourceSpecificResults: ResourceSpecificResults.map((specific) => ({
      ...specific,
      MatchedStatements: specific.MatchedStatements.map(statementOf),
      MissingContextValues: [...specific.MissingContextValues],
    })),
  };
}

/** The API answers "IAM Policy" or "Resource Policy"; the SDK's type lists other words, which no answer has. */
const statementOf = ({ SourcePolicyType, ...rest }: MatchedStatement): Statement => ({
  ...rest,
  SourcePolicyType: SourcePolicyType as never,
});
