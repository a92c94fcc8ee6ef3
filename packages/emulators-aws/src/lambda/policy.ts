import type { AddPermissionRequest } from '@aws-sdk/client-lambda';
import type { Need } from '@cairn/emulator-kit';
import type { LambdaCall, LambdaFunction, ResourcePolicy } from './state.ts';

type Statement = ResourcePolicy['statements'][number];

const ACCOUNT_ID = /^\d{12}$/;

/** A statement of a function's policy, as AddPermission makes and answers it. */
export function statementOf(input: AddPermissionRequest, resource: string): Statement {
  const condition = conditionOf(input);
  return {
    Sid: input.StatementId,
    Effect: 'Allow',
    Principal: principalOf(input.Principal ?? ''),
    Action: input.Action,
    Resource: resource,
    ...(Object.keys(condition).length === 0 ? {} : { Condition: condition }),
  };
}

function principalOf(principal: string): unknown {
  if (principal === '*') return '*';
  if (ACCOUNT_ID.test(principal)) return { AWS: `arn:aws:iam::${principal}:root` };
  return principal.startsWith('arn:') ? { AWS: principal } : { Service: principal };
}

function conditionOf(input: AddPermissionRequest): Record<string, Record<string, string>> {
  const equals = {
    ...(input.SourceAccount ? { 'AWS:SourceAccount': input.SourceAccount } : {}),
    ...(input.PrincipalOrgID ? { 'aws:PrincipalOrgID': input.PrincipalOrgID } : {}),
    ...(input.EventSourceToken ? { 'lambda:EventSourceToken': input.EventSourceToken } : {}),
  };
  return {
    ...(Object.keys(equals).length === 0 ? {} : { StringEquals: equals }),
    ...(input.SourceArn ? { ArnLike: { 'AWS:SourceArn': input.SourceArn } } : {}),
  };
}

export const policyDocument = ({ statements }: ResourcePolicy): string =>
  JSON.stringify({ Version: '2012-10-17', Id: 'default', Statement: statements });

/** The need of a call about a function, with the policy that is attached to what it names. */
export function functionNeed(
  call: LambdaCall,
  action: string,
  { name, qualifier }: { readonly name: string; readonly qualifier?: string | undefined },
): Need {
  const fn: LambdaFunction | undefined = call.state.functions.get(name);
  const policy = fn?.policies.get(qualifier ?? '');
  const tags = [...(fn?.tags ?? [])].map(([key, value]) => [`aws:ResourceTag/${key}`, value]);
  return {
    action: `lambda:${action}`,
    resource: call.arn(qualifier === undefined ? `function:${name}` : `function:${name}:${qualifier}`),
    resourceAccountId: call.accountId,
    ...(tags.length === 0 ? {} : { context: Object.fromEntries(tags) }),
    ...(policy ? { resourcePolicy: { id: `of function ${name}`, json: policyDocument(policy) } } : {}),
  };
}
