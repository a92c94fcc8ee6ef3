import { describe, expect, it } from 'vitest';
import { evaluate } from './evaluate.ts';
import {
  ACCOUNT,
  allowAll,
  allowOther,
  allowRead,
  ann,
  anonymous,
  attach,
  decide,
  denyRead,
  OBJECT,
  OTHER_ACCOUNT,
  requestOf,
  root,
  session,
} from './testing.ts';

const named = (principal: unknown) => ({ ...allowRead, Principal: principal });
const asSession = requestOf({ principal: session });
const foreign = requestOf({ resourceAccountId: OTHER_ACCOUNT });

describe('within an account', () => {
  it('nothing is allowed that no policy allows', () => {
    expect(decide(requestOf())).toBe('implicitDeny');
    expect(decide(requestOf(), attach('identity', allowOther))).toBe('implicitDeny');
  });

  it('an identity policy or a resource policy is enough', () => {
    expect(decide(requestOf(), attach('identity', allowRead))).toBe('allow');
    expect(decide(requestOf(), attach('resource', named({ AWS: ann.arn })))).toBe('allow');
  });

  it.each(['identity', 'boundary', 'session', 'scp'] as const)('a Deny in a policy of kind %s wins', (kind) => {
    const others = [attach('identity', allowAll), attach('resource', named('*'))];

    expect(decide(requestOf(), ...others, attach(kind, [allowAll, denyRead]))).toBe('explicitDeny');
  });

  it('a Deny in the resource policy wins, even over root', () => {
    const bucket = attach('resource', { ...denyRead, Principal: '*' });

    expect(decide(requestOf(), attach('identity', allowAll), bucket)).toBe('explicitDeny');
    expect(decide(requestOf({ principal: root }), bucket)).toBe('explicitDeny');
  });

  it.each(['boundary', 'session', 'scp'] as const)('a policy of kind %s grants nothing and limits the rest', (kind) => {
    expect(decide(requestOf(), attach(kind, allowAll))).toBe('implicitDeny');
    expect(decide(requestOf(), attach('identity', allowRead), attach(kind, allowOther))).toBe('implicitDeny');
    expect(decide(requestOf(), attach('identity', allowRead), attach(kind, allowAll))).toBe('allow');
  });

  it('a resource policy that names the account only hands the question on', () => {
    const bucket = attach('resource', named({ AWS: `arn:aws:iam::${ACCOUNT}:root` }));

    expect(evaluate(requestOf(), [bucket])).toMatchObject({ decision: 'implicitDeny', missing: ['identity'] });
    expect(decide(requestOf(), bucket, attach('identity', allowRead))).toBe('allow');
  });

  it('every level of SCPs must allow, one Allow a level', () => {
    const organization = attach('scp', allowAll, { level: 'root' });
    const unit = attach('scp', allowOther, { level: 'unit' });
    const unitToo = attach('scp', allowRead, { level: 'unit', policyId: 'second' });
    const own = attach('identity', allowRead);

    expect(decide(requestOf(), own, organization, unit)).toBe('implicitDeny');
    expect(decide(requestOf(), own, organization, unit, unitToo)).toBe('allow');
  });
});

