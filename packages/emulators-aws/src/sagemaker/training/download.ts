import { gunzipSync } from 'node:zlib';
import type { Channel } from '@aws-sdk/client-sagemaker';
import type { ChannelData } from '../data/dataset.ts';
import { JobFailure } from '../jobs/failure.ts';
import { type JobStorage, joinUri, requireS3Uri, s3Uri } from '../jobs/s3-data.ts';

const MOST_UNZIPPED_BYTES = 1024 * 1024 * 1024;

function unzipped(key: string, bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_UNZIPPED_BYTES });
  } catch {
    throw new JobFailure(`ClientError: Data download failed: ${key} is no gzip file, but CompressionType is Gzip.`);
  }
}

/** Addresses in a manifest: `[{"prefix": "s3://bucket/a/"}, "1.csv", "2.csv"]`. */
async function manifestUris(storage: JobStorage, uri: string): Promise<string[]> {
  const text = new TextDecoder().decode(await storage.read(uri));
  try {
    const [head, ...names]: unknown[] = JSON.parse(text);
    const prefix = typeof head === 'object' && head !== null && 'prefix' in head ? String(head.prefix) : '';
    return names.map((name) => joinUri(prefix, String(name)));
  } catch {
    throw new JobFailure(`ClientError: Data download failed: the manifest ${uri} is no JSON list.`);
  }
}

async function urisOf(storage: JobStorage, channel: Channel): Promise<string[]> {
  const { S3Uri = '', S3DataType } = channel.DataSource?.S3DataSource ?? {};
  if (S3DataType === 'ManifestFile') return manifestUris(storage, S3Uri);
  const { bucket } = requireS3Uri(S3Uri);
  return (await storage.list(S3Uri)).map((key) => s3Uri({ bucket, key }));
}

async function readChannel(storage: JobStorage, channel: Channel): Promise<ChannelData> {
  const files: { key: string; bytes: Uint8Array }[] = [];
  for (const uri of await urisOf(storage, channel)) {
    const bytes = await storage.read(uri);
    const { key } = requireS3Uri(uri);
    files.push({ key, bytes: channel.CompressionType === 'Gzip' ? unzipped(key, bytes) : bytes });
  }
  return { contentType: channel.ContentType, files };
}

/** All channels of a job, read with the rights of its role. */
export async function downloadChannels(
  storage: JobStorage,
  channels: readonly Channel[],
): Promise<Record<string, ChannelData>> {
  const read: Record<string, ChannelData> = {};
  for (const channel of channels) read[channel.ChannelName ?? ''] = await readChannel(storage, channel);
  return read;
}
