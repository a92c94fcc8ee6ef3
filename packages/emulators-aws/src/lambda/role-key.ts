import { issueSessionKey } from '../iam/keys.ts';
import type { IamState, SessionKey } from '../iam/state.ts';
import type { LambdaCall } from './state.ts';

/**
 * Temporary credentials of a function's role, for clients inside the function.
 *
 * @throws ServiceError when the role is not there or does not trust Lambda
 */
export function roleKey(call: LambdaCall, roleArn: string, sessionName: string, seconds: number): SessionKey {
  const { userId } = call.assume(roleArn, 'lambda.amazonaws.com', sessionName);
  const session = {
    kind: 'role' as const,
    roleArn,
    roleId: userId.slice(0, userId.indexOf(':')),
    sessionName,
    policies: [],
    tags: {},
    transitiveTagKeys: [],
    sourceIdentity: undefined,
  };
  return issueSessionKey(call.peek<IamState>('iam'), call.ids, session, { now: call.now(), seconds });
}