describe('a key of KMS', () => {
  const key = { action: 'kms:Decrypt', resource: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1234abcd` };
  const own = attach('identity', { Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' });
  const enabling = attach('resource', { ...allowAll, Action: 'kms:*', Principal: { AWS: ACCOUNT } });

  it('obeys its own policy, which may hand the question to IAM', () => {
    expect(evaluate(requestOf(key), [own])).toMatchObject({ decision: 'implicitDeny', missing: ['resource'] });
    expect(decide(requestOf(key), own, enabling)).toBe('allow');
    expect(decide(requestOf(key), enabling)).toBe('implicitDeny');
  });
});

describe('a variable that the request cannot fill', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable
  const team = 'arn:aws:s3:::${aws:PrincipalTag/team}/*';

  it('makes a statement void, a NotResource one too', () => {
    for (const element of ['Resource', 'NotResource']) {
      const decision = evaluate(requestOf(), [attach('identity', { Effect: 'Allow', Action: '*', [element]: team })]);

      expect(decision.decision).toBe('implicitDeny');
      expect(decision.missingContextKeys).toEqual(['aws:PrincipalTag/team']);
      expect(decision.why).toMatch(/no value for its variable \$\{aws:PrincipalTag\/team\}\.$/);
    }
  });
});

describe('the root user', () => {
  it('may do everything in its account but what an SCP forbids', () => {
    const asRoot = requestOf({ principal: root });

    expect(decide(asRoot)).toBe('allow');
    expect(decide(asRoot, attach('boundary', allowOther), attach('session', allowOther))).toBe('allow');
    expect(decide(asRoot, attach('scp', allowOther))).toBe('implicitDeny');
  });

  it('needs the other account in another account', () => {
    const abroad = requestOf({ principal: root, resourceAccountId: OTHER_ACCOUNT });

    expect(decide(abroad)).toBe('implicitDeny');
    expect(decide(abroad, attach('resource', named({ AWS: ACCOUNT })))).toBe('allow');
  });
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
describe('a resource policy beside implicit denies elsewhere', () => {
  const limits = [attach('boundary', allowOther), attach('session', allowOther)];
  const federated = {
    kind: 'federated-user',
    accountId: ACCOUNT,
    arn: `arn:aws:sts::${ACCOUNT}:federated-user/ann`,
    userArn: `arn:aws:iam::${ACCOUNT}:user/ann`,
    userId: `${ACCOUNT}:ann`,
  } as const;

  it.each([
    ['role session, role named', session, { AWS: `arn:aws:iam::${ACCOUNT}:role/ml/training` }, 'implicitDeny'],
    ['role session, session named', session, { AWS: session.arn }, 'allow'],
    ['user, user named', ann, { AWS: `arn:aws:iam::${ACCOUNT}:user/ann` }, 'allow'],
    ['federated user, user named', federated, { AWS: federated.userArn }, 'implicitDeny'],
    ['federated user, session named', federated, { AWS: federated.arn }, 'allow'],
    ['root, account named', root, { AWS: `arn:aws:iam::${ACCOUNT}:root` }, 'allow'],
    [
      'service, service named',
      { kind: 'service', service: 's3.amazonaws.com' },
      { Service: 's3.amazonaws.com' },
      'allow',
    ],
    ['role session, everyone named', session, '*', 'allow'],
  ] as const)('%s', (_, principal, names, expected) => {
    const bucket = attach('resource', { ...allowRead, Principal: names });

    expect(decide(requestOf({ principal }), bucket, ...limits)).toBe(expected);
  });

  it('that names the role is enough when nothing limits the session', () => {
    const bucket = attach('resource', named({ AWS: `arn:aws:iam::${ACCOUNT}:role/ml/training` }));

    expect(decide(asSession, bucket)).toBe('allow');
  });

  it('does not help a federated user without a session policy', () => {
    const request = requestOf({ principal: federated });

    expect(evaluate(request, [attach('identity', allowRead)])).toMatchObject({ missing: ['session'] });
    expect(decide(request, attach('identity', allowRead), attach('session', allowRead))).toBe('allow');
  });
});

describe('across accounts', () => {
  const bucket = attach('resource', named({ AWS: `arn:aws:iam::${ACCOUNT}:root` }));
  const mine = attach('identity', allowRead);

  it('both sides must allow', () => {
    expect(evaluate(foreign, [mine])).toMatchObject({ decision: 'implicitDeny', missing: ['resource'] });
    expect(evaluate(foreign, [bucket])).toMatchObject({ decision: 'implicitDeny', missing: ['identity'] });
    expect(decide(foreign, mine, bucket)).toBe('allow');
  });

  it('even a resource policy that names the user needs the identity policy', () => {
    expect(decide(foreign, attach('resource', named({ AWS: ann.arn })))).toBe('implicitDeny');
  });

  it('boundary, session policy and SCP of the caller still limit', () => {
    for (const kind of ['boundary', 'session', 'scp'] as const) {
      expect(evaluate(foreign, [mine, bucket, attach(kind, allowOther)])).toMatchObject({ missing: [kind] });
    }
  });
});

describe('callers without an account', () => {
  it('are let in by a resource policy alone', () => {
    const request = requestOf({ principal: anonymous });

    expect(decide(request)).toBe('implicitDeny');
    expect(decide(request, attach('resource', named({ AWS: ACCOUNT })))).toBe('implicitDeny');
    expect(decide(request, attach('resource', named('*')))).toBe('allow');
    expect(decide(request, attach('resource', named('*')), attach('scp', allowOther))).toBe('allow');
  });
});

describe('a decision', () => {
  it('names the statement that made it, in a sentence', () => {
    const policy = attach('identity', { ...allowRead, Sid: 'ReadData' }, { policyId: 'TeamRead' });

    expect(evaluate(requestOf(), [policy])).toMatchObject({
      decidedBy: { policyId: 'TeamRead', policyKind: 'identity', statementIndex: 0, sid: 'ReadData' },
      why: `Allowed: statement "ReadData" of identity policy TeamRead lets user ann do s3:GetObject on ${OBJECT}.`,
    });
  });

  it('says which Deny it was', () => {
    const { why, decidedBy } = evaluate(requestOf(), [attach('scp', [allowAll, denyRead], { policyId: 'guard' })]);

    expect(decidedBy).toEqual({ policyId: 'guard', policyKind: 'scp', statementIndex: 1 });
    expect(why).toBe(
      `Denied: statement 2 of service control policy guard denies user ann s3:GetObject on ${OBJECT}, and a Deny always wins.`,
    );
  });

  it('says what came nearest when nothing allows', () => {
    const near = attach('identity', [
      { ...allowRead, Resource: 'arn:aws:s3:::logs/*' },
      { ...allowRead, Sid: 'FromOffice', Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } },
    ]);
    const decision = evaluate(requestOf({ context: { 'aws:SourceIp': '198.51.100.9' } }), [near]);

    expect(decision.why).toMatch(/"FromOffice" of identity policy identity comes nearest/);
    expect(decision.why).toMatch(/the request has "198\.51\.100\.9"\.$/);
    expect(decision.considered.map((trace) => !trace.applies && trace.mismatch.because)).toEqual([
      'resource',
      'condition',
    ]);
  });

  it('names the layer that is missing', () => {
    const { missing, why } = evaluate(requestOf(), [attach('identity', allowRead), attach('boundary', allowOther)]);

    expect(missing).toEqual(['boundary']);
    expect(why).toMatch(/^Denied: no permissions boundary allows user ann s3:GetObject/);
  });

  it('lists the context keys that were asked for and not given', () => {
    const conditional = {
      ...allowRead,
      Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' }, StringEquals: { 'aws:username': 'ann' } },
    };
    const elsewhere = { ...conditional, Action: 'sqs:*' };

    expect(evaluate(requestOf(), [attach('identity', [conditional, elsewhere])]).missingContextKeys).toEqual([
      'aws:MultiFactorAuthPresent',
    ]);
  });

  it('is the same for a policy that went through a snapshot', () => {
    const attached = attach('identity', allowRead);
    const copy = JSON.parse(JSON.stringify(attached));

    expect(evaluate(requestOf(), [copy])).toEqual(evaluate(requestOf(), [attached]));
  });

  it('does not hold SCPs against service-linked roles', () => {
    const linked = {
      ...session,
      roleArn: `arn:aws:iam::${ACCOUNT}:role/aws-service-role/x.amazonaws.com/X`,
    };

    expect(decide(requestOf({ principal: linked }), attach('identity', allowRead), attach('scp', allowOther))).toBe(
      'allow',
    );
  });
});
