import { fileURLToPath } from 'node:url';
import { loadLabFolder } from '@cairn/content';
import { inProcessHandler } from '@cairn/emulator-kit';
import { type OpenSandbox, openSandbox } from '@cairn/emulators-aws/testing';
import { sdkCloud } from '@cairn/labs/aws';
import { type ProvingAccount, proveLab } from '@cairn/labs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/**
 * Every lab of `content/labs`, in both directions: the starting state fails, the solution passes, and each wrong
 * solution fails with the message that says what is missing. LAB=<id> tries one.
 */
const { labs, faults } = await loadLabFolder(fileURLToPath(new URL('../content', import.meta.url)));
const tried = [...labs.values()].filter(({ lab }) => !process.env.LAB || lab.id === process.env.LAB);

let box: OpenSandbox;
beforeAll(async () => {
  box = await openSandbox({ id: 'proof' });
});
afterAll(() => box.close());

let accounts = 0;

async function openAccount(): Promise<ProvingAccount> {
  accounts += 1;
  const account = await box.another(`proof-${accounts}`);
  const { sandbox, tenant, root, learner } = account;
  const requestHandler = inProcessHandler(sandbox.dispatch, { spool: sandbox.spool });
  const shared = {
    region: tenant.homeRegion,
    requestHandler,
    advance: account.advance,
    pause: account.settled, // what the lab waits for goes on in this process
  };
  return {
    author: sdkCloud({ ...shared, credentials: { ...root } }),
    learner: sdkCloud({ ...shared, credentials: { ...learner } }),
    checkpoint: async () => {
      await account.settled();
      const snapshot = tenant.snapshot();
      return async () => sandbox.restore(tenant, snapshot);
    },
    close: () => sandbox.close(tenant),
  };
}

describe('the labs', () => {
  it('load without a fault', () => {
    expect(faults).toEqual([]);
    expect(labs.size).toBeGreaterThan(0);
  });

  it.each(tried.map(({ lab }) => [lab.id, lab] as const))('%s is proven', { timeout: 300_000 }, async (_, lab) => {
    const proof = await proveLab(lab, openAccount);

    expect(proof.faults).toEqual([]);
    expect(proof.wrongSolutions).toBeGreaterThanOrEqual(3);
    expect(box.bugs).toEqual([]);
  });
});
