import type { Decision, Need, Principal } from '../tenant/principal.ts';
import type { Tenant } from '../tenant/tenant.ts';

/** Who holds which key, and who may do what. A cloud's identity service implements it; the sandbox asks it. */
export interface Authority {
  /** The secret and the holder of an access key in `tenant`; a fault when it is unknown, inactive, expired or forged. */
  credentials(tenant: Tenant, accessKeyId: string, sessionToken: string | undefined): Credentials | CredentialFault;
  /** The keys that the host hands out: to the lab's author (root) and to the learner. */
  hostKeys(tenant: Tenant): HostKeys;
  decide(tenant: Tenant, principal: Principal, need: Need, site: RequestSite): Decision;
  /** The session of a role taken by a service of the account. Throws ServiceError when it may not. */
  assume(tenant: Tenant, roleArn: string, service: string, sessionName: string): Principal;
}

/** Where a request came from; condition keys such as `aws:SourceIp` and `aws:RequestedRegion`. */
export interface RequestSite {
  readonly region: string;
  readonly sourceIp: string;
  readonly userAgent: string;
  readonly isSecure: boolean;
}

export interface Credentials {
  readonly secret: string;
  readonly principal: Principal;
}

export interface CredentialFault {
  readonly fault: 'unknown' | 'inactive' | 'expired' | 'bad-token';
}

export interface HostKeys {
  readonly root: KeyPair;
  /** Undefined once the learner has deleted it. */
  readonly learner: KeyPair | undefined;
}

export interface KeyPair {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}
