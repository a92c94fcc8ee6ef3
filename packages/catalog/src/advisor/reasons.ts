import type { Catalog } from '../catalog.ts';
import type { Certification } from '../schema/certification-file.ts';
import type { Role } from '../schema/role-file.ts';
import type { CriterionId } from '../vocabulary.ts';
import { priceToday, studyHoursFor, weeksToReady } from './effort.ts';
import type { Contribution, Scored } from './rank.ts';
import type { Setting } from './values.ts';

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
  'platform-fit': ({ vendor }) =>
    `it is on ${vendor === 'aws' ? 'AWS' : 'Azure and Microsoft'}, the platform you named`,
  'background-fit': (_, { profile }) => `it builds on a background in ${profile.background ?? 'your field'}`,
  'level-fit': ({ experienceYears: [low, high] }) => `it expects about ${low} to ${high} years of experience`,
  'mathematics-fit': ({ mathematics }) => `it asks for mathematics at ${mathematics} of 4`,
  'programming-fit': ({ programming }) => `it asks for programming at ${programming} of 4`,
  'enjoyment-fit': () => 'it is about things you enjoy',
  'time-to-ready': (option, { profile }) =>
    `about ${Math.round(studyHoursFor(option, profile.background))} hours of study (our estimate), ${Math.ceil(weeksToReady(option, profile))} weeks at your pace`,
  cost: (option) => `the exam costs USD ${priceToday(option) ?? 'an amount that was not found'}`,
  durability: ({ validity }) =>
    validity.value?.kind === 'no-expiry'
      ? 'it does not expire'
      : `it stays valid for ${validity.value?.years ?? 'an unknown number of'} years`,
  demand: () => 'the roles it speaks to have many salary records (a weak sign of demand)',
  'asked-for': (_, { profile }) => `you asked for ${profile.targetCertification ?? 'it'}`,
};

export function certificationReasons({ option, contributions }: Scored<Certification>, setting: Setting): string[] {
  const reasons = deciding(contributions).map(
    ({ criterion }) => `${labelOf(setting.catalog, criterion)}: ${CERTIFICATION_WORDS[criterion](option, setting)}.`,
  );
  const { status, lifecycle } = option;
  if (status === 'beta' && lifecycle.note) reasons.push(`In beta. ${lifecycle.note}`);
  if (status === 'retiring' && lifecycle.note) reasons.push(`Ending. ${lifecycle.note}`);
  if (option.exam.priceUsd.value === null) reasons.push(`Price: ${option.exam.priceUsd.note ?? 'not found.'}`);
  return reasons;
}

export function roleReasons({ option, contributions }: Scored<Role>, { catalog, profile }: Setting): string[] {
  const words: Readonly<Partial<Record<CriterionId, string>>> = {
    'role-fit': profile.role === option.id ? 'the role you have in mind' : 'next to the role you have in mind',
    'background-fit': `people come to it from ${profile.background ?? 'your field'}`,
    'level-fit': `usual with ${option.experienceYears[0]} to ${option.experienceYears[1]} years of experience`,
    'mathematics-fit': `uses mathematics at ${option.mathematics} of 4`,
    'programming-fit': `uses programming at ${option.programming} of 4`,
    'enjoyment-fit': 'its days are filled with things you enjoy',
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
