import type { Layer, StatementTrace } from './decision.ts';
import type { Mismatch } from './match.ts';
import type { PolicyKind, StatementReference } from './policy.ts';
import { type AccessRequest, nameOf } from './request.ts';

const KIND_NAMES: Readonly<Record<PolicyKind, string>> = {
  identity: 'identity policy',
  resource: 'resource policy',
  trust: 'trust policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  scp: 'service control policy',
};

const wished = ({ action, resource }: AccessRequest) => `${action} on ${resource === '*' ? 'any resource' : resource}`;

/** `statement "ReadData" of identity policy TeamRead` */
export function describeStatement({ policyId, policyKind, statementIndex, sid }: StatementReference): string {
  const statement = sid === undefined ? `statement ${statementIndex + 1}` : `statement "${sid}"`;
  return `${statement} of ${KIND_NAMES[policyKind]} ${policyId}`;
}

export function whyDenied(request: AccessRequest, by: StatementReference): string {
  return `Denied: ${describeStatement(by)} denies ${nameOf(request.principal)} ${wished(request)}, and a Deny always wins.`;
}

export function whyAllowed(request: AccessRequest, by: StatementReference | undefined): string {
  const who = nameOf(request.principal);
  if (!by) return `Allowed: ${who} may do everything in its account that no Deny forbids.`;
  return `Allowed: ${describeStatement(by)} lets ${who} do ${wished(request)}.`;
}

function describeCondition(mismatch: Extract<Mismatch, { because: 'condition' }>): string {
  const { operator, key, expected, found } = mismatch;
  const asked = `${operator} of ${key} with ${expected.map((value) => `"${value}"`).join(', ')}`;
  if (found === undefined) return `its condition ${asked} does not hold: the request has no ${key}`;
  return `its condition ${asked} does not hold: the request has ${found.map((value) => `"${value}"`).join(', ') || 'no value'}`;
}

/** Why a statement does not apply, as a clause: "its Resource does not cover this resource". */
export function describeMismatch(mismatch: Mismatch): string {
  switch (mismatch.because) {
    case 'action':
      return 'it is not about this action';
    case 'resource':
      return 'its Resource does not cover this resource';
    case 'principal':
      return 'its Principal does not name this caller';
    case 'variable':
      return `the request has no value for its variable \${${mismatch.variable}}`;
    case 'condition':
      return describeCondition(mismatch);
  }
}

const LAYER_KINDS: Readonly<Record<Layer, readonly PolicyKind[]>> = {
  identity: ['identity'],
  resource: ['resource', 'trust'],
  boundary: ['boundary'],
  session: ['session'],
  scp: ['scp'],
};

/** How near a statement came: the tests run in this order, so a later reason is a nearer miss. */
const NEARNESS = { action: 0, resource: 1, principal: 2, variable: 3, condition: 3 } as const;

type Miss = Extract<StatementTrace, { applies: false }>;

/** The Allow of these layers that came nearest and is at least about the action. */
function nearestMiss(layers: readonly Layer[], considered: readonly StatementTrace[]): Miss | undefined {
  const kinds = layers.flatMap((layer) => LAYER_KINDS[layer]);
  return considered
    .filter((trace): trace is Miss => !trace.applies && trace.effect === 'Allow' && kinds.includes(trace.policyKind))
    .filter(({ mismatch }) => mismatch.because !== 'action')
    .reduce<Miss | undefined>(
      (best, one) => (best && NEARNESS[best.mismatch.because] >= NEARNESS[one.mismatch.because] ? best : one),
      undefined,
    );
}

function whoHadToAllow(layers: readonly Layer[], request: AccessRequest): string {
  const isForeign = layers.includes('resource') && request.resourceAccountId !== undefined;
  const joined = layers.map((layer) => KIND_NAMES[layer]).join(isForeign ? ' and no ' : ' or ');
  return `no ${joined}`;
}

/** Identity and resource policy are one question ("who grants it?"), every other layer is one of its own. */
function firstQuestion(missing: readonly Layer[]): readonly Layer[] {
  const [first = 'identity'] = missing;
  return first === 'identity' && missing[1] === 'resource' ? ['identity', 'resource'] : [first];
}

export function whyNotAllowed(
  request: AccessRequest,
  missing: readonly Layer[],
  considered: readonly StatementTrace[],
): string {
  const layers = firstQuestion(missing);
  const nearest = nearestMiss(layers, considered);
  const sentence = `Denied: ${whoHadToAllow(layers, request)} allows ${nameOf(request.principal)} ${wished(request)}`;
  if (!nearest) return `${sentence}.`;
  return `${sentence}; ${describeStatement(nearest)} comes nearest, but ${describeMismatch(nearest.mismatch)}.`;
}
