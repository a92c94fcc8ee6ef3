import { assembleForm } from './assembly/assemble.ts';
import { candidatesOf, countBy } from './assembly/candidate.ts';
import type { Domain } from './form.ts';
import type { Item } from './item.ts';
import type { ExamProfile } from './profile.ts';

/** What a bank holds, and whether that is enough for a full form. */
export type BankSummary = {
  items: number;
  questions: number;
  /** Items, practice kinds included. */
  byKind: Record<string, number>;
  byDomain: { number: number; name: string; weightPercent: number; questions: number }[];
  canFillForm: boolean;
  missing: string[];
};

export type Bank = {
  readonly profile: ExamProfile;
  readonly domains: readonly Domain[];
  readonly items: readonly Item[];
};

export function summarizeBank({ profile, domains, items }: Bank): BankSummary {
  const candidates = candidatesOf(items, domains, new Set());
  const weights = domains.reduce((sum, { weight }) => sum + weight, 0);
  const inDomain = countBy(candidates.flatMap((candidate) => candidate.domains));
  // Any seed serves: whether a form exists is decided exactly for all but the draw of composites, which tries many.
  const assembly = assembleForm({ profile, domains, items, seed: 'bank-summary' });
  return {
    items: items.length,
    questions: candidates.reduce((sum, { questions }) => sum + questions.length, 0),
    byKind: Object.fromEntries(countBy(candidates.map(({ kind }) => kind))),
    byDomain: domains.map(({ number, name, weight }) => ({
      number,
      name,
      weightPercent: (100 * weight) / weights,
      questions: inDomain.get(number) ?? 0,
    })),
    canFillForm: assembly.outcome === 'assembled',
    missing: assembly.outcome === 'short' ? [...assembly.missing] : [],
  };
}
