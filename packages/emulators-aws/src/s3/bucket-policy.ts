import { ServiceError } from '@cairn/emulator-kit';
import { type Policy, parsePolicy, type Statement } from '../iam/engine/index.ts';
import type { IamState } from '../iam/state.ts';
import { bucketArn, type S3Call } from './access.ts';

/** A bucket policy that may be put on `bucketName`. Throws MalformedPolicy, which says what is wrong and where. */
export function checkedBucketPolicy(call: S3Call, json: string, bucketName: string): Policy {
  const parsed = parsePolicy(json, 'resource');
  if (parsed.outcome === 'faults') {
    const [fault] = parsed.faults;
    if (!fault) throw new RangeError('a policy was refused without a fault');
    const detail = fault.message === fault.awsMessage ? '' : ` ${fault.path}: ${fault.message}`;
    throw malformedPolicy(`${fault.awsMessage}${detail}`);
  }
  parsed.policy.statements.forEach((statement, index) => {
    demandOwnResources(statement, bucketName, index);
    demandS3Actions(statement, index);
    demandKnownPrincipals(call, statement, index);
  });
  return parsed.policy;
}

/** The resources of a bucket's policy are the bucket and what is in it. */
function demandOwnResources({ resources = [], notResources = [] }: Statement, bucketName: string, index: number): void {
  const own = bucketArn(bucketName);
  for (const resource of [...resources, ...notResources]) {
    if (resource === own || resource.startsWith(`${own}/`) || resource === '*' || isWiderPattern(resource, own))
      continue;
    throw malformedPolicy(
      `Policy has invalid resource. $.Statement[${index}]: ${resource} is not this bucket; write ${own} for the bucket or ${own}/* for its objects.`,
    );
  }
}

/** A pattern such as `arn:aws:s3:::logs*` may reach the bucket. */
function isWiderPattern(resource: string, own: string): boolean {
  const end = resource.search(/[*?]/);
  return end >= 0 && own.startsWith(resource.slice(0, end));
}

function demandS3Actions({ actions = [], notActions = [] }: Statement, index: number): void {
  for (const action of [...actions, ...notActions]) {
    if (action === '*' || /^s3:/i.test(action)) continue;
    throw malformedPolicy(`Policy has invalid action. $.Statement[${index}]: ${action} is no action of S3.`);
  }
}

/** Users and roles of the account that a policy names must be there; those of other accounts cannot be looked up. */
function demandKnownPrincipals(call: S3Call, { principal, notPrincipal }: Statement, index: number): void {
  const named = [...(principal?.AWS ?? []), ...(notPrincipal?.AWS ?? [])];
  const own = named.filter((arn) => arn.startsWith(`arn:aws:iam::${call.accountId}:`) && !arn.endsWith(':root'));
  if (own.length === 0) return;
  const { users, roles } = call.peek<IamState>('iam');
  const known = new Set([...users.values(), ...roles.values()].map(({ arn }) => arn));
  const unknown = own.find((arn) => !known.has(arn));
  if (unknown === undefined) return;
  throw malformedPolicy(`Invalid principal in policy. $.Statement[${index}]: this account has no ${unknown}.`);
}

const malformedPolicy = (message: string): ServiceError => new ServiceError('MalformedPolicy', message, 400);
