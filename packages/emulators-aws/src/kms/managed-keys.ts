import type { S3State } from '../s3/state.ts';
import { keyBytes } from './cipher.ts';
import type { Key, KmsCall } from './state.ts';

/** Services that have a key of their own in every account, made when it is first asked for. */
const SERVICES: ReadonlySet<string> = new Set([
  'ebs',
  'glue',
  'kinesis',
  'lambda',
  's3',
  'sagemaker',
  'secretsmanager',
  'sns',
  'sqs',
]);

/** The key behind `alias/aws/<service>`, by the alias or by its id; undefined when there is no such service. */
export function managedKey(call: KmsCall, alias: string | undefined, id: string | undefined): Key | undefined {
  if (alias === undefined) return id !== undefined && id === idOfS3(call) ? newManagedKey(call, 's3') : undefined;
  const service = alias.replace(/^alias\/aws\//, '');
  return SERVICES.has(service) && alias !== service ? newManagedKey(call, service) : undefined;
}

/** S3 chose the id of its key when the account was made. */
const idOfS3 = (call: KmsCall): string => call.peek<S3State>('s3').managedKeyId;

function newManagedKey(call: KmsCall, service: string): Key {
  const id = service === 's3' ? idOfS3(call) : call.ids.uuid();
  const key: Key = {
    id,
    arn: call.arn(`key/${id}`),
    createdAt: call.now(),
    manager: 'AWS',
    material: keyBytes(call),
    tags: new Map(),
    description: `Default key that protects my ${service} data when no other key is defined`,
    policy: policyOf(call, service),
    status: { state: 'Enabled' },
  };
  const name = `alias/aws/${service}`;
  const now = call.now();
  call.state.keys.set(id, key);
  call.state.aliases.set(name, { name, arn: call.arn(name), createdAt: now, keyId: id, updatedAt: now });
  return key;
}

/** Everybody in the account, through the service only; the account may look at it. */
function policyOf({ accountId, region }: KmsCall, service: string): string {
  const through = { 'kms:ViaService': `${service}.${region}.amazonaws.com`, 'kms:CallerAccount': accountId };
  return JSON.stringify({
    Version: '2012-10-17',
    Id: `auto-${service}-2`,
    Statement: [
      {
        Sid: `Allow access through ${service} for all principals in the account that are authorized to use it`,
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        Resource: '*',
        Condition: { StringEquals: through },
      },
      {
        Sid: 'Allow direct access to key metadata to the account',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${accountId}:root` },
        Action: ['kms:Describe*', 'kms:Get*', 'kms:List*', 'kms:RevokeGrant'],
        Resource: '*',
      },
    ],
  });
}
