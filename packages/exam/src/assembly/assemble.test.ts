import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Form, type FormScope } from '../form.ts';
import type { Item } from '../item.ts';
import type { ExamProfile } from '../profile.ts';
import { OPEN_PROFILE, SAMPLE_DOMAINS, SECTIONED_PROFILE, sampleBank, sampleItem } from '../sample-bank.ts';
import { slotsOf } from '../slots.ts';
import { assembleForm, type FormRequest } from './assemble.ts';
import { countBy } from './candidate.ts';
import { quotasOf } from './quota.ts';

const openBank = sampleBank(OPEN_PROFILE);
const sectionedBank = sampleBank(SECTIONED_PROFILE);
const requestFor = (profile: ExamProfile, items: readonly Item[], seed = 'seed'): FormRequest => ({
  profile,
  domains: SAMPLE_DOMAINS,
  items,
  seed,
});

function formOf(request: FormRequest): Form {
  const assembly = assembleForm(request);
  if (assembly.outcome === 'short') throw new Error(assembly.missing.join(' '));
  return assembly.form;
}

const missingFor = (request: FormRequest): readonly string[] => {
  const assembly = assembleForm(request);
  return assembly.outcome === 'short' ? assembly.missing : [];
};

const itemsOf = (form: Form): string[] => [...new Set(slotsOf(form).map(({ itemId }) => itemId))];

function expectBlueprint(form: Form, profile: ExamProfile, items: readonly Item[]): void {
  const slots = slotsOf(form);
  const { questions, unscored } = profile.form;
  const all = countBy(slots.map(({ domain }) => domain));
  const scored = countBy(slots.filter((slot) => slot.scored).map(({ domain }) => domain));
  for (const quota of quotasOf(SAMPLE_DOMAINS, questions, unscored)) {
    expect(all.get(quota.domain.number) ?? 0).toBe(quota.questions);
    expect(scored.get(quota.domain.number) ?? 0).toBe(quota.scored);
  }
  const used = itemsOf(form);
  const kinds = countBy(items.filter(({ id }) => used.includes(id)).map(({ question }) => question.kind));
  for (const { kind, min, max } of profile.kindTargets) {
    expect(kinds.get(kind) ?? 0, kind).toBeGreaterThanOrEqual(min);
    expect(kinds.get(kind) ?? 0, kind).toBeLessThanOrEqual(max);
  }
  expect(new Set(slots.map(({ itemId, part }) => `${itemId} ${part}`)).size).toBe(questions);
  expect(slots.some(({ practiceOnly }) => practiceOnly)).toBe(false);
}

describe.each([
  { name: 'open', profile: OPEN_PROFILE, items: openBank },
  { name: 'sectioned', profile: SECTIONED_PROFILE, items: sectionedBank },
])('a full $name form', ({ profile, items }) => {
  it('follows the blueprint from every seed', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => expectBlueprint(formOf(requestFor(profile, items, seed)), profile, items)),
    );
  });

  it('is the same for the same seed, whatever the order of the files', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(items.length), (seed, cut) => {
        const turned = [...items.slice(cut), ...items.slice(0, cut)];

        expect(formOf(requestFor(profile, turned, seed))).toEqual(formOf(requestFor(profile, items, seed)));
      }),
      { numRuns: 20 },
    );
  });

  it('differs between seeds', () => {
    const forms = Array.from({ length: 10 }, (_, i) => itemsOf(formOf(requestFor(profile, items, `seed-${i}`))));

    expect(new Set(forms.map((ids) => ids.toSorted().join())).size).toBe(10);
  });

  it('starves no task', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const tasks = new Set(slotsOf(formOf(requestFor(profile, items, seed))).map(({ task }) => task));

        expect(tasks.size).toBe(7);
      }),
    );
  });

  it('is about as hard as the bank', () => {
    const official = items.filter(({ practiceOnly }) => !practiceOnly);
    const bankMean = official.reduce((sum, { angoff }) => sum + angoff, 0) / official.length;

    fc.assert(
      fc.property(fc.string(), (seed) => {
        const slots = slotsOf(formOf(requestFor(profile, items, seed)));

        expect(Math.abs(slots.reduce((sum, { angoff }) => sum + angoff, 0) / slots.length - bankMean)).toBeLessThan(
          0.03,
        );
      }),
    );
  });

  it('survives being frozen as JSON', () => {
    const form = formOf(requestFor(profile, items));

    expect(Form.parse(JSON.parse(JSON.stringify(form)))).toEqual(form);
  });

  it('numbers its questions from 1 in the order of its sections', () => {
    const slots = slotsOf(formOf(requestFor(profile, items)));

    expect(slots.map(({ number }) => number)).toEqual(slots.map((_, i) => i + 1));
    expect(slots[0]?.id).toBe('s01');
  });

  it('leaves out what is excluded', () => {
    const first = itemsOf(formOf(requestFor(profile, items)));
    const second = itemsOf(formOf({ ...requestFor(profile, items, 'other'), exclude: first }));

    expect(second.filter((id) => first.includes(id))).toEqual([]);
  });
});

it('freezes of a domain what a form may hold, whatever else the catalog says of it', () => {
  const domains = SAMPLE_DOMAINS.map((domain) => ({
    ...domain,
    weightMin: 1,
    tasks: [{ id: 'x', text: 'X', skills: [] }],
  }));
  const form = formOf({ ...requestFor(OPEN_PROFILE, openBank), domains });

  expect(Form.parse(form).domains[1]).toEqual({
    number: 2,
    name: 'Models',
    weight: 35,
    tasks: [{ id: 'x', text: 'X' }],
  });
});

