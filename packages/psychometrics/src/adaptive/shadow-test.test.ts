import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalGrid } from '../grid.ts';
import type { AdaptiveDefinition, AdaptiveItem, DomainRule } from './adaptive-test.ts';
import { bankStructure, fullLength } from './bank-structure.ts';
import { prepareAdaptive } from './prepare.ts';
import { type Assembly, assembleShadow, type ShadowTest, worthOf } from './shadow-test.ts';

const calibration = { kind: 'dichotomous', a: 1, b: 0, c: 0 } as const;

type Place = { readonly domain: number; readonly family: number; readonly set: number };

/** A family lies in one domain and no set: its name carries the domain. */
function itemOf({ domain, family, set }: Place, index: number): AdaptiveItem {
  const home = { id: `i${index}`, calibration, domain: `d${domain}` };
  if (set > 0) return { ...home, set: `s${set}` };
  return family > 0 ? { ...home, family: `d${domain}f${family}` } : home;
}

const places = fc.array(
  fc.record({
    domain: fc.integer({ min: 0, max: 2 }),
    family: fc.integer({ min: 0, max: 3 }),
    set: fc.constantFrom(0, 0, 0, 1, 2),
  }),
  { minLength: 1, maxLength: 11 },
);

const rules = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 4 })), { minLength: 3, maxLength: 3 })
  .map((limits) =>
    limits.map(([minimum, extra], d): DomainRule => ({ domain: `d${d}`, minimum, maximum: minimum + extra })),
  );

const banks = fc.record({
  items: places.map((all) => all.map(itemOf)),
  domains: rules,
  sets: fc.constantFrom({ minimum: 0, maximum: 1 }, { minimum: 1, maximum: 2 }, { minimum: 0, maximum: 0 }),
  worths: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 11, maxLength: 11 }),
  isFree: fc.array(fc.constantFrom(1, 1, 1, 0), { minLength: 11, maxLength: 11 }),
  length: fc.integer({ min: 1, max: 7 }),
});

function definitionOf(
  items: readonly AdaptiveItem[],
  domains: readonly DomainRule[],
  sets: AdaptiveDefinition['sets'],
  length: number,
): AdaptiveDefinition {
  return {
    items,
    domains,
    ...(sets && { sets }),
    prior: normalGrid({ points: 5 }),
    stopping: { minimumItems: 1, maximumItems: length },
  };
}

const countBy = (
  items: readonly AdaptiveItem[],
  keyOf: (item: AdaptiveItem) => string | undefined,
): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

/** Every limit of the definition, said directly. */
function meetsLimits(chosen: readonly AdaptiveItem[], { items, domains = [], sets }: AdaptiveDefinition): boolean {
  const perDomain = countBy(chosen, ({ domain }) => domain);
  const perSet = countBy(chosen, ({ set }) => set);
  const setSizes = countBy(items, ({ set }) => set);
  const present = new Set(items.map(({ domain }) => domain));
  const inDomains = domains
    .filter(({ domain }) => present.has(domain))
    .every(({ domain, minimum, maximum }) => {
      const n = perDomain.get(domain) ?? 0;
      return n >= minimum && n <= maximum;
    });
  const whole = [...perSet].every(([set, n]) => n === setSizes.get(set));
  const enough = perSet.size >= (sets?.minimum ?? 0) && perSet.size <= (sets?.maximum ?? 1);
  const apart = [...countBy(chosen, ({ family }) => family).values()].every((n) => n <= 1);
  return inDomains && whole && enough && apart;
}

/** A set is free if its first question is. */
function isAllowed(
  item: AdaptiveItem,
  index: number,
  items: readonly AdaptiveItem[],
  isFree: readonly number[],
): boolean {
  const key = item.set === undefined ? index : items.findIndex(({ set }) => set === item.set);
  return isFree[key] === 1;
}

/** The best of all subsets. */
function bruteForce(
  definition: AdaptiveDefinition,
  worths: readonly number[],
  isFree: readonly number[],
  length: number,
): number | undefined {
  const { items } = definition;
  let best: number | undefined;
  for (let mask = 0; mask < 2 ** items.length; mask += 1) {
    const indexes = items.map((_, j) => j).filter((j) => (mask >> j) & 1);
    const chosen = items.filter((_, j) => (mask >> j) & 1);
    if (chosen.length !== length || !chosen.every((item) => isAllowed(item, items.indexOf(item), items, isFree)))
      continue;
    if (!meetsLimits(chosen, definition)) continue;
    const worth = indexes.reduce((sum, j) => sum + (worths[j] ?? 0), 0);
    if (best === undefined || worth > best) best = worth;
  }
  return best;
}

