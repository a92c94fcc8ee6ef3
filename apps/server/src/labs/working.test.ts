import { createServer, type Server } from 'node:http';
import type { Lab } from '@cairn/labs';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { accountName, LabAccount } from './account.ts';
import { AccountControl } from './host/control.ts';
import { exampleLab } from './testing.ts';
import { gradeInTime } from './working.ts';

let lab: Lab;
let silent: Server | undefined;
beforeAll(async () => {
  lab = await exampleLab();
});
afterEach(() => {
  vi.useRealTimers();
  silent?.closeAllConnections();
  silent?.close();
  silent = undefined;
});

const KEYS = { accessKeyId: 'LKIAAAAAAAAAAAAAAAAA', secretAccessKey: 'secret' };

function accountAt(port: number): LabAccount {
  const host = { schema: 'sandbox-host/1' as const, url: `http://127.0.0.1:${port}`, token: '', pid: 1, startedAt: 0 };
  const facts = { accountId: '123456789012', region: 'us-east-1', now: 0, keys: { root: KEYS, learner: KEYS } };
  return new LabAccount(host, lab, new AccountControl(host, 'ann'), facts);
}

describe('a check', () => {
  it('whose sandbox is gone blames nobody', async () => {
    const grade = await gradeInTime(accountAt(1), firstStep(), {});

    expect(grade.passed).toBe(false);
    expect(new Set(grade.checks.map(({ outcome }) => outcome))).toEqual(new Set(['cannot-check']));
  });

  it('ends after a minute when no answer comes, and blames nobody', async () => {
    silent = createServer(() => undefined);
    const port = await new Promise<number>((ready) => {
      silent?.listen(0, '127.0.0.1', () => ready(Number(Object(silent?.address()).port)));
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const account = accountAt(port);

    const grading = gradeInTime(account, firstStep(), {});
    await vi.advanceTimersByTimeAsync(60_000);
    const { checks } = await grading;
    account.close();

    expect(checks[0]).toMatchObject({ outcome: 'cannot-check', reason: expect.stringContaining('60 seconds') });
  });
});

describe('the name of an account', () => {
  const learner = '00000000-0000-7000-8000-000000000001';

  it('fits what the sandbox takes, and tells labs apart that begin alike', () => {
    const long = 'a-lab-whose-name-is-much-longer-than-it-should-be';
    const names = ['etl', long, `${long}-2`].map((id) => accountName(learner, id));

    expect(names[0]).toBe(`${learner}-etl`);
    expect(names.every((name) => /^[\w.-]{1,64}$/.test(name))).toBe(true);
    expect(new Set(names).size).toBe(3);
  });
});

function firstStep() {
  const [first] = lab.steps;
  if (!first) throw new RangeError('the example lab has steps');
  return first;
}
