import { parseS3Uri, type S3Location } from '../s3/objects.ts';

const PATH_STYLE = /^https?:\/\/(?:s3[.-][^/]*amazonaws\.com|s3\.amazonaws\.com|[\w.-]+:\d+)\/([^/]+)\/([^?]+)/;
const HOST_STYLE = /^https?:\/\/([^/]+?)\.s3[.-][^/]*\/([^?]+)/;

/** Bucket and key of `s3://…` or of an object's address in HTTP; undefined for another address. */
export function locationOf(uri: string): S3Location | undefined {
  const direct = parseS3Uri(uri);
  if (direct) return direct.key === '' ? undefined : direct;
  const [, bucket, key] = HOST_STYLE.exec(uri) ?? PATH_STYLE.exec(uri) ?? [];
  return bucket === undefined || key === undefined ? undefined : { bucket, key: decodeURIComponent(key) };
}

/** Key of a job's transcript: what was asked for, in a folder or as a file. */
export function transcriptKey(outputKey: string | undefined, jobName: string): string {
  if (outputKey === undefined) return `${jobName}.json`;
  return outputKey.endsWith('/') ? `${outputKey}${jobName}.json` : outputKey;
}

/** `calls/a.json` becomes `calls/redacted-a.json`. */
export const redactedKey = (key: string): string => key.replace(/[^/]*$/, (name) => `redacted-${name}`);

/** `calls/a.json` becomes `calls/a.vtt`. */
export const subtitleKey = (key: string, format: string): string => `${key.replace(/\.json$/, '')}.${format}`;
