export type Tags = Readonly<Record<string, string>>;

/** Who asks. Every variant carries what condition keys and Principal elements can speak about. */
export type Principal =
  | { readonly kind: 'root'; readonly accountId: string }
  | {
      readonly kind: 'user';
      readonly accountId: string;
      readonly arn: string;
      readonly userId: string;
      readonly username: string;
      readonly tags?: Tags;
    }
  | {
      readonly kind: 'role-session';
      readonly accountId: string;
      /** `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION` */
      readonly arn: string;
      /** `arn:aws:iam::ACCOUNT:role/PATH/ROLE` */
      readonly roleArn: string;
      /** `ROLEID:SESSION` */
      readonly userId: string;
      readonly tags?: Tags;
    }
  /** A session of GetFederationToken. */
  | {
      readonly kind: 'federated-user';
      readonly accountId: string;
      /** `arn:aws:sts::ACCOUNT:federated-user/NAME` */
      readonly arn: string;
      /** The IAM user that federated; absent when root did. */
      readonly userArn?: string;
      readonly userId: string;
      readonly tags?: Tags;
    }
  /** Somebody known to an identity provider only, as in AssumeRoleWithWebIdentity; `provider` is its ARN or host. */
  | { readonly kind: 'federated-identity'; readonly provider: string }
  /** An AWS service acting for itself, e.g. `sagemaker.amazonaws.com`. */
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'anonymous' };

export type ContextValue = string | readonly string[];

/** Condition keys of the request. Key names are case-insensitive; a list makes the key multivalued. */
export type RequestContext = Readonly<Record<string, ContextValue>>;

export type AccessRequest = {
  readonly principal: Principal;
  /** `service:Action`, case-insensitive. */
  readonly action: string;
  /** ARN, or `*` for an action that has no resource. */
  readonly resource: string;
  /** Owner of the resource; the principal's own account when left out. */
  readonly resourceAccountId?: string;
  /**
   * Keys of the service and of the network (`s3:prefix`, `aws:SourceIp`, `aws:CurrentTime`, …). Keys about the
   * principal are derived from `principal`; one given here wins over the derived one.
   */
  readonly context?: RequestContext;
};

/** Account of the principal; services, federated identities and anonymous callers have none. */
export function accountOf(principal: Principal): string | undefined {
  return 'accountId' in principal ? principal.accountId : undefined;
}

/** The principal as one name, for people. */
export function nameOf(principal: Principal): string {
  switch (principal.kind) {
    case 'root':
      return `the root user of account ${principal.accountId}`;
    case 'user':
      return `user ${principal.username}`;
    case 'role-session':
      return `role session ${principal.arn.slice(principal.arn.indexOf('/') + 1)}`;
    case 'federated-user':
      return `federated user ${principal.arn.slice(principal.arn.indexOf('/') + 1)}`;
    case 'federated-identity':
      return `an identity of ${principal.provider}`;
    case 'service':
      return `service ${principal.service}`;
    case 'anonymous':
      return 'an anonymous caller';
  }
}
