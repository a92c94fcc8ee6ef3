/** Where a policy is attached decides what it may contain and what its Allow is worth. */
export type PolicyKind = 'identity' | 'resource' | 'trust' | 'boundary' | 'session' | 'scp';

/** Offsets of a statement in the policy text: `start` at its `{`, `end` just after its `}`. */
export type Span = { readonly start: number; readonly end: number };

export type PrincipalType = 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';

/** `*`, or lists by type; the bare `"*"` is kept as `{ AWS: ['*'] }`, which AWS documents as equivalent. */
export type PrincipalSet = { readonly [Type in PrincipalType]?: readonly string[] };

export type Condition = {
  /** As written, qualifiers included: `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
};

export type Statement = {
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  readonly actions?: readonly string[];
  readonly notActions?: readonly string[];
  readonly resources?: readonly string[];
  readonly notResources?: readonly string[];
  readonly principal?: PrincipalSet;
  readonly notPrincipal?: PrincipalSet;
  readonly conditions: readonly Condition[];
  readonly span: Span;
};

/**
 * A parsed policy: plain JSON, so a snapshot of an account can hold it. What is compiled from it lives in a weak
 * cache beside it (see `compile.ts`) and is made again when a copy arrives.
 */
export type Policy = {
  readonly kind: PolicyKind;
  /** Policy variables exist from 2012-10-17 on; a policy without Version is a 2008-10-17 one. */
  readonly version: '2012-10-17' | '2008-10-17';
  readonly id?: string;
  readonly statements: readonly Statement[];
  /** The text as given: positions in it are what SimulatePrincipalPolicy reports. */
  readonly text: string;
  /** The Statement element was one object, not a list. */
  readonly hasSingleStatement: boolean;
};

/** A policy where it is in force. */
export type AttachedPolicy = {
  /** Its ARN or name: what a decision names. */
  readonly policyId: string;
  readonly policy: Policy;
  /** For SCPs: the root, unit or account it is attached to. Each level must allow; within a level one Allow is enough. */
  readonly level?: string;
};

export type StatementReference = {
  readonly policyId: string;
  readonly policyKind: PolicyKind;
  /** From 0, in the order of the document. */
  readonly statementIndex: number;
  readonly sid?: string;
};

export type PolicyFault = {
  readonly code: 'MalformedPolicyDocument' | 'LimitExceeded';
  /** JSONPath of the element at fault, e.g. `$.Statement[0].Action[1]`. */
  readonly path: string;
  /** The sentence that the cloud's own API answers with. */
  readonly awsMessage: string;
  /** What is wrong and what to do, in one sentence. */
  readonly message: string;
};

export type ParsedPolicy =
  | { readonly outcome: 'policy'; readonly policy: Policy }
  /** Never empty; the first is the one that AWS would report. */
  | { readonly outcome: 'faults'; readonly faults: readonly PolicyFault[] };
