import type { Catalog } from './catalog.ts';
import type { Certification } from './schema/certification-file.ts';
import type { Faq } from './schema/reference-files.ts';

const missing = 'not found';

/** What `{{CODE.fact}}` in an answer may name. Answers thus follow the catalog when a fact changes. */
const FACTS: Readonly<Record<string, (certification: Certification) => string>> = {
  name: ({ name }) => name,
  price: ({ exam }) => (exam.priceUsd.value === null ? missing : `USD ${exam.priceUsd.value}`),
  minutes: ({ exam }) => (exam.minutes.value === null ? missing : `${exam.minutes.value} minutes`),
  questions: ({ exam: { questions } }) => {
    if (questions.value === null) return missing;
    return questions.value.kind === 'exact'
      ? `${questions.value.total}`
      : `${questions.value.low} to ${questions.value.high}`;
  },
  pass: ({ exam }) => (exam.pass.value === null ? missing : `${exam.pass.value.score} of ${exam.pass.value.max}`),
  validity: ({ validity }) => {
    if (validity.value === null) return missing;
    return validity.value.kind === 'no-expiry'
      ? 'no expiry'
      : `${validity.value.years} year${validity.value.years === 1 ? '' : 's'}`;
  },
  retiredOn: ({ lifecycle }) => lifecycle.retiredOn ?? missing,
  activeFrom: ({ lifecycle }) => lifecycle.activeFrom ?? missing,
  status: ({ status }) => status,
  successors: ({ successors }) => successors.join(' or ') || 'none',
  difficulty: ({ difficulty }) => `${difficulty.value} of 5`,
  hoursSoftware: ({ studyHours }) => studyHours.byBackground.software.join(' to '),
  hoursDataScience: ({ studyHours }) => studyHours.byBackground['data-science'].join(' to '),
  hoursStudent: ({ studyHours }) => studyHours.byBackground.student.join(' to '),
};

const PLACEHOLDER = /\{\{([A-Z0-9-]+)\.([A-Za-z]+)\}\}/g;

/** Placeholders that name no certification or no fact; empty when the answer is sound. */
export function unknownPlaceholders(certifications: readonly Certification[], answer: string): readonly string[] {
  return [...answer.matchAll(PLACEHOLDER)]
    .filter(([, code, fact]) => !certifications.some((one) => one.code === code) || !(`${fact}` in FACTS))
    .map(([all]) => all);
}

/** The answer in Markdown with the catalog's values filled in. */
export function faqAnswer(catalog: Pick<Catalog, 'certifications'>, { answer }: Faq): string {
  return answer.replace(PLACEHOLDER, (all, code: string, fact: string) => {
    const certification = catalog.certifications.find((one) => one.code === code);
    const words = FACTS[fact];
    return certification && words ? words(certification) : all;
  });
}
