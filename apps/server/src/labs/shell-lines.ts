import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PYTHON_ENDPOINT_FOLDER } from '@cairn/labs/aws';

export type ShellFacts = {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Holds a configuration for the tools of AWS that knows nothing of the learner's own. */
  readonly folder: string;
};

/** Everything by which the tools of AWS find an identity or address of their own. */
const OTHERS = [
  'AWS_PROFILE',
  'AWS_DEFAULT_PROFILE',
  'AWS_SESSION_TOKEN',
  'AWS_SECURITY_TOKEN',
  'AWS_ROLE_ARN',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS',
  'AWS_USE_FIPS_ENDPOINT',
  'AWS_USE_DUALSTACK_ENDPOINT',
  'AWS_CA_BUNDLE',
];

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** Lines for bash or zsh, and the files that they name. */
export function shellLines({ endpoint, region, accessKeyId, secretAccessKey, folder }: ShellFacts): string {
  const config = join(folder, 'config');
  const credentials = join(folder, 'credentials');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // bytes are given as they are in every version of the CLI; version 1 does not know the key and ignores it
  writeFileSync(config, `[default]\nregion = ${region}\ncli_binary_format = raw-in-base64-out\n`, { mode: 0o600 });
  writeFileSync(credentials, '', { mode: 0o600 });
  const exported = {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_CONFIG_FILE: config,
    AWS_SHARED_CREDENTIALS_FILE: credentials,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PAGER: '',
  };
  return [
    `unset ${OTHERS.join(' ')}`,
    ...Object.entries(exported).map(([name, value]) => `export ${name}=${quoted(value)}`),
    // older releases of boto3 and of the CLI do not read AWS_ENDPOINT_URL
    `export PYTHONPATH=${quoted(PYTHON_ENDPOINT_FOLDER)}"\${PYTHONPATH:+:$PYTHONPATH}"`,
    `aws() { command aws --endpoint-url ${quoted(endpoint)} "$@"; }`,
  ].join('\n');
}
