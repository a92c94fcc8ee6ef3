import { type Faults, LEGACY_MESSAGE, type Stage } from './faults.ts';
import type { PolicyKind } from './policy.ts';
import { valuePath } from './read-values.ts';

type Finding = { readonly stage: Stage; readonly awsMessage: string; readonly message: string };

const IAM_PATHS = [
  'user/',
  'federated-user/',
  'role/',
  'group/',
  'instance-profile/',
  'mfa/',
  'server-certificate/',
  'policy/',
  'sms-mfa/',
  'saml-provider/',
  'oidc-provider/',
  'report/',
  'access-report/',
];
const PARTITION = /^(aws|aws-cn|aws-us-gov|aws-iso(-[a-z])?|aws-eusc|.*\*.*)$/;
const SHAPE = 'arn:partition:service:region:account:resource';

const wrong = (awsMessage: string, message: string): Finding => ({ stage: 'resource', awsMessage, message });

/** Variables hide colons (`${aws:username}`), so they are masked before an ARN is cut at its colons. */
const masked = (resource: string) => resource.replace(/\$\{[^}]*\}/g, (variable) => 'v'.repeat(variable.length));

function partitionFinding(resource: string, pieces: readonly string[]): Finding | undefined {
  const [, partition = '', service, region = '*', account = '*', ...rest] = pieces;
  if (PARTITION.test(partition)) return undefined;
  const echo = `arn:${partition}:${service || '*'}:${region}:${account}:${rest.join(':') || '*'}`;
  const message = `"${resource}" has "${partition}" where a partition such as "aws" must stand: write ${SHAPE}.`;
  return wrong(`Partition "${partition}" is not valid for resource "${echo}".`, message);
}

function serviceFinding(resource: string, pieces: readonly string[]): Finding | undefined {
  const [, , service = '', region = '', account = ''] = pieces;
  if (service === '' || /[*?]/.test(service)) {
    const message = `"${resource}" must name its service without wildcards: write ${SHAPE}, or "*" alone.`;
    return wrong('Resource vendor must be fully qualified and cannot contain regexes.', message);
  }
  const isGlobal = service === 'iam' || (service === 's3' && account === '');
  if (!isGlobal || region === '') return undefined;
  // Fewer than five colons put the name into the region's place: AWS blames the parser, so do we.
  if (pieces.length < 6 && resource.includes('::')) return undefined;
  const who = service === 'iam' ? `IAM resource ${resource} cannot` : `Resource ${resource} can not`;
  return wrong(
    `${who} contain region information.`,
    `"${resource}" names a region, but ${service} ARNs have none: leave it empty.`,
  );
}

function iamPathFinding(resource: string, pieces: readonly string[]): Finding | undefined {
  const path = pieces.slice(5).join(':');
  if (pieces[2] !== 'iam' || pieces.length < 6) return undefined;
  if (path.startsWith('*') || IAM_PATHS.some((start) => path.startsWith(start))) return undefined;
  const list = IAM_PATHS.join(', ');
  return wrong(
    `IAM resource path must either be "*" or start with ${list}.`,
    `"${resource}" must say what kind of IAM thing it is, e.g. arn:aws:iam::123456789012:role/NAME.`,
  );
}

function legacyFinding(resource: string, pieces: readonly string[]): Finding | undefined {
  if (pieces.length >= 6 || !resource.includes('::')) return undefined;
  const message = `"${resource}" has ${pieces.length - 1} colons, an ARN has at least five: ${SHAPE}.`;
  return { stage: 'legacy', awsMessage: LEGACY_MESSAGE, message };
}

/** The first thing wrong with a Resource value. */
function resourceFinding(resource: string): Finding | undefined {
  if (resource === '*') return undefined;
  const pieces = masked(resource).split(':');
  if (pieces.length === 1) {
    return wrong(
      `Resource ${resource} must be in ARN format or "*".`,
      `"${resource}" is no ARN: write ${SHAPE}, or "*".`,
    );
  }
  return (
    partitionFinding(resource, pieces) ??
    serviceFinding(resource, pieces) ??
    legacyFinding(resource, pieces) ??
    iamPathFinding(resource, pieces)
  );
}

/** Reports values of Resource or NotResource that are no ARN. */
export function checkResources(
  resources: readonly string[],
  given: { readonly element: unknown; readonly path: string; readonly kind: PolicyKind },
  faults: Faults,
): void {
  resources.forEach((resource, i) => {
    const finding = resourceFinding(resource);
    if (!finding) return;
    const awsMessage = given.kind === 'resource' ? 'Policy has invalid resource' : finding.awsMessage;
    faults.add(finding.stage, valuePath(given.element, given.path, i), awsMessage, finding.message);
  });
}
