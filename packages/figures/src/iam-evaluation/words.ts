import { type Decision, evaluate, type Setting, type StepId } from './model.ts';

export const TITLE = 'How IAM decides';

export const STEPS: Record<StepId, { readonly name: string; readonly asks: string }> = {
  deny: { name: 'Explicit deny', asks: 'Does any policy say Deny?' },
  scp: { name: 'Service control policy', asks: 'Does the organization allow it?' },
  resource: { name: 'Resource policy', asks: 'Does the resource allow this session?' },
  identity: { name: 'Identity policy', asks: 'Is it allowed to the role?' },
  boundary: { name: 'Permissions boundary', asks: 'Is it within the role’s boundary?' },
  session: { name: 'Session policy', asks: 'Is it within the session’s limits?' },
};

const REASONS: Record<StepId, { readonly denied: string; readonly mend: string }> = {
  deny: {
    denied: 'A Deny in any policy ends it, whatever else allows it.',
    mend: 'No Allow helps; the Deny itself must go, or no longer match.',
  },
  scp: {
    denied: 'The service control policy does not allow it, so nobody in the account may do it.',
    mend: 'Allow it in the organization; a policy in the account cannot.',
  },
  resource: { denied: '', mend: '' },
  identity: {
    denied: 'Nothing allows it to this role: an implicit deny.',
    mend: 'Allow it in the identity policy, or to the role in the resource’s policy.',
  },
  boundary: {
    denied: 'The permissions boundary does not contain it; a boundary gives nothing, it only limits.',
    mend: 'Widen the boundary, or let the resource’s policy name the session.',
  },
  session: {
    denied: 'The session policy given when the role was assumed does not contain it.',
    mend: 'Assume the role with a wider session policy, or with none.',
  },
};

export function sentence(decision: Decision): string {
  const { isAllowed, decidedBy } = decision;
  if (!isAllowed) return `Denied. ${REASONS[decidedBy].denied} ${REASONS[decidedBy].mend}`;
  return decidedBy === 'resource'
    ? 'Allowed. The resource’s policy names this very session, so identity policy, boundary and session policy are not asked any more.'
    : 'Allowed. Nothing denies it, something allows it, and every limit that exists contains it.';
}

const STATES = {
  passed: 'passed',
  allowed: 'allowed: the end',
  denied: 'denied: the end',
  'not-reached': 'not reached',
};

export const stateText = (state: keyof typeof STATES): string => STATES[state];

export const rowsOf = ({ steps }: Decision): string[][] =>
  steps.map(({ id, state }, index) => [String(index + 1), STEPS[id].name, STEPS[id].asks, stateText(state)]);

export function inWords(setting: Setting): string {
  const decision = evaluate(setting);
  return `A role’s session asks for an action on a resource in its own account. Six questions are asked in order: 1 is there an explicit Deny anywhere? 2 do the service control policies allow it? 3 does the resource’s policy allow this session by name? 4 does an identity policy allow it to the role, or the resource’s policy name the role? 5 does the permissions boundary, if there is one, contain it? 6 does the session policy, if there is one, contain it? One no ends in a denial; boundary, session and service control policies never grant, they only limit. ${sentence(decision)} Between two accounts both sides must allow it. Resource control policies of the organization limit in the same way as step 2.`;
}
