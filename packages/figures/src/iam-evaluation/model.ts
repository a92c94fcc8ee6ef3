/** The request: a session of a role asks for an action on a resource of its own account. */
export type Setting = {
  readonly explicitDeny: boolean;
  /** The service control policies above the account. */
  readonly scp: 'allows' | 'does not allow';
  /** Whom the resource's own policy allows. */
  readonly resource: 'no policy' | 'allows the role' | 'allows the session';
  readonly identity: 'allows' | 'does not allow';
  readonly boundary: 'none' | 'allows' | 'does not allow';
  readonly session: 'none' | 'allows' | 'does not allow';
};

export const BEGIN: Setting = {
  explicitDeny: false,
  scp: 'allows',
  resource: 'no policy',
  identity: 'allows',
  boundary: 'does not allow',
  session: 'none',
};

export const STEP_IDS = ['deny', 'scp', 'resource', 'identity', 'boundary', 'session'] as const;
export type StepId = (typeof STEP_IDS)[number];

export type Step = {
  readonly id: StepId;
  /** `passed` leads on, `not-reached` was decided before, the other two end the evaluation. */
  readonly state: 'passed' | 'allowed' | 'denied' | 'not-reached';
};

export type Decision = { readonly isAllowed: boolean; readonly decidedBy: StepId; readonly steps: readonly Step[] };

type Check = (setting: Setting) => 'passed' | 'allowed' | 'denied';

/**
 * In the order of the IAM documentation for a request within one account. What the resource's policy gives to a role is
 * still limited by boundary and session policy; what it gives to the session itself is not.
 */
const CHECKS: Record<StepId, Check> = {
  deny: ({ explicitDeny }) => (explicitDeny ? 'denied' : 'passed'),
  scp: ({ scp }) => (scp === 'allows' ? 'passed' : 'denied'),
  resource: ({ resource }) => (resource === 'allows the session' ? 'allowed' : 'passed'),
  identity: ({ identity, resource }) => (identity === 'allows' || resource === 'allows the role' ? 'passed' : 'denied'),
  boundary: ({ boundary }) => (boundary === 'does not allow' ? 'denied' : 'passed'),
  session: ({ session }) => (session === 'does not allow' ? 'denied' : 'allowed'),
};

/** Which policy decides, and how far the evaluation came. */
export function evaluate(setting: Setting): Decision {
  const results = STEP_IDS.map((id) => ({ id, result: CHECKS[id](setting) }));
  const end = results.findIndex(({ result }) => result !== 'passed');
  const last = results[end] ?? { id: 'session' as const, result: 'denied' as const };
  return {
    isAllowed: last.result === 'allowed',
    decidedBy: last.id,
    steps: results.map(({ id, result }, index) => ({ id, state: index <= end ? result : 'not-reached' })),
  };
}
