import type { PolicyFault, PolicyKind } from './policy.ts';

/** AWS checks in this order and reports the first failure; we report all, sorted the same way. */
const STAGES = [
  'syntax',
  'version',
  'legacy',
  'principal',
  'sid',
  'no-action',
  'resource',
  'action',
  'no-resource',
] as const;
export type Stage = (typeof STAGES)[number];

/** Three services judge policies in three voices: IAM for identities, IAM for trust, S3 for resources. */
export type Voice = 'identity' | 'trust' | 'resource';

export function voiceOf(kind: PolicyKind): Voice {
  return kind === 'trust' || kind === 'resource' ? kind : 'identity';
}

export const AWS_MESSAGES = {
  invalidJson: {
    identity: 'Syntax errors in policy.',
    trust: 'This policy contains invalid Json',
    resource: "Policies must be valid JSON and the first byte must be '{'",
  },
  syntax: {
    identity: 'Syntax errors in policy.',
    trust: 'Syntax errors in policy.',
    resource: 'Invalid policy syntax.',
  },
  noAction: {
    identity: 'Policy statement must contain actions.',
    trust: 'Missing required field Action',
    resource: 'Missing required field Action',
  },
  noResource: {
    identity: 'Policy statement must contain resources.',
    trust: 'Has prohibited field Resource', // never asked of a trust policy
    resource: 'Missing required field Resource',
  },
} as const satisfies Record<string, Readonly<Record<Voice, string>>>;

export const LEGACY_MESSAGE = 'The policy failed legacy parsing';

/** Collects faults; nothing is thrown for a policy that an author can mend. */
export class Faults {
  readonly voice: Voice;
  private readonly list: (PolicyFault & { readonly stage: number })[] = [];

  constructor(kind: PolicyKind) {
    this.voice = voiceOf(kind);
  }

  add(stage: Stage, path: string, awsMessage: string, message: string): void {
    this.list.push({ code: 'MalformedPolicyDocument', path, awsMessage, message, stage: STAGES.indexOf(stage) });
  }

  syntax(path: string, message: string): void {
    this.add('syntax', path, AWS_MESSAGES.syntax[this.voice], message);
  }

  get isEmpty(): boolean {
    return this.list.length === 0;
  }

  /** In AWS's order; within one check in the order of the document. */
  sorted(): PolicyFault[] {
    return this.list.toSorted((a, b) => a.stage - b.stage).map(({ stage: _, ...fault }) => fault);
  }
}

/** How a value shows in a message: short, quoted, on one line. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
