import { type Faults, shown } from './faults.ts';
import type { PrincipalSet, PrincipalType } from './policy.ts';
import { isObject, readTexts, suggestion, valuePath } from './read-values.ts';

const TYPES: readonly PrincipalType[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];
const isType = (key: string): key is PrincipalType => TYPES.some((type) => type === key);

/** Account, ARN of an IAM or STS identity, unique id of a user or role; or everyone. */
const AWS_ENTRY =
  /^(\*|\d{12}|arn:[a-z-]+:iam::\d{12}:(root|(user|role)\/[^*?]+)|arn:[a-z-]+:sts::\d{12}:(assumed-role\/[^*?/]+\/[^*?/]+|federated-user\/[^*?]+)|A[A-Z0-9]{15,})$/;
const SERVICE_ENTRY = /^[a-z0-9.-]+\.(amazonaws\.com(\.cn)?|aws\.internal)$/;

const ADVICE: Readonly<Record<PrincipalType, string>> = {
  AWS: 'an account number, the full ARN of a user, role or session (no part of it may be a wildcard), or "*"',
  Service: 'a service such as "sagemaker.amazonaws.com"',
  Federated: 'the ARN or host of an identity provider',
  CanonicalUser: 'a canonical user id',
};

function isEntry(type: PrincipalType, entry: string): boolean {
  if (type === 'AWS') return AWS_ENTRY.test(entry);
  return type === 'Service' ? SERVICE_ENTRY.test(entry) : entry !== '';
}

function readType(type: PrincipalType, value: unknown, path: string, faults: Faults): readonly string[] {
  const entries = readTexts(value, path, faults) ?? [];
  entries.forEach((entry, i) => {
    if (isEntry(type, entry)) return;
    const awsMessage =
      faults.voice === 'trust'
        ? `Invalid principal in policy: "${type.toUpperCase()}":"${entry}"`
        : 'Invalid principal in policy';
    faults.add(
      'principal',
      valuePath(value, path, i),
      awsMessage,
      `${shown(entry)} is no ${type} principal: write ${ADVICE[type]}.`,
    );
  });
  return entries;
}

/** Principal or NotPrincipal: `"*"` or lists by type. */
export function readPrincipal(value: unknown, path: string, faults: Faults): PrincipalSet | undefined {
  if (value === '*') return { AWS: ['*'] };
  if (!isObject(value)) {
    const message = `${shown(value)} is no principal: write {"AWS": "arn:aws:iam::123456789012:role/NAME"}, {"Service": …} or "*".`;
    faults.add('principal', path, 'Invalid principal in policy', message);
    return undefined;
  }
  const set: { [Type in PrincipalType]?: readonly string[] } = {};
  for (const [key, entries] of Object.entries(value)) {
    if (isType(key)) set[key] = readType(key, entries, `${path}.${key}`, faults);
    else {
      const message = `"${key}" is no kind of principal${suggestion(key, TYPES) || `; use ${TYPES.join(', ')}.`}`;
      faults.add('principal', `${path}.${key}`, `Invalid principal in policy: "${key}"`, message);
    }
  }
  if (Object.keys(value).length > 0) return set;
  faults.add(
    'principal',
    path,
    'Missing required field Principal cannot be empty!',
    'Principal is empty: name somebody, or "*" for everyone.',
  );
  return undefined;
}
