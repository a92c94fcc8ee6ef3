import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, type Setting } from './model.ts';
import { sentence } from './words.ts';

/** A role that may: everything else is one change away from it. */
const ALLOWED: Setting = {
  explicitDeny: false,
  scp: 'allows',
  resource: 'no policy',
  identity: 'allows',
  boundary: 'none',
  session: 'none',
};

const limit = fc.constantFrom('none', 'allows', 'does not allow');
const grant = fc.constantFrom('allows', 'does not allow');
const anySetting: fc.Arbitrary<Setting> = fc.record({
  explicitDeny: fc.boolean(),
  scp: grant,
  resource: fc.constantFrom('no policy', 'allows the role', 'allows the session'),
  identity: grant,
  boundary: limit,
  session: limit,
});

describe('policy evaluation', () => {
  it.each<[string, Partial<Setting>, boolean, string]>([
    ['an identity policy allows', {}, true, 'session'],
    ['nothing allows', { identity: 'does not allow' }, false, 'identity'],
    ['only the resource allows the role', { identity: 'does not allow', resource: 'allows the role' }, true, 'session'],
    ['the boundary leaves it out', { boundary: 'does not allow' }, false, 'boundary'],
    [
      'the resource allows the role, the boundary leaves it out',
      { resource: 'allows the role', boundary: 'does not allow' },
      false,
      'boundary',
    ],
    [
      'the resource allows the session, the boundary leaves it out',
      { resource: 'allows the session', boundary: 'does not allow' },
      true,
      'resource',
    ],
    ['the session policy leaves it out', { session: 'does not allow' }, false, 'session'],
    ['the organization leaves it out', { scp: 'does not allow', resource: 'allows the session' }, false, 'scp'],
    ['something denies', { explicitDeny: true, resource: 'allows the session' }, false, 'deny'],
  ])('decides where %s', (_, part, isAllowed, decidedBy) => {
    expect(evaluate({ ...ALLOWED, ...part })).toMatchObject({ isAllowed, decidedBy });
  });

  it('never allows against an explicit deny or the organization', () => {
    fc.assert(
      fc.property(anySetting, (setting) => {
        fc.pre(setting.explicitDeny || setting.scp !== 'allows');

        expect(evaluate(setting).isAllowed).toBe(false);
      }),
    );
  });

  it('is never made wider by a boundary or a session policy', () => {
    fc.assert(
      fc.property(anySetting, (setting) => {
        const unlimited = evaluate({ ...setting, boundary: 'none', session: 'none' });

        if (evaluate(setting).isAllowed) expect(unlimited.isAllowed).toBe(true);
      }),
    );
  });

  it('has one step that decides, all before it passed and none behind it reached', () => {
    fc.assert(
      fc.property(anySetting, (setting) => {
        const { steps, decidedBy, isAllowed } = evaluate(setting);
        const at = steps.findIndex(({ id }) => id === decidedBy);

        expect(steps[at]?.state).toBe(isAllowed ? 'allowed' : 'denied');
        expect(steps.slice(0, at).every(({ state }) => state === 'passed')).toBe(true);
        expect(steps.slice(at + 1).every(({ state }) => state === 'not-reached')).toBe(true);
      }),
    );
  });

  it('says for every denial what would mend it', () => {
    fc.assert(
      fc.property(anySetting, (setting) => {
        const decision = evaluate(setting);

        expect(sentence(decision).length).toBeGreaterThan(40);
      }),
    );
  });
});
