import { loadContent } from '@cairn/content';
import type { Instant } from '@cairn/kernel';
import { beforeAll, expect, it } from 'vitest';
import { type ExamModel, examModels } from '../evidence/exam-model.ts';
import { libraryOf } from '../features.ts';
import { CONTENT } from '../testing.ts';
import { freezeDiagnosis } from './definition.ts';

const NOW = Date.parse('2026-11-21T09:00:00Z') as Instant;
const DAY = 86_400_000;

let model: ExamModel;
beforeAll(async () => {
  const content = await loadContent(CONTENT);
  const found = content.catalog && examModels(libraryOf(content, content.catalog)).get('aif-c01');
  if (found === undefined) throw new Error('no AIF-C01');
  model = found;
});

const answered = (itemId: string, daysAgo: number) => ({
  itemId,
  part: null,
  task: 'aif-c01/1.1',
  credit: 1,
  at: (NOW - daysAgo * DAY) as Instant,
});

const namesIn = (frozen: ReturnType<typeof freezeDiagnosis>) => frozen.questions.map(({ itemId }) => itemId);

it('asks what was not answered lately, as long as a domain has enough of that', () => {
  const all = freezeDiagnosis(model, [], NOW);
  const inThird = all.questions.filter(({ domain }) => domain === 3).map(({ itemId }) => itemId);
  const [lately, longAgo] = inThird;

  const frozen = freezeDiagnosis(model, [answered(lately ?? '', 3), answered(longAgo ?? '', 90)], NOW);

  expect(namesIn(frozen)).not.toContain(lately);
  expect(namesIn(frozen)).toContain(longAgo);
  expect(namesIn(frozen)).toHaveLength(all.questions.length - 1);
});

it('asks again what was answered longest ago when all was answered lately', () => {
  const all = freezeDiagnosis(model, [], NOW);
  const answers = namesIn(all).map((itemId, index) => answered(itemId, 1 + index / 10));

  const frozen = freezeDiagnosis(model, answers, NOW);

  const ages = new Map(answers.map(({ itemId, at }) => [itemId, NOW - at]));
  for (const { number } of model.entry.domains) {
    const own = all.questions.filter(({ domain }) => domain === number);
    const kept = frozen.questions.filter(({ domain }) => domain === number).map(({ itemId }) => itemId);
    const oldest = own.sort((a, b) => (ages.get(b.itemId) ?? 0) - (ages.get(a.itemId) ?? 0)).slice(0, kept.length);
    expect(kept.sort()).toEqual(oldest.map(({ itemId }) => itemId).sort());
  }
  expect(frozen.questions.length).toBeGreaterThanOrEqual(50);
});

it('is refused for a bank that is too small to tell anything', () => {
  const small = { ...model, entry: { ...model.entry, items: model.entry.items.slice(0, 9) } };

  expect(() => freezeDiagnosis(small, [], NOW)).toThrow('a diagnosis needs 15');
});
