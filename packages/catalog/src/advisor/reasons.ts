import type { Catalog } from '../catalog.ts';
import type { Certification } from '../schema/certification-file.ts';
import type { Profile } from '../schema/profile.ts';
import type { Role } from '../schema/role-file.ts';
import type { CriterionId } from '../vocabulary.ts';
import { priceToday, studyHoursFor, USUAL_HOURS_PER_WEEK, weeksToReady } from './effort.ts';
import type { Contribution, Scored } from './rank.ts';
import { type Cloud, cloudOf, type Leaning, leaningOf, type Setting } from './values.ts';
import { answerInWords, ORIGINS, yearsInWords } from './words.ts';

/** How many contributions are named as the ones that decided. */
const DECIDING = 3;

/** The contributions that set an option apart: most points above what a neutral value would have given. */
export function deciding(contributions: readonly Contribution[]): readonly Contribution[] {
  return [...contributions]
    .filter(({ value }) => value > 0.5)
    .sort((a, b) => b.weight * (b.value - 0.5) - a.weight * (a.value - 0.5))
    .slice(0, DECIDING);
}

export function labelOf(catalog: Catalog, criterion: CriterionId): string {
  return catalog.advisor.criteria.find(({ id }) => id === criterion)?.label ?? criterion;
}

/** The words for each criterion; they say what in the profile met what in the option. */
const CERTIFICATION_WORDS: Readonly<Record<CriterionId, (option: Certification, setting: Setting) => string>> = {
  'role-fit': ({ code }, { role }) => {
    const link = role?.certifications.find((one) => one.code === code);
    return `for the role ${role?.name ?? 'in mind'}: ${link?.why ?? 'little to do with it'}`;
  },
  'platform-fit': (option, { profile, prepared }) =>
    `it is on ${CLOUDS[cloudOf(option)]}, ${LEANINGS[leaningOf(profile, prepared)?.from ?? 'target']}`,
  'background-fit': (_, { profile }) => `it suits people who come from ${originOf(profile)}`,
  'level-fit': ({ experienceYears }, { profile }) =>
    `it expects ${yearsInWords(experienceYears)} of experience, and you have ${profile.experienceYears ?? 'not said'}`,
  'mathematics-fit': ({ mathematics }, setting) => depthInWords('mathematics', mathematics, setting),
  'programming-fit': ({ programming }, setting) => depthInWords('programming', programming, setting),
  'enjoyment-fit': ({ code }, { catalog, profile }) =>
    `it is about what you enjoy: ${sharedJoys(catalog, profile, catalog.advisor.appeals.certifications[code])}`,
  'time-to-ready': (option, { profile }) => {
    const hours = Math.round(studyHoursFor(option, profile.background));
    const weeks = Math.ceil(weeksToReady(option, profile));
    const pace = profile.hoursPerWeek === undefined ? `at ${USUAL_HOURS_PER_WEEK} hours a week` : 'at your pace';
    return `about ${hours} hours of study (our estimate), ${weeks} ${weeks === 1 ? 'week' : 'weeks'} ${pace}`;
  },
  cost: (option) => `the exam costs USD ${priceToday(option) ?? 'an amount that was not found'}`,
  durability: ({ validity }) =>
    validity.value?.kind === 'no-expiry'
      ? 'it does not expire'
      : `it stays valid for ${validity.value === null ? 'a time that was not found' : yearsOf(validity.value.years)}`,
  demand: () => 'the roles it speaks to have many salary records (a weak sign of demand)',
  'asked-for': ({ code }, { profile: { targetCertification = code } }) =>
    targetCertification === code ? code : `it takes the place of ${targetCertification}`,
  postings: postingsInWords,
};

function postingsInWords(option: Certification, { profile, prepared }: Setting): string {
  const { onCloud = 0, covered = 0, quote } = prepared.postings.get(option.code) ?? {};
  const counted = `${onCloud} of your ${profile.postings?.postings ?? 0} postings ask for ${CLOUDS[cloudOf(option)]}`;
  const words = quote === undefined ? '' : ` ("${quote}")`;
  return `${counted}${words}, and its task statements name ${Math.round(100 * covered)} % of what they ask for`;
}

const yearsOf = (years: number) => `${years} ${years === 1 ? 'year' : 'years'}`;

const CLOUDS: Readonly<Record<Cloud, string>> = { aws: 'AWS', azure: 'Azure and Microsoft' };

