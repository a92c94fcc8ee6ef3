import type { Catalog } from '../catalog.ts';
import type { Profile } from '../schema/profile.ts';
import type { Background } from '../vocabulary.ts';

/** What an answer is called where it was asked: "Professional developer", not 4. */
export function answerInWords(catalog: Catalog, key: keyof Profile, value: string | number): string {
  if (key === 'role') return catalog.roles.find(({ id }) => id === value)?.name ?? String(value);
  const question = catalog.advisor.questions.find((one) => one.key === key);
  return question?.options.find((option) => option.value === value)?.label ?? String(value);
}

/** Where somebody comes from, to follow "from". */
export const ORIGINS: Readonly<Record<Background, string>> = {
  software: 'software development',
  'data-science': 'data science',
  'data-engineering': 'data engineering',
  'cloud-ops': 'cloud, systems or DevOps work',
  analyst: 'analysis and reporting',
  student: 'their studies',
  business: 'business, product or management',
  other: 'other fields',
};

/** "up to 10 years", "1 to 3 years". */
export function yearsInWords([low, high]: readonly [number, number]): string {
  const unit = high === 1 ? 'year' : 'years';
  return low === 0 ? `up to ${high} ${unit}` : `${low} to ${high} ${unit}`;
}
