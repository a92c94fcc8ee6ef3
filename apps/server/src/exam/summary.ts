import type { ExamSummary } from '@cairn/contract';
import { assembleForm, type CountableQuestion, domainOf, navigationOf, questionsOf } from '@cairn/exam';
import type { ExamEntry } from './library.ts';

function countBy<T>(values: readonly T[], key: (value: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[key(value)] = (counts[key(value)] ?? 0) + 1;
  return counts;
}

function bankOf({ profile, domains, items }: ExamEntry): ExamSummary['bank'] {
  const questions: readonly CountableQuestion[] = items.flatMap(questionsOf);
  const first = assembleForm({ profile, domains, items, seed: 'summary' });
  const total = domains.reduce((sum, { weight }) => sum + weight, 0);
  return {
    items: items.length,
    questions: questions.length,
    byKind: countBy(items, ({ question }) => question.kind),
    byDomain: domains.map(({ number, name, weight }) => ({
      number,
      name,
      weightPercent: (100 * weight) / total,
      questions: questions.filter((question) => domainOf(question) === number).length,
    })),
    canFillForm: first.outcome === 'assembled',
    missing: first.outcome === 'short' ? [...first.missing] : [],
  };
}

/** What the start page says of an exam: the vendor's shape and rules, and what our bank holds. */
export function summaryOf(entry: ExamEntry): ExamSummary {
  const { profile, status } = entry;
  return {
    id: profile.id,
    certification: profile.certification,
    code: profile.code,
    title: profile.title,
    vendor: profile.vendor,
    status,
    questions: profile.form.questions,
    unscored: profile.form.unscored,
    minutes: profile.minutes,
    credit: profile.credit,
    scale: profile.scale,
    navigation: navigationOf(profile),
    tools: profile.tools,
    rules: [...profile.rules, profile.breaks, profile.results],
    notes: profile.notes,
    bank: bankOf(entry),
  };
}
