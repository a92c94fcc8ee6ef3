import { ACRONYM_RULES } from './acronyms.ts';
import { LANGUAGE_RULES } from './languages.ts';
import type { NameRule } from './rule.ts';
import { SERVICE_WORD_RULES } from './service-words.ts';
import { TITLE_RULES } from './titles.ts';
import { VERB_RULES } from './verbs.ts';
import { WORD_RULES } from './words.ts';

/** Every rule, by family: verbs, languages, acronyms, service words, words, titles. */
const RULES: readonly NameRule[] = [
  ...VERB_RULES,
  ...LANGUAGE_RULES,
  ...ACRONYM_RULES,
  ...SERVICE_WORD_RULES,
  ...WORD_RULES,
  ...TITLE_RULES,
];

/** The rules of one spelling of a name. */
export function rulesOf(id: string, spelling: string): NameRule[] {
  return RULES.filter(
    (rule) =>
      rule.id === id &&
      (rule.spellings?.includes(spelling) ?? true) &&
      !(rule.isOfBareName === true && MAKER.test(spelling)),
  );
}

const MAKER = /^(?:Amazon|AWS|Apache|Google|Microsoft) /;
