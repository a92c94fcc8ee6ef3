import { seededRng } from '@cairn/kernel';
import { calibrate, calibrateInParts, type Responses } from '@cairn/psychometrics';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type IrtWorkers, irtWorkers } from './workers.ts';

function drawn(persons: number, items: number): Responses {
  const rng = seededRng(71);
  const scores = new Uint8Array(persons * items);
  for (let i = 0; i < persons; i += 1) {
    const theta = rng.normal();
    for (let j = 0; j < items; j += 1) {
      const p = 1 / (1 + Math.exp(-(theta - (j - items / 2) / 6)));
      scores[i * items + j] = rng.next() < p ? 1 : 0;
    }
  }
  return { persons, items, scores };
}

describe('calibration in worker threads', () => {
  let workers: IrtWorkers;
  // Threads run the build, which every run of the tests has made first.
  beforeAll(() => {
    workers = irtWorkers(2);
  });
  afterAll(() => workers.close());

  it('finds what one thread finds', async () => {
    const responses = drawn(1500, 20);
    const one = calibrate(responses, { model: '2pl', tolerance: 1e-6 });

    const two = await calibrateInParts(workers.parts(responses), { model: '2pl', tolerance: 1e-6 });

    if (one.outcome !== 'calibrated' || two.outcome !== 'calibrated') throw new Error('no calibration');
    expect(two.logLikelihood).toBeCloseTo(one.logLikelihood, 7);
    two.items.forEach(({ item }, j) => {
      const other = one.items[j]?.item;
      if (item?.kind !== 'dichotomous' || other?.kind !== 'dichotomous') throw new Error(`item ${j} was left out`);
      expect(item.a).toBeCloseTo(other.a, 5);
      expect(item.b).toBeCloseTo(other.b, 5);
    });
    expect(responses.scores.length).toBe(30_000); // the caller keeps its answers
  });

  it('takes another calibration afterwards, with weights and groups', async () => {
    const responses = { ...drawn(800, 12), weights: new Float64Array(800).fill(2) };
    const ofPerson = Array.from({ length: 800 }, (_, i) => i % 2);

    const result = await calibrateInParts(workers.parts(responses, { count: 2, ofPerson }), { model: 'rasch' });

    expect(result).toMatchObject({ outcome: 'calibrated', persons: 1600, isConverged: true });
    expect(result.outcome === 'calibrated' && result.latent.length).toBe(2);
  });

  it('passes on why a worker cannot', async () => {
    const fresh = irtWorkers(1);
    const parts = fresh.parts(drawn(10, 3));

    await expect(
      parts[0]?.step({ nodes: 4, curves: new Float64Array(4), priors: new Float64Array(4), persons: 'all', clip: 0 }),
    ).rejects.toThrow(RangeError);
    await fresh.close();
  });

  it('leaves no question open when a worker ends, and answers none later', async () => {
    const fresh = irtWorkers(1);
    const [part] = fresh.parts(drawn(10, 3));
    const asked = part?.tallies();
    await fresh.close();

    await Promise.allSettled([asked]); // answered or refused, but not left open
    await expect(part?.prepare({ digits: [], sampleEvery: 1 })).rejects.toThrow('ended');
  });
});
