import { randomUUID } from 'node:crypto';
import type { Instant } from '@cairn/kernel';
import { type DecodedRequest, decodedBody } from './decoded-body.ts';
import type { Spool } from './front/spool.ts';
import type { Authority, CredentialFault, Credentials } from './service/authority.ts';
import type { CallSite } from './service/call-site.ts';
import { notImplemented } from './service/denial.ts';
import type { Runtime } from './service/runtime.ts';
import type { AnyService } from './service/service.ts';
import { ServiceError } from './service-error.ts';
import { parseAuthorization, type V2Authorization, type V4Authorization } from './signature/authorization.ts';
import { missingAuthentication, refusedCredentials } from './signature/failures.ts';
import { type SignatureFamily, familyOf as signatureFamilyOf } from './signature/family.ts';
import { verifySignature } from './signature/verify.ts';
import { tenantCodeOf } from './tenant/access-key.ts';
import type { Principal } from './tenant/principal.ts';
import type { Tenant } from './tenant/tenant.ts';
import type { WireRequest, WireResponse } from './wire/messages.ts';
import { readInput } from './wire/read-input.ts';
import { type Family, familyOf, type Route, routeRequest } from './wire/route.ts';
import { writeError } from './wire/write-error.ts';
import { writeOutput } from './wire/write-output.ts';

/** What the door needs of the sandbox behind it. */
export interface Accounts {
  readonly services: readonly AnyService[];
  readonly authority: Authority;
  readonly runtime: Pick<Runtime, 'perform'>;
  readonly spool: Spool;
  readonly tenants: readonly Tenant[];
  withCode(code: string): readonly Tenant[];
}

/** Who calls, in which account, with what they have proved to have sent. */
interface Authenticated {
  readonly tenant: Tenant;
  readonly principal: Principal;
  readonly region: string;
  readonly body: DecodedRequest;
}

/**
 * The one door of a sandbox: a request in, a response out, whatever carried them. It finds the operation, verifies the
 * signature and the body, reads the input, has the operation performed and writes its output. Never throws.
 */
export function dispatcher(sandbox: Accounts, onBug: (bug: unknown, requestId?: string) => void) {
  const services = new Map(sandbox.services.map((service) => [service.model, service]));
  const models = [...services.keys()];

  return async (request: WireRequest): Promise<WireResponse> => {
    const requestId = randomUUID();
    let family: Family = familyOf(request, models);
    try {
      const authorization = parseAuthorization(request);
      const signingName = authorization.kind === 'none' ? undefined : authorization.service;
      family = familyOf(request, models, { signingName });
      const route = await routeRequest(request, models, { signingName });
      family = route;
      const service = services.get(route.service);
      if (!service) throw new RangeError(`${route.service.id} is not among the services`);
      if (!(route.operation.name in service.operations)) throw notImplemented(route.service, route.operation.name);
      const caller = await authenticate(sandbox, request, authorization, route, service);
      try {
        return await perform(sandbox, service, route, caller, requestId);
      } finally {
        await caller.body.release();
      }
    } catch (error) {
      return refusal(error, family, request, requestId, onBug);
    }
  };
}

function refusal(
  error: unknown,
  family: Family,
  request: WireRequest,
  requestId: string,
  onBug: (bug: unknown, requestId?: string) => void,
): WireResponse {
  if (error instanceof ServiceError) return writeError(family, request, error, requestId);
  onBug(error, requestId);
  const failure = new ServiceError('InternalFailure', 'The sandbox failed. This is a fault of the sandbox.', 500);
  return writeError(family, request, failure, requestId);
}

async function perform(
  sandbox: Accounts,
  service: AnyService,
  route: Route,
  { tenant, principal, region, body: { request } }: Authenticated,
  requestId: string,
): Promise<WireResponse> {
  const input = await readInput(request, route);
  const { headers, sourceIp, isSecure } = request;
  const site: CallSite = {
    tenant,
    service,
    region: service.scope === 'global' ? tenant.homeRegion : region,
    principal,
    requestId,
    endpoint: `${isSecure ? 'https' : 'http'}://${headers.host ?? ''}`,
    origin: { sourceIp, isSecure, userAgent: headers['user-agent'] ?? '' },
  };
  const output = await sandbox.runtime.perform(site, route.operation, input);
  return writeOutput(route, request, output, requestId);
}

async function authenticate(
  sandbox: Accounts,
  request: WireRequest,
  authorization: ReturnType<typeof parseAuthorization>,
  route: Route,
  service: AnyService,
): Promise<Authenticated> {
  const family = signatureFamilyOf(request);
  if (authorization.kind === 'none') return anonymous(sandbox, request, route, family);
  const { tenant, credentials } = holder(sandbox, authorization, family);
  // Clients sign by the machine's clock, however far a lab has moved the account's.
  const now = tenant.clock.machineNow() as Instant; // milliseconds since 1970, as Instant is
  const { secret, principal } = credentials;
  const given = { request, authorization, secret, now, family, service: service.model.signingName };
  const verification = await verifySignature(given);
  const region = 'region' in authorization && authorization.region ? authorization.region : tenant.homeRegion;
  return { tenant, principal, region, body: await decodedBody(request, verification, sandbox.spool, route) };
}

/** Only S3 lets anybody in without a key, and only where one account is all there is can it be told which is meant. */
async function anonymous(
  sandbox: Accounts,
  request: WireRequest,
  route: Route,
  family: SignatureFamily,
): Promise<Authenticated> {
  const [tenant, ...others] = sandbox.tenants;
  if (route.service.id !== 'S3' || !tenant || others.length > 0) throw missingAuthentication(family);
  const principal: Principal = { kind: 'anonymous', arn: '*', accountId: '', userId: 'anonymous' };
  return {
    tenant,
    principal,
    region: tenant.homeRegion,
    body: await decodedBody(request, undefined, sandbox.spool, route),
  };
}

function holder(
  sandbox: Accounts,
  { accessKeyId, sessionToken }: V4Authorization | V2Authorization,
  family: SignatureFamily,
): { readonly tenant: Tenant; readonly credentials: Credentials } {
  let fault: CredentialFault['fault'] = 'unknown';
  for (const tenant of sandbox.withCode(tenantCodeOf(accessKeyId) ?? '')) {
    const found = sandbox.authority.credentials(tenant, accessKeyId, sessionToken);
    if (!('fault' in found)) return { tenant, credentials: found };
    if (found.fault !== 'unknown') fault = found.fault;
  }
  throw refusedCredentials(family, fault, accessKeyId);
}
