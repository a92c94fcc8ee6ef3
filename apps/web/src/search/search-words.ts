import type { SearchAnswer, SearchKind } from '@cairn/contract';
import { counted } from '../app/words.ts';

/** What each kind is called: one of it, and many. */
export const KINDS: Readonly<Record<SearchKind, { readonly one: string; readonly many: string }>> = {
  lesson: { one: 'Lesson', many: 'Lessons' },
  term: { one: 'Term', many: 'Terms' },
  card: { one: 'Card', many: 'Your cards' },
  question: { one: 'Question', many: 'Questions you answered' },
  lab: { one: 'Lab', many: 'Labs' },
  certification: { one: 'Certification', many: 'Certifications' },
  role: { one: 'Role', many: 'Roles' },
  faq: { one: 'Answer', many: 'Questions and answers' },
};

/** One sentence on what was found, and how. */
export function outcomeText({ match, total, query, searchedFor }: SearchAnswer): string {
  const results = counted(total, 'result');
  switch (match) {
    case 'all':
      return `${results}.`;
    case 'corrected':
      return `Nothing holds “${query.trim()}”. ${results} for “${searchedFor}”.`;
    case 'some':
      return `Nothing holds all of these words. ${results} with some of them.`;
    case 'none':
      return `Nothing found for “${query.trim()}”.`;
  }
}
