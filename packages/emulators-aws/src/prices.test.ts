import { describe, expect, it } from 'vitest';
import * as prices from './prices.ts';

type Priced = { readonly item: string; readonly usdPerUnit: number; readonly source?: unknown };

/** Every charge that the lists hold, at any depth; functions make theirs for what they are asked. */
function chargesIn(value: unknown): Priced[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('usdPerUnit' in value) return [value as Priced]; // only charges have it
  return Object.values(value).flatMap(chargesIn);
}

const all = [
  ...chargesIn(prices),
  ...chargesIn([prices.bedrockTokens('us.amazon.nova-lite-v1:0'), prices.bedrockTokens('anthropic.claude-3-haiku')]),
  ...chargesIn(['ml.m5.large', 'ml.t2.medium'].map((type) => prices.sageMakerInstanceHour('Training', type))),
];

describe('a price', () => {
  it.each(all.map((charge) => [charge.item, charge] as const))(
    'says where it was read, if anywhere: %s',
    (_, charge) => {
      const source = charge.source ?? { from: 'https://nowhere', seenOn: '2026-01-01' };

      expect(charge.usdPerUnit).toBeGreaterThanOrEqual(0);
      expect(source).toEqual({
        from: expect.stringMatching(/^(https:\/\/|public cost tables)/),
        seenOn: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
      });
    },
  );

  it('is most often one that somebody looked up', () => {
    const checked = all.filter(({ source }) => source !== undefined);

    expect(checked.length / all.length).toBeGreaterThan(0.7);
  });

  it('from memory is not taken for one that was read', () => {
    expect(prices.sageMakerInstanceHour('Hosting', 'ml.t2.medium')?.source).toBeUndefined();
    expect(prices.sageMakerInstanceHour('Hosting', 'ml.m5.large')?.source).toBeDefined();
  });
});
