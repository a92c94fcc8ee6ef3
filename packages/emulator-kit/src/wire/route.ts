import type { OperationModel, Protocol, ServiceModel } from '../schema/shape.ts';
import { ServiceError } from '../service-error.ts';
import { parsedBody } from './body.ts';
import { bucketOfHost } from './bucket-host.ts';
import { type Form, parseForm, parseFormBody } from './form.ts';
import { DEFAULT_LIMITS, type WireLimits } from './malformed.ts';
import type { WireRequest } from './messages.ts';
import { modeledRead } from './request-errors.ts';
import { type Labels, matchRoute } from './route-table.ts';

/** The caller's dialect: what an error has to look like, known even when the operation is not. */
export interface Family {
  readonly protocol: Protocol;
  readonly service: ServiceModel | undefined;
}

/** Which operation a request means, and in which protocol it speaks. */
export interface Route extends Family {
  readonly service: ServiceModel;
  readonly operation: OperationModel;
  /** Labels of the path, decoded; S3's bucket also when it stands in the host. */
  readonly labels: Labels;
  /** HTTP status of a success. */
  readonly status: number;
  /** Parameters of an awsQuery request, read while looking for its Action. */
  readonly form: Form | undefined;
}

export interface RouteHints {
  /** Service of the signature's scope; several services share one (`sagemaker`). */
  readonly signingName?: string | undefined;
  readonly limits?: WireLimits;
}

/**
 * Finds the operation of a request among `services`.
 *
 * @throws ServiceError in the words of the caller's family when there is none
 */
export async function routeRequest(
  request: WireRequest,
  services: readonly ServiceModel[],
  hints: RouteHints = {},
): Promise<Route> {
  const family = familyOf(request, services, hints);
  switch (family.protocol) {
    case 'awsJson1_0':
    case 'awsJson1_1':
      return routeTarget(request, family);
    case 'rpcv2Cbor':
      return routeCbor(request, family);
    case 'awsQuery':
      return routeAction(request, family, candidates(services, hints), hints.limits ?? DEFAULT_LIMITS);
    case 'restJson1':
    case 'restXml':
      return routeRest(request, family, candidates(services, hints));
  }
}

