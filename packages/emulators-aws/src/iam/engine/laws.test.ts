import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from './evaluate.ts';
import type { AttachedPolicy, PolicyKind } from './policy.ts';
import type { AccessRequest, Principal } from './request.ts';
import { ACCOUNT, ann, anonymous, OTHER_ACCOUNT, policyOf, root, session } from './testing.ts';

type Plain = Readonly<Record<string, unknown>>;
type Draft = { readonly kind: PolicyKind; readonly level: string; readonly statements: readonly Plain[] };

const action = fc.constantFrom(
  's3:GetObject',
  's3:PutObject',
  's3:Get*',
  's3:*',
  '*',
  'sqs:SendMessage',
  's3:?etObject',
);
const resource = fc.constantFrom('*', 'arn:aws:s3:::data/*', 'arn:aws:s3:::data/a.csv', 'arn:aws:s3:::logs/*');
const condition = fc.constantFrom(
  undefined,
  { StringEquals: { 'aws:username': 'ann' } },
  { StringNotLike: { 's3:prefix': 'home/*' } },
  { Bool: { 'aws:SecureTransport': 'true' } },
  { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } },
  { NumericLessThanEqualsIfExists: { 's3:max-keys': 10 } },
);
const principal = fc.constantFrom<unknown>(
  '*',
  { AWS: `arn:aws:iam::${ACCOUNT}:user/ann` },
  { AWS: ACCOUNT },
  { AWS: OTHER_ACCOUNT },
  { AWS: `arn:aws:iam::${ACCOUNT}:role/ml/training` },
  { AWS: `arn:aws:sts::${ACCOUNT}:assumed-role/training/job-1` },
  { Service: 'sagemaker.amazonaws.com' },
);
const kind = fc.constantFrom<PolicyKind>('identity', 'resource', 'boundary', 'session', 'scp');

const actionElement = fc.oneof(
  { weight: 4, arbitrary: fc.record({ Action: fc.array(action, { minLength: 1, maxLength: 2 }) }) },
  { weight: 1, arbitrary: fc.record({ NotAction: fc.array(action, { minLength: 1, maxLength: 2 }) }) },
);
const resourceElement = fc.oneof(
  { weight: 4, arbitrary: fc.record({ Resource: resource }) },
  { weight: 1, arbitrary: fc.record({ NotResource: resource }) },
);
const principalElement = fc.oneof(
  { weight: 4, arbitrary: fc.record({ Principal: principal }) },
  { weight: 1, arbitrary: fc.record({ NotPrincipal: principal }) },
);

function statementOf(effects: readonly string[], isOfResource: boolean): fc.Arbitrary<Plain> {
  return fc
    .tuple(fc.constantFrom(...effects), actionElement, resourceElement, principalElement, condition)
    .map(([Effect, acts, on, who, Condition]) => ({
      Effect,
      ...acts,
      ...on,
      ...(isOfResource ? who : {}),
      ...(Condition ? { Condition } : {}),
    }));
}

