import type { DeletedObject, DeleteObjectsOutput, DeleteObjectsRequest, ObjectIdentifier } from '@aws-sdk/client-s3';
import { operation, ServiceError } from '@cairn/emulator-kit';
import { bucketOf, objectNeed, type S3Call } from '../access.ts';
import { deleteObject } from '../deleting.ts';
import { accessDenied, malformedXml } from '../errors.ts';
import { demandDeletable } from '../preconditions.ts';
import type { Bucket, S3State } from '../state.ts';
import { chargeWrite } from '../storage-bill.ts';
import { findVersion } from '../versions.ts';

const MOST_OBJECTS = 1000;

export const deleteObjects = operation<S3State, DeleteObjectsRequest, DeleteObjectsOutput>({
  fidelity: 'real',
  // Permission is asked for each key: those that may not be deleted become errors in the answer.
  needs: () => [],
  handle: (input, call) => {
    const bucket = bucketOf(call, input);
    const wanted = input.Delete?.Objects ?? [];
    if (wanted.length === 0 || wanted.length > MOST_OBJECTS) throw malformedXml();
    chargeWrite(call);
    const outcomes = wanted.map((object) => attempt(call, bucket, object));
    const errors = outcomes.flatMap((outcome) => (outcome.error ? [outcome.error] : []));
    const deleted = outcomes.flatMap((outcome) => (outcome.deleted ? [outcome.deleted] : []));
    return {
      ...(input.Delete?.Quiet ? {} : { Deleted: deleted }),
      ...(errors.length > 0 ? { Errors: errors } : {}),
    };
  },
});

interface Outcome {
  readonly deleted?: DeletedObject;
  readonly error?: { Key: string; VersionId?: string; Code: string; Message: string };
}

function attempt(call: S3Call, bucket: Bucket, object: ObjectIdentifier): Outcome {
  const { Key: key = '', VersionId: versionId } = object;
  const named = { Key: key, ...(versionId === undefined ? {} : { VersionId: versionId }) };
  try {
    const action = versionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion';
    const need = objectNeed(call, { Bucket: bucket.name, ...named }, action);
    if (call.decide(need).decision !== 'allow') throw accessDenied();
    demandDeletable(findVersion(bucket, key, versionId), {
      IfMatch: object.ETag,
      IfMatchSize: object.Size,
      IfMatchLastModifiedTime: object.LastModifiedTime,
    });
    const deletion = deleteObject(call, bucket, key, versionId, 'DeleteObjects');
    if (!deletion.isMarker) return { deleted: named };
    const marker = deletion.versionId === undefined ? {} : { DeleteMarkerVersionId: deletion.versionId };
    return { deleted: { ...named, DeleteMarker: true, ...marker } };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { error: { ...named, Code: error.code, Message: error.message } };
  }
}
