import type { Mismatch } from './match.ts';
import type { PolicyKind, StatementReference } from './policy.ts';
import type { NamedAs } from './principal-match.ts';

/** One statement and what came of it. */
export type StatementTrace = StatementReference & {
  readonly effect: 'Allow' | 'Deny';
  readonly level?: string;
} & ({ readonly applies: true; readonly namedAs: NamedAs } | { readonly applies: false; readonly mismatch: Mismatch });

/** Policy types; `resource` here includes trust policies. */
export type Layer = Exclude<PolicyKind, 'trust'>;

export type Decision = {
  readonly decision: 'allow' | 'explicitDeny' | 'implicitDeny';
  /** The Deny, or the Allow that counted; undefined when no statement decided (implicit deny, root user). */
  readonly decidedBy: StatementReference | undefined;
  /** One sentence for a learner. */
  readonly why: string;
  /** Layers that would have had to allow and did not, the outermost first. */
  readonly missing: readonly Layer[];
  readonly considered: readonly StatementTrace[];
  /** Keys that statements about this action and resource ask for and the request does not have. */
  readonly missingContextKeys: readonly string[];
};