const draft: fc.Arbitrary<Draft> = kind.chain((one) =>
  fc.record({
    kind: fc.constant(one),
    level: fc.constantFrom('root', 'unit'),
    // Mostly Allow: a world of denials would make every law true for want of an allow.
    statements: fc.array(statementOf(['Allow', 'Allow', 'Allow', 'Deny'], one === 'resource'), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
);
const drafts = fc.array(draft, { maxLength: 5 });

const request: fc.Arbitrary<AccessRequest> = fc.record({
  principal: fc.constantFrom<Principal>(ann, session, root, anonymous, {
    kind: 'service',
    service: 'sagemaker.amazonaws.com',
  }),
  action: fc.constantFrom('s3:GetObject', 's3:PutObject', 'S3:getobject'),
  resource: fc.constantFrom('arn:aws:s3:::data/a.csv', 'arn:aws:s3:::logs/x', '*'),
  resourceAccountId: fc.constantFrom(ACCOUNT, ACCOUNT, OTHER_ACCOUNT),
  context: fc.constantFrom({}, { 'aws:SecureTransport': 'true' }, { 's3:prefix': 'home/x', 'aws:TagKeys': ['a'] }),
});

const attachAll = (all: readonly Draft[]): AttachedPolicy[] =>
  all.map(({ kind: one, level, statements }, i) => ({ policyId: `p${i}`, policy: policyOf(one, statements), level }));
const decisionOf = (asked: AccessRequest, all: readonly Draft[]) => evaluate(asked, attachAll(all)).decision;

/** The statement is put into one of the policies, or becomes a policy of its own where that cannot limit. */
function withStatement(all: readonly Draft[], at: number, extra: { own: Plain; ofResource: Plain }): readonly Draft[] {
  if (all.length === 0) return [{ kind: 'identity', level: 'root', statements: [extra.own] }];
  const target = at % all.length;
  return all.map((one, i) => {
    const statement = one.kind === 'resource' ? extra.ofResource : extra.own;
    return i === target ? { ...one, statements: [...one.statements, statement] } : one;
  });
}

const extraOf = (effect: string) =>
  fc.record({ own: statementOf([effect], false), ofResource: statementOf([effect], true) });
const runs = { numRuns: 700 };

describe('the laws of evaluation', () => {
  it('an added Deny never makes a request allowed', () => {
    fc.assert(
      fc.property(request, drafts, fc.nat(), extraOf('Deny'), (asked, all, at, extra) => {
        fc.pre(decisionOf(asked, all) !== 'allow');

        expect(decisionOf(asked, withStatement(all, at, extra))).not.toBe('allow');
      }),
      runs,
    );
  });

  it('an added Allow never makes a request denied', () => {
    fc.assert(
      fc.property(request, drafts, fc.nat(), extraOf('Allow'), (asked, all, at, extra) => {
        fc.pre(decisionOf(asked, all) === 'allow');

        expect(decisionOf(asked, withStatement(all, at, extra))).toBe('allow');
      }),
      runs,
    );
  });

  it('the order of policies and statements changes nothing', () => {
    fc.assert(
      fc.property(request, drafts, (asked, all) => {
        const reversed = all.toReversed().map((one) => ({ ...one, statements: one.statements.toReversed() }));

        expect(decisionOf(asked, reversed)).toBe(decisionOf(asked, all));
      }),
      runs,
    );
  });

  it('an explicit deny is decided by a Deny, an allow by an Allow or by being root', () => {
    fc.assert(
      fc.property(request, drafts, (asked, all) => {
        const { decision, decidedBy, missing } = evaluate(asked, attachAll(all));
        const decider = all[Number(decidedBy?.policyId.slice(1))]?.statements[decidedBy?.statementIndex ?? -1];

        expect(decider?.Effect).toBe(
          { explicitDeny: 'Deny', allow: decidedBy ? 'Allow' : undefined, implicitDeny: undefined }[decision],
        );
        if (decision === 'allow' && !decidedBy) expect(asked.principal.kind).toBe('root');
        expect(missing.length > 0).toBe(decision === 'implicitDeny');
      }),
      runs,
    );
  });

  it.each([
    ['Action', 'NotAction'],
    ['Resource', 'NotResource'],
  ])('%s and %s are complements', (element, complement) => {
    fc.assert(
      fc.property(request, fc.array(element === 'Action' ? action : resource, { minLength: 1 }), (asked, values) => {
        const rest = element === 'Action' ? { Resource: '*' } : { Action: '*' };
        const of = (name: string) => [
          { policyId: 'p', policy: policyOf('identity', { Effect: 'Deny', ...rest, [name]: values }) },
        ];
        const applies = (name: string) => evaluate({ ...asked, principal: ann }, of(name)).decision === 'explicitDeny';

        expect(applies(complement)).toBe(!applies(element));
      }),
    );
  });

  it('actions are compared without case, resources with it', () => {
    const policies = [
      {
        policyId: 'p',
        policy: policyOf('identity', { Effect: 'Allow', Action: 'S3:getOBJECT', Resource: 'arn:aws:s3:::Data/*' }),
      },
    ];
    const asked = { principal: ann, action: 's3:GetObject' };

    expect(evaluate({ ...asked, resource: 'arn:aws:s3:::Data/x' }, policies).decision).toBe('allow');
    expect(evaluate({ ...asked, resource: 'arn:aws:s3:::data/x' }, policies).decision).toBe('implicitDeny');
  });
});
