import { describe, expect, it } from 'vitest';
import { parseLab } from '../lab/parse.ts';
import type { Lab } from '../lab/schema.ts';
import { proveLab } from '../testing.ts';
import { exampleLab, exampleValue } from './example-lab.ts';
import { fakeCloud } from './fake-cloud.ts';

async function open() {
  const cloud = fakeCloud();
  return { author: cloud, learner: cloud };
}

async function openWithCheckpoints() {
  const cloud = fakeCloud();
  return { author: cloud, learner: cloud, checkpoint: cloud.checkpoint };
}

function changed(change: (lab: Lab) => unknown): Lab {
  const lab = structuredClone(exampleLab());
  change(lab);
  return lab;
}

describe('proving a lab', () => {
  it('finds nothing to say about a sound lab, from nothing and from checkpoints', async () => {
    const proof = await proveLab(exampleLab(), open);
    const quick = await proveLab(exampleLab(), openWithCheckpoints);

    expect(proof).toEqual({ lab: 'private-bucket', faults: [], wrongSolutions: 2, checks: 5 });
    expect(quick).toEqual(proof);
  });

  it('tells of a step that passes by itself', async () => {
    const lab = changed(({ start, steps }) => start.push(...(steps[0]?.solution ?? [])));

    expect((await proveLab(lab, open)).faults).toContain('Step store passes before anything is done.');
  });

  it('tells of a solution that does not reach its goal', async () => {
    const lab = changed(({ steps }) => steps[0]?.solution.splice(1, 1));

    expect((await proveLab(lab, open)).faults[0]).toMatch(
      /^After its solution store\/blocks-public-access is failed: /,
    );
  });

  it('tells of a wrong solution that passes, or fails with other words', async () => {
    const passing = changed(({ wrong }) =>
      wrong.splice(1, 1, { ...wrong[1], after: { role: [] } } as Lab['wrong'][number]),
    );
    const silent = changed(({ wrong }) => Object.assign(wrong[0]?.fails ?? {}, { says: 'other words' }));

    expect((await proveLab(passing, open)).faults.join()).toContain(
      'Wrong solution everything: role/reads-train-only is passed',
    );
    expect((await proveLab(silent, open)).faults.join()).toContain('does not say "other words"');
  });

  it('tells of a check that cannot fail', async () => {
    const value = exampleValue() as { steps: { checks: unknown[] }[] };
    value.steps[0]?.checks.push({
      id: 'idle',
      call: 'sts.GetCallerIdentity',
      message: 'This can never fail, so it says nothing.',
    });
    (value as unknown as { services: string[] }).services.push('sts');
    const { lab, faults } = parseLab(value);

    expect(faults).toEqual([]);
    expect((await proveLab(lab as Lab, open)).faults.join()).toContain('store/idle never fails');
  });
});
