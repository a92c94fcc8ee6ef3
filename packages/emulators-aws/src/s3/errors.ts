import { ServiceError } from '@cairn/emulator-kit';

/** S3's errors, with the codes, statuses and messages of its API reference ("Error responses"). */

export const noSuchBucket = (name: string): ServiceError =>
  new ServiceError('NoSuchBucket', 'The specified bucket does not exist', 404, { BucketName: name });

export const noSuchKey = (key: string): ServiceError =>
  new ServiceError('NoSuchKey', 'The specified key does not exist.', 404, { Key: key });

export const noSuchVersion = (key: string, versionId: string): ServiceError =>
  new ServiceError('NoSuchVersion', 'The specified version does not exist.', 404, { Key: key, VersionId: versionId });

export const noSuchUpload = (uploadId: string): ServiceError =>
  new ServiceError(
    'NoSuchUpload',
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
    404,
    { UploadId: uploadId },
  );

export const accessDenied = (): ServiceError => new ServiceError('AccessDenied', 'Access Denied', 403);

export const invalidArgument = (message: string, name?: string, value?: string): ServiceError =>
  new ServiceError('InvalidArgument', message, 400, {
    ...(name === undefined ? {} : { ArgumentName: name }),
    ...(value === undefined ? {} : { ArgumentValue: value }),
  });

export const invalidRequest = (message: string): ServiceError => new ServiceError('InvalidRequest', message, 400);

export const malformedXml = (): ServiceError =>
  new ServiceError(
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
    400,
  );

export const preconditionFailed = (condition: string): ServiceError =>
  new ServiceError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412, {
    Condition: condition,
  });

export const notModified = (): ServiceError => new ServiceError('NotModified', 'Not Modified', 304);

export const methodNotAllowed = (method: string): ServiceError =>
  new ServiceError('MethodNotAllowed', 'The specified method is not allowed against this resource.', 405, {
    Method: method,
    ResourceType: 'DeleteMarker',
  });

/** What AWS can and the sandbox cannot: said, never passed over in silence. */
export const notSupported = (what: string): ServiceError =>
  new ServiceError('NotImplemented', `${what} is not supported in this sandbox.`, 501);

export const aclNotSupported = (): ServiceError =>
  new ServiceError('AccessControlListNotSupported', 'The bucket does not allow ACLs', 400);

export const badDigest = (algorithm: string): ServiceError =>
  new ServiceError('BadDigest', `The ${algorithm} you specified did not match the calculated checksum.`, 400);

export const invalidTag = (message: string): ServiceError => new ServiceError('InvalidTag', message, 400);

/** For configurations that a bucket may have or not: policy, CORS rules, tags. */
export const notConfigured = (code: string, message: string, bucketName: string): ServiceError =>
  new ServiceError(code, message, 404, { BucketName: bucketName });

export const noSuchBucketPolicy = (name: string): ServiceError =>
  notConfigured('NoSuchBucketPolicy', 'The bucket policy does not exist', name);