function assemblyOf(
  definition: AdaptiveDefinition,
  worths: readonly number[],
  isFree: readonly number[],
  remaining: number,
): Assembly {
  const structure = bankStructure(definition);
  return {
    structure,
    values: Float64Array.from(definition.items, (_, j) => worths[j] ?? 0),
    isFree: Uint8Array.from(definition.items, (_, j) => isFree[j] ?? 0),
    usedFamilies: new Set<number>(),
    usedSets: [],
    held: structure.domains.map(() => 0),
    remaining,
  };
}

const itemsOf = (
  { items }: AdaptiveDefinition,
  { structure }: Assembly,
  { singles, sets }: ShadowTest,
): AdaptiveItem[] =>
  [...singles.flat(), ...sets.flatMap((set) => structure.sets[set]?.members ?? [])].flatMap((j) => items[j] ?? []);

describe('the shadow test', () => {
  it('is worth as much as the best of all subsets, and exists whenever one does', () => {
    fc.assert(
      fc.property(banks, ({ items, domains, sets, worths, isFree, length }) => {
        const definition = definitionOf(items, domains, sets, length);
        const assembly = assemblyOf(definition, worths, isFree, length);

        const shadow = assembleShadow(assembly);

        expect(shadow && worthOf(assembly, shadow)).toBe(bruteForce(definition, worths, isFree, length));
      }),
      { numRuns: 300 },
    );
  });

  it('meets every limit', () => {
    fc.assert(
      fc.property(banks, ({ items, domains, sets, worths, isFree, length }) => {
        const definition = definitionOf(items, domains, sets, length);
        const assembly = assemblyOf(definition, worths, isFree, length);
        const shadow = assembleShadow(assembly);
        fc.pre(shadow !== undefined);

        const chosen = shadow ? itemsOf(definition, assembly, shadow) : [];

        expect(chosen).toHaveLength(length);
        expect(meetsLimits(chosen, definition)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('knows the longest test that the limits allow, or that there is none', () => {
    fc.assert(
      fc.property(banks, ({ items, domains, sets, length }) => {
        const definition = definitionOf(items, domains, sets, length);
        const free = items.map(() => 1);

        const lengths = Array.from({ length: length + 1 }, (_, n) => n).filter(
          (n) => bruteForce(definition, free, free, n) !== undefined,
        );

        expect(fullLength(bankStructure(definition), length)).toBe(lengths.at(-1));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a definition that no test can meet', () => {
  const bank = Array.from({ length: 6 }, (_, j): AdaptiveItem => itemOf({ domain: j % 2, family: 0, set: 0 }, j));
  const reasonsOf = (definition: AdaptiveDefinition) => {
    const preparation = prepareAdaptive(definition);
    return preparation.outcome === 'impossible' ? preparation.reasons.join('\n') : 'ready';
  };

  it.each([
    [
      'a minimum above what the bank holds',
      bank,
      [{ domain: 'd0', minimum: 4, maximum: 5 }],
      undefined,
      'Domain d0 needs 4 items, but a test can hold 3',
    ],
    [
      'a domain that the bank lacks',
      bank,
      [{ domain: 'ethics', minimum: 1, maximum: 2 }],
      undefined,
      'Domain ethics needs 1 items, but the bank has none',
    ],
    [
      'minima above the length',
      bank,
      [
        { domain: 'd0', minimum: 3, maximum: 3 },
        { domain: 'd1', minimum: 2, maximum: 3 },
      ],
      undefined,
      'need 5 items together, more than the 4',
    ],
    ['more sets than there are', bank, [], { minimum: 1, maximum: 2 }, 'A test needs 1 sets, but the bank has 0'],
    ['an id twice', [...bank, ...bank.slice(0, 1)], [], undefined, 'Item i0 is in the bank twice'],
    [
      'a family in two domains',
      bank.map((item) => ({ ...item, family: 'f' })),
      [],
      undefined,
      'Family f lies in domains d0 and d1',
    ],
  ] as const)('says why: %s', (_, items, domains, sets, sentence) => {
    expect(reasonsOf(definitionOf(items, domains, sets, 4))).toContain(sentence);
  });

  it('names the length that the limits allow when it is too short', () => {
    const definition = definitionOf(bank, [{ domain: 'd0', minimum: 0, maximum: 0 }], undefined, 5);

    const reasons = reasonsOf({ ...definition, stopping: { minimumItems: 4, maximumItems: 5 } });

    expect(reasons).toContain('The longest test that meets all limits has 3 items, fewer than the 4');
  });

  it.each([
    [{ a: -0.4, b: 0, c: 0 }, 'discrimination a = -0.4 is not above 0'],
    [{ a: 1, b: Number.NaN, c: 0 }, 'difficulties are not all finite'],
    [{ a: 1, b: 0, c: 1 }, 'guessing c = 1 is not in [0, 1)'],
  ])('refuses an item with parameters %o', (parameters, sentence) => {
    const bad = { id: 'x', domain: 'd0', calibration: { kind: 'dichotomous', ...parameters } } as const;

    expect(reasonsOf(definitionOf([...bank, bad], [], undefined, 4))).toContain(sentence);
  });
});
