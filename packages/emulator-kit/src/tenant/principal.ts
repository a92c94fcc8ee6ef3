/** Who makes a call, as policies see it. */
export interface Principal {
  readonly kind: 'root' | 'user' | 'role-session' | 'service' | 'anonymous';
  /** `arn:aws:iam::…:user/ann`, `arn:aws:sts::…:assumed-role/role/session`, `sagemaker.amazonaws.com` for a service. */
  readonly arn: string;
  readonly accountId: string;
  readonly userId: string;
  readonly userName?: string;
  /** Of a role session: the role behind it. */
  readonly roleArn?: string;
  readonly sessionPolicies?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
  /** The key that signed, left out for calls made inside the account by a service. */
  readonly accessKeyId?: string;
  /** Of a service: the resource it acts for, such as the bucket whose event it delivers; `aws:SourceArn` in policies. */
  readonly sourceArn?: string;
}

/** One thing a call needs permission for. */
export interface Need {
  /** Such as `s3:GetObject`. */
  readonly action: string;
  /** Resource ARN, or `*` for actions without one. */
  readonly resource: string;
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
  /** The policy attached to the resource, with a name for explanations. */
  readonly resourcePolicy?: { readonly id: string; readonly json: string };
  /** Account that owns the resource; left out: the caller's. */
  readonly resourceAccountId?: string;
}

export interface Decision {
  readonly decision: 'allow' | 'explicitDeny' | 'implicitDeny';
  /** One sentence for a learner: which statement of which policy decided. */
  readonly why: string;
  /** What the caller is told when it is no `allow`, in the cloud's words; '' when it is. */
  readonly message: string;
}