it('lays sections out as the exam does, each composite in one of its own', () => {
  const { sections } = formOf(requestFor(SECTIONED_PROFILE, sectionedBank));

  expect(sections.map(({ id, kind, lock, title }) => ({ id, kind, lock, title }))).toEqual([
    { id: 'questions', kind: 'questions', lock: 'on-leaving', title: 'Questions' },
    { id: 'series-1', kind: 'series', lock: 'forward-only', title: 'Solution series' },
    { id: 'case-study-1', kind: 'case-study', lock: 'on-leaving', title: 'Case study: Fabrikam' },
  ]);
  expect(sections[2]?.context?.tabs[0]?.text).toBe('The background.');
  expect(sections[0]?.context).toBeNull();
});

it('has the minutes of the exam, and a shorter set its share', () => {
  const scope: FormScope = { kind: 'domain', domain: 1, questions: 5 };

  expect(formOf(requestFor(OPEN_PROFILE, openBank)).limitSeconds).toBe(52 * 60);
  expect(formOf({ ...requestFor(OPEN_PROFILE, openBank), scope }).limitSeconds).toBe(10 * 60);
});

describe('a bank that cannot fill a form', () => {
  it('is told which domain lacks how many', () => {
    const items = openBank.filter(({ id }) => !id.includes('-3-1') && !id.includes('-3-2-'));

    expect(missingFor(requestFor(OPEN_PROFILE, items))).toEqual([
      'Domain 3 (Operations) has 0 of the 7 questions that a form needs.',
    ]);
  });

  it('is told which kind lacks how many', () => {
    const items = openBank.filter(({ question }) => question.kind !== 'ordering');

    expect(missingFor(requestFor(OPEN_PROFILE, items))).toEqual([
      'The bank has 0 of the 1 ordering items that a form needs.',
    ]);
  });

  it('is told when only the combination fails', () => {
    const single = new Set<string>(['multiple-response', 'ordering', 'matching']);
    const items = openBank.filter(({ id, question }) => !id.includes('-3-') || single.has(question.kind));
    const tight = { ...OPEN_PROFILE, kindTargets: [{ kind: 'multiple-choice' as const, min: 20, max: 26 }] };

    expect(missingFor(requestFor(tight, items))).toEqual([expect.stringContaining('no choice of them fills')]);
  });

  it('names each lack of an empty bank', () => {
    const missing = missingFor(requestFor(SECTIONED_PROFILE, []));

    expect(missing).toHaveLength(6);
    expect(missing.join(' ')).toContain('0 of the 1 case-study items');
  });

  it('never gets a form that breaks the blueprint, whatever it holds', () => {
    fc.assert(
      fc.property(fc.subarray(openBank), fc.string(), (items, seed) => {
        const assembly = assembleForm(requestFor(OPEN_PROFILE, items, seed));

        if (assembly.outcome === 'short') expect(assembly.missing.length).toBeGreaterThan(0);
        else expectBlueprint(assembly.form, OPEN_PROFILE, items);
      }),
    );
  });
});

describe('a study set', () => {
  const domainScope = (domain: number, questions: number): FormScope => ({ kind: 'domain', domain, questions });

  it('asks up to the wanted number from one domain, all scored, practice kinds included', () => {
    const form = formOf({ ...requestFor(OPEN_PROFILE, openBank), scope: domainScope(3, 100) });
    const slots = slotsOf(form);

    expect(slots.every(({ domain, scored }) => domain === 3 && scored)).toBe(true);
    expect(slots.map(({ itemId }) => itemId)).toContain('demo/practice-screen');
  });

  it('touches every task of the domain even when short', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const form = formOf({ ...requestFor(OPEN_PROFILE, openBank, seed), scope: domainScope(1, 4) });

        expect(slotsOf(form)).toHaveLength(4);
        expect(new Set(slotsOf(form).map(({ task }) => task)).size).toBe(3);
      }),
    );
  });

  it('asks only those questions of a case study that belong to the domain', () => {
    const items = [sampleItem({ id: 'demo/case', kind: 'case-study', caseTasks: ['demo/1.1', 'demo/2.1'] })];
    const form = formOf({ ...requestFor(OPEN_PROFILE, items), scope: domainScope(2, 10) });

    expect(slotsOf(form).map(({ part }) => part)).toEqual(['ask-2']);
    expect(form.sections[0]).toMatchObject({ kind: 'case-study', lock: 'free' });
  });

  it('asks chosen items, most wanted first, each once', () => {
    const itemIds = [
      'demo/practice-case',
      'demo/ordering-1-1-0',
      'demo/ordering-1-1-0',
      'demo/gone',
      'demo/matching-2-1-0',
    ];
    const scope: FormScope = { kind: 'items', itemIds, questions: 3 };

    expect(itemsOf(formOf({ ...requestFor(OPEN_PROFILE, openBank), scope })).toSorted()).toEqual([
      'demo/ordering-1-1-0',
      'demo/practice-case',
    ]);
  });

  it('cuts a case study short rather than ask nothing', () => {
    const scope: FormScope = { kind: 'items', itemIds: ['demo/practice-case'], questions: 1 };

    expect(slotsOf(formOf({ ...requestFor(OPEN_PROFILE, openBank), scope }))).toHaveLength(1);
  });

  it('says in a sentence why it is empty', () => {
    const request = requestFor(OPEN_PROFILE, openBank);
    const none: FormScope = { kind: 'items', itemIds: [], questions: 5 };

    expect(missingFor({ ...request, scope: none })).toEqual(['None of the chosen items is in the bank.']);
    expect(missingFor({ ...request, scope: domainScope(9, 5) })).toEqual([
      'There is no domain 9: choose one of 1, 2, 3.',
    ]);
    expect(missingFor({ ...request, items: [], scope: domainScope(2, 5) })).toEqual([
      'The bank has no questions for domain 2 (Models).',
    ]);
  });
});
