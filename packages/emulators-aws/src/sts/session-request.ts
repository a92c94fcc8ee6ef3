import type { AssumeRoleRequest } from '@aws-sdk/client-sts';
import { checkDocument, documentSize } from '../iam/documents.ts';
import { POLICY_CHARACTER_LIMITS } from '../iam/engine/index.ts';
import { defaultDocument, findPolicy } from '../iam/managed-policies.ts';
import type { Sent } from '../iam/sent.ts';
import type { IamState, RoleSession } from '../iam/state.ts';
import { policyTooLarge, validationError } from './errors.ts';

export type SessionRequest = Sent<AssumeRoleRequest>;

const MOST_POLICY_ARNS = 10;
const MOST_TAGS = 50;

/** Session policies of a request: the inline one and the managed ones it names. @throws ServiceError */
export function sessionPolicies(state: IamState, { Policy, PolicyArns = [] }: SessionRequest): string[] {
  if (Policy !== undefined) {
    const limit = { characters: POLICY_CHARACTER_LIMITS.session, message: 'Policy is longer than 2048 characters.' };
    checkDocument(Policy, 'session', limit);
  }
  if (PolicyArns.length > MOST_POLICY_ARNS) {
    throw validationError(`At most ${MOST_POLICY_ARNS} PolicyArns may be given, not ${PolicyArns.length}.`);
  }
  const managed = PolicyArns.map(({ arn = '' }) => {
    const policy = findPolicy(state, arn);
    const document = policy && defaultDocument(policy);
    if (document === undefined) throw validationError(`The session policy ${arn} does not exist.`);
    return document;
  });
  return Policy === undefined ? managed : [Policy, ...managed];
}

/** How much of the space for inline policy, ARNs and tags a request takes, in percent; above 100 it is refused. */
export function packedPolicySize({ Policy = '', PolicyArns = [], Tags = [] }: SessionRequest): number {
  const arns = PolicyArns.reduce((sum, { arn = '' }) => sum + arn.length, 0);
  const tags = Tags.reduce((sum, { Key = '', Value = '' }) => sum + Key.length + Value.length, 0);
  const percent = Math.ceil(((documentSize(Policy) + arns + tags) / POLICY_CHARACTER_LIMITS.session) * 100);
  if (percent > 100) throw policyTooLarge(percent);
  return percent;
}

type SessionTags = Pick<RoleSession, 'tags' | 'transitiveTagKeys'>;

/**
 * Tags of a new session: those asked for, and those that the caller's own session hands on.
 *
 * @param caller the session of the caller, when the roles form a chain
 */
export function sessionTags(request: SessionRequest, caller: SessionTags | undefined): SessionTags {
  const { Tags = [], TransitiveTagKeys = [] } = request;
  if (Tags.length > MOST_TAGS) throw validationError(`At most ${MOST_TAGS} session tags may be given.`);
  const asked = Object.fromEntries(Tags.map(({ Key, Value }) => [String(Key), String(Value)]));
  const inherited = inheritedTags(caller);
  const isAsked = (key: string) => lowerKeys(asked).has(key.toLowerCase());
  if (lowerKeys(asked).size < Tags.length) throw validationError('Session tag keys must differ in more than case.');
  if (Object.keys(inherited).some(isAsked)) {
    throw validationError(
      "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
    );
  }
  if (!TransitiveTagKeys.every(isAsked)) {
    throw validationError('The specified transitive tag key must be included in the requested tags.');
  }
  return { tags: { ...inherited, ...asked }, transitiveTagKeys: [...Object.keys(inherited), ...TransitiveTagKeys] };
}

const lowerKeys = (tags: object): Set<string> => new Set(Object.keys(tags).map((key) => key.toLowerCase()));

function inheritedTags(caller: SessionTags | undefined): Record<string, string> {
  if (!caller) return {};
  const keys = new Set(caller.transitiveTagKeys.map((key) => key.toLowerCase()));
  return Object.fromEntries(Object.entries(caller.tags).filter(([key]) => keys.has(key.toLowerCase())));
}
