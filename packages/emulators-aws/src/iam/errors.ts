import { ServiceError } from '@cairn/emulator-kit';

/** IAM's own failures, with its codes, statuses and sentences. */
const noSuchEntity = (message: string) => new ServiceError('NoSuchEntity', message, 404);
const deleteConflict = (message: string) => new ServiceError('DeleteConflict', message, 409);

type Named = 'user' | 'group' | 'role';

export const noSuch = (kind: Named, name: string): ServiceError =>
  noSuchEntity(`The ${kind} with name ${name} cannot be found.`);

export const noSuchPolicy = (arn: string): ServiceError => noSuchEntity(`Policy ${arn} was not found.`);

/** What the Attach operations and boundaries answer for a policy that is not there. */
export const notAttachable = (arn: string): ServiceError =>
  noSuchEntity(`Policy ${arn} does not exist or is not attachable.`);

export const notAttached = (arn: string): ServiceError => noSuchEntity(`Policy ${arn} was not found.`);

export const noSuchVersion = (arn: string, versionId: string): ServiceError =>
  noSuchEntity(`Policy ${arn} version ${versionId} does not exist or is not attachable.`);

export const noSuchInlinePolicy = (kind: Named, name: string): ServiceError =>
  noSuchEntity(`The ${kind} policy with name ${name} cannot be found.`);

export const noSuchKey = (id: string): ServiceError => noSuchEntity(`The Access Key with id ${id} cannot be found.`);

export const noBoundary = (kind: Named, name: string): ServiceError =>
  noSuchEntity(`The ${kind} with name ${name} does not have a permissions boundary attached.`);

export const alreadyExists = (kind: 'User' | 'Group' | 'Role', name: string): ServiceError =>
  new ServiceError('EntityAlreadyExists', `${kind} with name ${name} already exists.`, 409);

export const policyExists = (name: string): ServiceError =>
  new ServiceError(
    'EntityAlreadyExists',
    `A policy called ${name} already exists. Duplicate names are not allowed.`,
    409,
  );

export const mustRemove = (what: string): ServiceError => deleteConflict(`Cannot delete entity, must ${what} first.`);

export const policyInUse = (): ServiceError => deleteConflict('Cannot delete a policy attached to entities.');

export const hasVersions = (): ServiceError =>
  deleteConflict(
    "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. " +
      'The default version is deleted with the policy.',
  );

export const isDefaultVersion = (): ServiceError => deleteConflict('Cannot delete the default version of a policy.');

export const limitExceeded = (message: string): ServiceError => new ServiceError('LimitExceeded', message, 409);

export const quotaExceeded = (quota: string, limit: number): ServiceError =>
  limitExceeded(`Cannot exceed quota for ${quota}: ${limit}`);

export const malformed = (message: string): ServiceError => new ServiceError('MalformedPolicyDocument', message, 400);

export const invalidInput = (message: string): ServiceError => new ServiceError('InvalidInput', message, 400);

export const validationError = (message: string): ServiceError => new ServiceError('ValidationError', message, 400);

export const unmodifiable = (message: string): ServiceError => new ServiceError('UnmodifiableEntity', message, 400);

export const protectedRole = (name: string): ServiceError =>
  unmodifiable(`Cannot perform the operation on the protected role '${name}' - this role is only modifiable by AWS`);

export const mustNameUser = (): ServiceError =>
  validationError('Must specify userName when calling with non-User credentials');

export const notYourPolicy = (): ServiceError =>
  new ServiceError('AccessDenied', 'Policy is outside your own account.', 403);

export const tooManyVersions = (limit: number): ServiceError =>
  limitExceeded(
    `A managed policy can have up to ${limit} versions. Before you create a new version, you must delete an existing version.`,
  );

export const suffixTaken = (roleName: string): ServiceError =>
  invalidInput(`Service role name ${roleName} has been taken in this account, please try a different suffix.`);
