import type { TrafficRoutingConfig } from '@aws-sdk/client-sagemaker';
import { describe, expect, it } from 'vitest';
import { trafficShares } from './traffic-shares.ts';

const shares = (routing: Partial<TrafficRoutingConfig>, instances = 4) =>
  trafficShares(
    {
      BlueGreenUpdatePolicy: {
        TrafficRoutingConfiguration: { Type: 'ALL_AT_ONCE', WaitIntervalInSeconds: 60, ...routing },
      },
    },
    instances,
  );
const percent = (Value: number) => ({ Type: 'CAPACITY_PERCENT' as const, Value });
const count = (Value: number) => ({ Type: 'INSTANCE_COUNT' as const, Value });

describe('traffic', () => {
  it.each([
    ['all at once', {}, [1]],
    ['a canary in percent', { Type: 'CANARY' as const, CanarySize: percent(10) }, [0.1, 1]],
    ['a canary in instances', { Type: 'CANARY' as const, CanarySize: count(1) }, [0.25, 1]],
    ['linear steps that fit', { Type: 'LINEAR' as const, LinearStepSize: percent(50) }, [0.5, 1]],
    ['linear steps with a rest', { Type: 'LINEAR' as const, LinearStepSize: percent(40) }, [0.4, 0.8, 1]],
  ])('moves by %s', (_, routing, expected) => {
    const found = shares(routing);

    expect(found).toHaveLength(expected.length);
    found.forEach((share, i) => {
      expect(share).toBeCloseTo(expected[i] ?? 0, 12);
    });
  });

  it.each([
    [{ Type: 'CANARY' as const }, 'needs CanarySize'],
    [{ Type: 'CANARY' as const, CanarySize: percent(60) }, 'not be more than half'],
    [{ Type: 'LINEAR' as const, LinearStepSize: percent(5) }, '10 to 50 percent'],
  ])('of %j is refused', (routing, message) => {
    expect(() => shares(routing)).toThrow(message);
  });

  it('of a rolling update moves by batches', () => {
    const RollingUpdatePolicy = { MaximumBatchSize: count(1), WaitIntervalInSeconds: 60 };

    expect(trafficShares({ RollingUpdatePolicy }, 3)).toHaveLength(3);
  });
});
