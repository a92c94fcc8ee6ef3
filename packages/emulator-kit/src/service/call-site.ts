import type { Principal } from '../tenant/principal.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { AnyService } from './service.ts';

/** Where a call stands: in which account, region and service, on whose behalf, and where it came from. */
export interface CallSite {
  readonly tenant: Tenant;
  readonly service: AnyService;
  readonly region: string;
  readonly principal: Principal;
  readonly requestId: string;
  readonly endpoint: string;
  readonly origin: Origin;
}

/** Where a call came from. */
export interface Origin {
  readonly sourceIp: string;
  readonly userAgent: string;
  readonly isSecure: boolean;
}

/** A service of the cloud that calls another one. */
export const INSIDE: Origin = { sourceIp: 'AWS Internal', userAgent: 'AWS Internal', isSecure: true };
