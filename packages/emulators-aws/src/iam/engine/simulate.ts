import type { Decision, StatementTrace } from './decision.ts';
import { evaluate } from './evaluate.ts';
import type { AttachedPolicy, Policy } from './policy.ts';
import type { Principal, RequestContext } from './request.ts';

export type Position = { readonly Line: number; readonly Column: number };

/** A statement that decided, with IAM's own field names. */
export type MatchedStatement = {
  readonly SourcePolicyId: string;
  readonly SourcePolicyType: 'IAM Policy' | 'Resource Policy';
  readonly StartPosition: Position;
  readonly EndPosition: Position;
};

type EvalDecision = 'allowed' | 'explicitDeny' | 'implicitDeny';

type Details = {
  readonly MatchedStatements: readonly MatchedStatement[];
  readonly MissingContextValues: readonly string[];
  readonly PermissionsBoundaryDecisionDetail?: { readonly AllowedByPermissionsBoundary: boolean };
};

/** The answer of SimulatePrincipalPolicy and SimulateCustomPolicy for one action on one resource. */
export type EvaluationResult = Details & {
  readonly EvalActionName: string;
  readonly EvalResourceName: string;
  readonly EvalDecision: EvalDecision;
  readonly OrganizationsDecisionDetail?: { readonly AllowedByOrganizations: boolean };
  readonly ResourceSpecificResults: readonly (Details & {
    readonly EvalResourceName: string;
    readonly EvalResourceDecision: EvalDecision;
  })[];
};

export type Simulation = {
  readonly principal: Principal;
  readonly policies: readonly AttachedPolicy[];
  readonly actions: readonly string[];
  /** `["*"]` when left out, as in the API. */
  readonly resources?: readonly string[];
  readonly resourceAccountId?: string;
  readonly context?: RequestContext;
};

function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { Line: before.split('\n').length, Column: offset - lineStart + 1 };
}

/**
 * Where AWS says a statement stands: from the character after the token that introduces it (`[`, `,` or, for a
 * statement that is no list element, its own `{`) to the one after its `}`; lines and columns from 1.
 *
 * @see https://docs.aws.amazon.com/cli/latest/reference/iam/simulate-custom-policy.html (columns 38 and 167)
 */
function positionsOf(policy: Policy, statementIndex: number) {
  const span = policy.statements[statementIndex]?.span ?? { start: 0, end: 0 };
  const start = span.start + (policy.hasSingleStatement ? 1 : 0);
  return { StartPosition: positionOf(policy.text, start), EndPosition: positionOf(policy.text, span.end) };
}

const GRANTING: readonly string[] = ['identity', 'resource', 'trust'];

/** For an explicit deny its Deny statements alone; for an allow the Allow statements that grant. */
function decisive(decision: Decision): readonly StatementTrace[] {
  if (decision.decision === 'implicitDeny') return [];
  const effect = decision.decision === 'allow' ? 'Allow' : 'Deny';
  return decision.considered.filter(
    (trace) => trace.applies && trace.effect === effect && (effect === 'Deny' || GRANTING.includes(trace.policyKind)),
  );
}

function matchedStatements(decision: Decision, policies: readonly AttachedPolicy[]): MatchedStatement[] {
  return decisive(decision).flatMap(({ policyId, policyKind, statementIndex }) => {
    const source = policies.find((one) => one.policyId === policyId && one.policy.kind === policyKind);
    if (!source) return [];
    const isOfResource = policyKind === 'resource' || policyKind === 'trust';
    return [
      {
        SourcePolicyId: policyId,
        SourcePolicyType: isOfResource ? ('Resource Policy' as const) : ('IAM Policy' as const),
        ...positionsOf(source.policy, statementIndex),
      },
    ];
  });
}

/** Whether the layer let the request pass; undefined when it has no policy. */
function passed(
  decision: Decision,
  kind: 'boundary' | 'scp',
  policies: readonly AttachedPolicy[],
): boolean | undefined {
  if (!policies.some(({ policy }) => policy.kind === kind)) return undefined;
  const traces = decision.considered.filter(({ policyKind }) => policyKind === kind);
  if (traces.some(({ applies, effect }) => applies && effect === 'Deny')) return false;
  const levels = new Set(traces.map(({ level }) => level));
  return [...levels].every((level) =>
    traces.some((trace) => trace.level === level && trace.applies && trace.effect === 'Allow'),
  );
}

function resultOf(simulation: Simulation, action: string, resource: string): EvaluationResult {
  const { principal, policies, resourceAccountId, context } = simulation;
  const decision = evaluate(
    {
      principal,
      action,
      resource,
      ...(resourceAccountId === undefined ? {} : { resourceAccountId }),
      ...(context === undefined ? {} : { context }),
    },
    policies,
    { ignoresAbsentResourcePolicy: true },
  );
  const byBoundary = passed(decision, 'boundary', policies);
  const byOrganization = passed(decision, 'scp', policies);
  const verdict: EvalDecision = decision.decision === 'allow' ? 'allowed' : decision.decision;
  const details: Details = {
    MatchedStatements: matchedStatements(decision, policies),
    MissingContextValues: decision.missingContextKeys,
    ...(byBoundary === undefined
      ? {}
      : { PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: byBoundary } }),
  };
  return {
    EvalActionName: action,
    EvalResourceName: resource,
    EvalDecision: verdict,
    ...details,
    ...(byOrganization === undefined
      ? {}
      : { OrganizationsDecisionDetail: { AllowedByOrganizations: byOrganization } }),
    ResourceSpecificResults: [{ EvalResourceName: resource, EvalResourceDecision: verdict, ...details }],
  };
}

/** Every action on every resource, in the order given. */
export function simulate(simulation: Simulation): EvaluationResult[] {
  const resources = simulation.resources ?? ['*'];
  return simulation.actions.flatMap((action) => resources.map((resource) => resultOf(simulation, action, resource)));
}

/** Every condition key that the policies ask for, for GetContextKeysForCustomPolicy; without repeats. */
export function contextKeysOf(policies: readonly Policy[]): string[] {
  const VARIABLE = /\$\{([^{}',*?$]+?)(?:\s*,\s*'[^']*')?\}/g;
  const inText = (text: string) => [...text.matchAll(VARIABLE)].map(([, key = '']) => key.trim());
  const keys = policies.flatMap(({ statements, version }) =>
    statements.flatMap(({ conditions, resources = [], notResources = [] }) => {
      const texts = [...resources, ...notResources, ...conditions.flatMap(({ values }) => values)];
      return [...conditions.map(({ key }) => key), ...(version === '2012-10-17' ? texts.flatMap(inText) : [])];
    }),
  );
  return [...new Map(keys.map((key) => [key.toLowerCase(), key])).values()];
}
