import type { ExamSummary } from '@cairn/contract';
import { navigationOf, summarizeBank } from '@cairn/exam';
import type { ExamEntry } from './library.ts';

/** What the start page says of an exam: the vendor's shape and rules, and what our bank holds. */
export function summaryOf({ profile, domains, items, status }: ExamEntry): ExamSummary {
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
    bank: summarizeBank({ profile, domains, items }),
  };
}
