import type { Rng } from '@cairn/kernel';
import { contextOf } from '@cairn/question-types';
import type { Section, Slot } from '../form.ts';
import { domainOf, leadingTask } from '../item-questions.ts';
import type { ExamProfile, SectionKind } from '../profile.ts';
import { type Candidate, isComposite } from './candidate.ts';

type Asked = { readonly candidate: Candidate; readonly question: Candidate['questions'][number] };
type Draft = Pick<Section, 'id' | 'kind' | 'title' | 'lock' | 'context'> & { readonly asked: readonly Asked[] };

/** Where the exam has no such section, practice shows it open. */
const PRACTICE_TITLES: Readonly<Record<SectionKind, string>> = {
  questions: 'Questions',
  series: 'Solution series',
  'case-study': 'Case study',
};

const asking = (candidate: Candidate): Asked[] => candidate.questions.map((question) => ({ candidate, question }));

const sectionKindOf = (candidate: Candidate): SectionKind => {
  if (!isComposite(candidate)) return 'questions';
  return candidate.kind === 'case-study' ? 'case-study' : 'series';
};

function draftsOf(kind: SectionKind, candidates: readonly Candidate[], { layout }: ExamProfile): Draft[] {
  const rule = layout.find((section) => section.kind === kind) ?? {
    kind,
    title: PRACTICE_TITLES[kind],
    lock: 'free' as const,
  };
  const members = candidates.filter((candidate) => sectionKindOf(candidate) === kind);
  if (members.length === 0) return [];
  if (kind === 'questions') return [{ ...rule, id: kind, context: null, asked: members.flatMap(asking) }];
  return members.map((candidate, i) => {
    const context = contextOf(candidate.item.question) ?? null;
    const name = context?.title ?? (members.length > 1 ? String(i + 1) : undefined);
    const title = name === undefined ? rule.title : `${rule.title}: ${name}`;
    return { ...rule, title, id: `${kind}-${i + 1}`, context, asked: asking(candidate) };
  });
}

function slotOf({ candidate: { item }, question }: Asked, number: number, unscored: ReadonlySet<string>): Slot {
  return {
    id: `s${String(number).padStart(2, '0')}`,
    number,
    itemId: item.id,
    version: item.version,
    ...(question.part === undefined ? {} : { part: question.part }),
    question: question.question,
    domain: domainOf(question),
    task: leadingTask(question),
    skills: item.skills,
    angoff: question.angoff,
    scored: !unscored.has(item.id),
    sources: item.sources,
    reviewBy: item.reviewBy,
    practiceOnly: item.practiceOnly,
  };
}

/** Sections in the order of the exam's layout, each composite in a section of its own; slots numbered throughout. */
export function layOut(
  candidates: readonly Candidate[],
  unscored: ReadonlySet<string>,
  profile: ExamProfile,
  rng: Rng,
): Section[] {
  const order = new Set<SectionKind>([...profile.layout.map(({ kind }) => kind), 'questions', 'series', 'case-study']);
  const mixed = rng.shuffle(candidates);
  let number = 0;
  return [...order]
    .flatMap((kind) => draftsOf(kind, mixed, profile))
    .map(({ asked, ...section }) => {
      const slots = asked.map((one) => {
        number += 1;
        return slotOf(one, number, unscored);
      });
      return { ...section, slots };
    });
}
