import type { LambdaCall } from './state.ts';

/**
 * Gives a function its role: the caller must be allowed to pass it, and the role must trust Lambda.
 *
 * @throws ServiceError AccessDeniedException, or InvalidParameterValueException as Lambda says it
 */
export function takeRole(call: LambdaCall, roleArn: string, functionName: string): void {
  const context = { 'iam:PassedToService': 'lambda.amazonaws.com' };
  call.demand({ action: 'iam:PassRole', resource: roleArn, context });
  call.assume(roleArn, 'lambda.amazonaws.com', functionName);
}