/** The protocol a request speaks, from its head alone. Never throws. */
export function familyOf(request: WireRequest, services: readonly ServiceModel[], hints: RouteHints = {}): Family {
  const { headers, path } = request;
  const target = headers['x-amz-target'];
  if (target !== undefined)
    return { protocol: jsonProtocol(headers['content-type']), service: byTarget(services, target) };
  const cbor = CBOR_PATH.exec(path);
  if (cbor?.[1] !== undefined) return { protocol: 'rpcv2Cbor', service: byTargetPrefix(services, cbor[1]) };
  const known = candidates(services, hints);
  const query = known.find(speaksQuery);
  const isForm = (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  if (query && (isForm || /(^|&)Action=/.test(request.query))) return { protocol: 'awsQuery', service: query };
  const rest = known.find(isRest);
  if (rest) return { protocol: rest.protocol, service: rest };
  const service = known[0];
  return { protocol: service?.protocol ?? 'restXml', service };
}

const CBOR_PATH = /^\/service\/([\w.-]+)\/operation\/(\w+)$/;

/** Services that the signature admits. An unsigned request can only be S3's. */
function candidates(services: readonly ServiceModel[], { signingName }: RouteHints): readonly ServiceModel[] {
  if (signingName !== undefined) return services.filter((service) => service.signingName === signingName);
  const s3 = services.filter(({ id }) => id === 'S3');
  return s3.length > 0 ? [...s3, ...services.filter(speaksQuery)] : services;
}

function speaksQuery({ protocol, isQueryCompatible }: ServiceModel): boolean {
  return protocol === 'awsQuery' || isQueryCompatible;
}

function isRest({ protocol }: ServiceModel): boolean {
  return protocol === 'restJson1' || protocol === 'restXml';
}

function jsonProtocol(contentType = ''): 'awsJson1_0' | 'awsJson1_1' {
  return contentType.includes('json-1.0') ? 'awsJson1_0' : 'awsJson1_1';
}

function byTarget(services: readonly ServiceModel[], target: string): ServiceModel | undefined {
  return byTargetPrefix(services, target.slice(0, Math.max(0, target.lastIndexOf('.'))));
}

function byTargetPrefix(services: readonly ServiceModel[], prefix: string): ServiceModel | undefined {
  const name = prefix.slice(prefix.lastIndexOf('.') + 1); // rpcv2Cbor may send the namespace before the name
  return services.find(({ targetPrefix }) => targetPrefix === prefix || targetPrefix === name);
}

function routeTarget(request: WireRequest, family: Family): Route {
  const target = request.headers['x-amz-target'] ?? '';
  const operation = family.service?.operations.get(target.slice(target.lastIndexOf('.') + 1));
  if (operation && !isRest(operation.service) && request.method === 'POST') return routeTo(operation, family.protocol);
  throw new ServiceError('UnknownOperationException', `No operation here is called '${target.slice(0, 200)}'.`, 400);
}

function routeCbor(request: WireRequest, family: Family): Route {
  const name = CBOR_PATH.exec(request.path)?.[2] ?? '';
  const operation = family.service?.operations.get(name);
  if (operation && request.method === 'POST') return routeTo(operation, 'rpcv2Cbor');
  throw new ServiceError('UnknownOperationException', `No operation here is called '${name}'.`, 404);
}

async function routeAction(
  request: WireRequest,
  family: Family,
  services: readonly ServiceModel[],
  limits: WireLimits,
): Promise<Route> {
  const form = await modeledRead(family, () => readForm(request, limits));
  const action = form.get('Action')?.[0];
  if (action === undefined) throw new ServiceError('MissingAction', 'The request is missing an action.', 400);
  const version = form.get('Version')?.[0];
  const having = services.filter((service) => speaksQuery(service) && service.operations.has(action));
  const operation = (having.find((service) => service.version === version) ?? having[0])?.operations.get(action);
  if (operation) return { ...routeTo(operation, 'awsQuery'), form };
  const said = `The action ${action.slice(0, 100)} is not valid for this web service.`;
  throw new ServiceError('InvalidAction', said, 400);
}

/** Parameters of the query string and of a form in the body; the body's win. */
async function readForm(request: WireRequest, limits: WireLimits): Promise<Form> {
  const inQuery = parseForm(request.query);
  if (request.method !== 'POST' || request.payload.size === 0) return inQuery;
  return new Map([...inQuery, ...parseFormBody(await parsedBody(request, limits))]);
}

async function routeRest(request: WireRequest, family: Family, services: readonly ServiceModel[]): Promise<Route> {
  const bucket = bucketOfHost(request.headers.host ?? '');
  const match = await modeledRead(family, async () => {
    for (const service of services.filter(isRest)) {
      const found = matchRoute(service, request, service.id === 'S3' ? bucket : undefined);
      if (found) return found;
    }
    return undefined;
  });
  if (!match) throw unknownRoute(request, family);
  const { operation, labels } = match;
  return { ...routeTo(operation, operation.service.protocol), labels, status: operation.http?.status ?? 200 };
}

function unknownRoute(request: WireRequest, { service }: Family): ServiceError {
  if (service?.id === 'S3') {
    return new ServiceError('MethodNotAllowed', 'The specified method is not allowed against this resource.', 405);
  }
  const said = `No operation here answers ${request.method} ${request.path.slice(0, 200)}.`;
  return new ServiceError('UnknownOperationException', said, 404);
}

function routeTo(operation: OperationModel, protocol: Protocol): Route {
  return { protocol, service: operation.service, operation, labels: {}, status: 200, form: undefined };
}
