import { createHash } from 'node:crypto';
import type { FunctionCode, UpdateFunctionCodeRequest } from '@aws-sdk/client-lambda';
import { memoryPayload, type Payload, ServiceError } from '@cairn/emulator-kit';
import { invalidParameter, notSupported } from './errors.ts';
import { ArchiveFault, checkArchive } from './running/archive.ts';
import type { Code, LambdaCall } from './state.ts';

type CodeInput = FunctionCode | UpdateFunctionCodeRequest;

/** Lambda quotas: 50 MB zipped by upload; S3 allows more, bounded by the unzipped size. */
const MOST_ZIP_BYTES = 50 * 1024 * 1024;
const MOST_S3_BYTES = 250 * 1024 * 1024;

/**
 * Takes a function's code in: an archive in the request, or one in S3, which the caller must be allowed to read.
 *
 * @throws ServiceError InvalidParameterValueException when it is no archive that Lambda would take
 */
export async function takeCode(call: LambdaCall, input: CodeInput): Promise<Code> {
  if (input.ImageUri !== undefined) throw notSupported('A container image');
  const bytes = input.ZipFile ?? (await codeInS3(call, input));
  if (input.ZipFile && bytes.length > MOST_ZIP_BYTES) {
    throw invalidParameter(`Zipped size must be smaller than ${MOST_ZIP_BYTES} bytes`);
  }
  await demandArchive(bytes);
  const sha256 = createHash('sha256').update(bytes).digest('base64');
  return { blob: await call.blobs.keep(memoryPayload(bytes)), sha256 };
}

async function demandArchive(bytes: Uint8Array): Promise<void> {
  try {
    await checkArchive(bytes);
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error;
    throw invalidParameter(
      `Could not unzip uploaded file. Please check your file, then try to upload again. ${error.message}`,
    );
  }
}

async function codeInS3(call: LambdaCall, { S3Bucket, S3Key, S3ObjectVersion }: CodeInput): Promise<Uint8Array> {
  if (!S3Bucket || !S3Key) throw invalidParameter('Please provide a source for function code.');
  const input = { Bucket: S3Bucket, Key: S3Key, ...(S3ObjectVersion ? { VersionId: S3ObjectVersion } : {}) };
  try {
    const { Body: body } = await call.invoke<{ Body: Payload }>('s3', 'GetObject', input, call.principal);
    if (body.size > MOST_S3_BYTES) throw invalidParameter(`Unzipped size must be smaller than ${MOST_S3_BYTES} bytes`);
    return await body.bytes(MOST_S3_BYTES);
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code === 'InvalidParameterValueException') throw error;
    throw refusedByS3(error);
  }
}

function refusedByS3({ code, message }: ServiceError): ServiceError {
  if (code === 'AccessDenied') {
    return new ServiceError(
      'AccessDeniedException',
      `Your access has been denied by S3, please make sure your request credentials have permission to GetObject for the code. S3 Error Code: AccessDenied. S3 Error Message: ${message}`,
      403,
    );
  }
  return invalidParameter(`Error occurred while GetObject. S3 Error Code: ${code}. S3 Error Message: ${message}`);
}
