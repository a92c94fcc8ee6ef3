import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Credentials } from './sdk-cloud.ts';

export type ToolOptions = {
  readonly region: string;
  readonly endpoint: string;
  readonly credentials: Credentials;
  /** The program; left out: found on PATH. */
  readonly program?: string;
};

export type ToolHome = {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly remove: () => void;
};

/**
 * A folder with an AWS configuration of its own, and an environment that knows no other: nothing that the tool does
 * can reach a real account.
 */
export function isolatedHome({ region, endpoint, credentials }: ToolOptions): ToolHome {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-lab-'));
  const config = join(folder, 'config');
  // bytes are given as they are in every version; version 1 does not know the key and ignores it
  writeFileSync(
    config,
    `[default]\nregion = ${region}\noutput = json\ncli_binary_format = raw-in-base64-out\ncli_pager =\n`,
  );
  writeFileSync(join(folder, 'credentials'), '');
  const environment = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    LANG: 'C.UTF-8',
    AWS_CONFIG_FILE: config,
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    ...(credentials.sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: credentials.sessionToken }),
    AWS_DEFAULT_REGION: region,
    AWS_REGION: region,
    AWS_ENDPOINT_URL: endpoint,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_MAX_ATTEMPTS: '2',
  };
  return { folder, environment, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