const LEANINGS: Readonly<Record<Leaning['from'], string>> = {
  target: 'the platform you named',
  'asked-for': 'as the exam you asked for',
  current: 'the cloud you use now',
};

function originOf({ background }: Profile): string {
  return background ? ORIGINS[background] : 'your field';
}

function depthInWords(key: 'mathematics' | 'programming', expected: number, { catalog, profile }: Setting): string {
  const asked = answerInWords(catalog, key, expected);
  const has = profile[key];
  if (has === undefined || has === expected) return `it asks for what you have, "${asked}"`;
  return `it asks for "${asked}", and you said "${answerInWords(catalog, key, has)}"`;
}

function sharedJoys(catalog: Catalog, { enjoys = [] }: Profile, appeals: readonly string[] = []): string {
  const shared = enjoys.filter((one) => appeals.includes(one));
  return shared.map((one) => lowered(answerInWords(catalog, 'enjoys', one))).join('; ');
}

/** A label inside a sentence; what it says further on, such as "AI", keeps its capitals. */
function lowered(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

export function certificationReasons({ option, contributions }: Scored<Certification>, setting: Setting): string[] {
  const reasons = deciding(contributions).map(
    ({ criterion }) => `${labelOf(setting.catalog, criterion)}: ${CERTIFICATION_WORDS[criterion](option, setting)}.`,
  );
  const { status, lifecycle } = option;
  if (status === 'beta' && lifecycle.note)
    reasons.push(lifecycle.note.startsWith('Beta') ? lifecycle.note : `In beta. ${lifecycle.note}`);
  if (status === 'retiring' && lifecycle.note) reasons.push(`Ending. ${lifecycle.note}`);
  const { languages = [] } = setting.profile;
  if (languages.length > 0 && !languages.includes('en') && option.languages.grade === 'M') {
    const named = languages.map((one) => answerInWords(setting.catalog, 'languages', one));
    reasons.push(`Language: that it is offered in ${named.join(' or ')} is not verified; look before you book.`);
  }
  if (option.exam.priceUsd.value === null) reasons.push('Price: not found in any source read.');
  return reasons;
}

export function roleReasons({ option, contributions }: Scored<Role>, setting: Setting): string[] {
  const { catalog, profile } = setting;
  const words: Readonly<Partial<Record<CriterionId, string>>> = {
    'role-fit': profile.role === option.id ? 'the role you have in mind' : 'next to the role you have in mind',
    'background-fit': `people come to it from ${originOf(profile)}`,
    'level-fit': `usual with ${yearsInWords(option.experienceYears)} of experience`,
    'mathematics-fit': depthInWords('mathematics', option.mathematics, setting),
    'programming-fit': depthInWords('programming', option.programming, setting),
    'enjoyment-fit': `its days are about what you enjoy: ${sharedJoys(catalog, profile, catalog.advisor.appeals.roles[option.id])}`,
    demand: 'many salary records name it (a weak sign of demand)',
  };
  return deciding(contributions).map(({ criterion }) => `${labelOf(catalog, criterion)}: ${words[criterion] ?? ''}.`);
}

export type Contrast = {
  readonly winner: string;
  readonly runnerUp: string;
  readonly difference: number;
  /** Where the points differ most; positive speaks for the winner. */
  readonly by: readonly { readonly criterion: CriterionId; readonly label: string; readonly difference: number }[];
  readonly sentence: string;
};

export function contrastOf(catalog: Catalog, first: Scored<Certification>, second: Scored<Certification>): Contrast {
  const by = first.contributions
    .map(({ criterion, points }, index) => {
      const difference = points - (second.contributions[index]?.points ?? 0);
      return { criterion, label: labelOf(catalog, criterion), difference };
    })
    .filter(({ difference }) => Math.abs(difference) > 0.001)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
    .slice(0, DECIDING);
  const names = (sign: 1 | -1) =>
    by.filter((one) => Math.sign(one.difference) === sign).map((one) => one.label.toLowerCase());
  const ahead = names(1);
  const behind = names(-1);
  const parts = [
    ahead.length > 0
      ? `${first.option.code} is ahead on ${ahead.join(', ')}`
      : `${first.option.code} is ahead on many small things`,
    ...(behind.length > 0 ? [`${second.option.code} is ahead on ${behind.join(', ')}`] : []),
  ];
  return {
    winner: first.option.code,
    runnerUp: second.option.code,
    difference: first.score - second.score,
    by,
    sentence: `${parts.join('; ')}.`,
  };
}
