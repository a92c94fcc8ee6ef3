import { addDays, type Day } from '@cairn/kernel';
import type { Catalog } from '../catalog.ts';
import type { Profile } from '../schema/profile.ts';
import { BACKGROUNDS } from '../vocabulary.ts';
import { openOnes, type Ranking, rank } from './rank.ts';
import { answerInWords } from './words.ts';

/** One change of one answer that changes the first certification or the first role; verified by ranking again. */
export type Flip = {
  readonly about: 'certification' | 'role';
  readonly key: keyof Profile;
  /** The sentence's condition: "hours per week were 15 instead of 5". */
  readonly change: string;
  readonly newWinner: string;
  /** The profile with the change made, to try it. */
  readonly profile: Profile;
};

type Variant = {
  readonly key: keyof Profile;
  readonly change: string;
  readonly profile: Profile;
  readonly size: number;
};

const MOST_FLIPS = 8;
/** Another role each time would crowd out every other answer. */
const MOST_PER_KEY = 2;

function winners(ranking: Ranking) {
  return { certification: openOnes(ranking)[0]?.option.code, role: ranking.roles[0]?.option.id };
}

export function findFlips(catalog: Catalog, profile: Profile, today: Day, base: Ranking): readonly Flip[] {
  const before = winners(base);
  const found = new Map<string, Flip & { readonly size: number }>();
  for (const { key, change, profile: changed, size } of variants(catalog, profile, today)) {
    const after = winners(rank(catalog, changed, today, base.setting.prepared));
    for (const about of ['certification', 'role'] as const) {
      const newWinner = after[about];
      const isTrivial = about === key; // naming another role puts that role first
      if (isTrivial || newWinner === undefined || newWinner === before[about]) continue;
      const place = `${about} ${newWinner} ${key}`;
      const known = found.get(place);
      if (!known || size < known.size) found.set(place, { about, key, change, newWinner, profile: changed, size });
    }
  }
  const smallest = [...found.values()].sort(
    (a, b) => Number(a.about === 'role') - Number(b.about === 'role') || a.size - b.size,
  );
  return smallest
    .filter((one, index) => smallest.slice(0, index).filter((other) => isLike(one, other)).length < MOST_PER_KEY)
    .slice(0, MOST_FLIPS)
    .map(({ size: _, ...flip }) => flip);
}

function isLike(a: Flip, b: Flip): boolean {
  return a.about === b.about && a.key === b.key;
}

function variants(catalog: Catalog, profile: Profile, today: Day): readonly Variant[] {
  const steps: readonly Variant[][] = [
    ladder(catalog, profile, 'hoursPerWeek', 'your hours a week', [2, 4, 6, 8, 10, 15, 20, 30], 8),
    ladder(catalog, profile, 'experienceYears', 'your years of experience', [0, 1, 2, 3, 5, 8], undefined),
    ladder(catalog, profile, 'mathematics', 'your mathematics', [0, 1, 2, 3, 4], undefined),
    ladder(catalog, profile, 'programming', 'your programming', [0, 1, 2, 3, 4], undefined),
    ladder(catalog, profile, 'budgetUsd', 'your budget in USD', [50, 100, 150, 165, 200, 300], undefined),
    choice(catalog, profile, 'targetPlatform', 'the platform you want', ['aws', 'azure', 'any']),
    choice(catalog, profile, 'currentCloud', 'the cloud you use now', ['aws', 'azure', 'any']),
    choice(catalog, profile, 'background', 'your background', BACKGROUNDS),
    choice(
      catalog,
      profile,
      'role',
      'the role in mind',
      catalog.roles.map(({ id }) => id),
    ),
    dates(profile, today),
    enjoyments(catalog, profile),
  ];
  return steps.flat();
}

/** Ordered answers: the size of a change is the number of rungs between the two. */
function ladder(
  catalog: Catalog,
  profile: Profile,
  key: 'hoursPerWeek' | 'experienceYears' | 'mathematics' | 'programming' | 'budgetUsd',
  label: string,
  rungs: readonly number[],
  usual: number | undefined,
): Variant[] {
  const now = profile[key];
  const start = now ?? usual;
  return rungs
    .filter((rung) => rung !== now)
    .map((rung) => ({
      key,
      change: wereInWords(catalog, key, label, rung, now),
      profile: { ...profile, [key]: rung },
      size: start === undefined ? 2 : 1 + between(rungs, start, rung) / rungs.length,
    }));
}

/** "your programming were "Small scripts" instead of "Never programmed"": answers with a name are quoted. */
function wereInWords(
  catalog: Catalog,
  key: keyof Profile,
  label: string,
  changed: string | number,
  now: string | number | undefined,
): string {
  const named = (value: string | number) => {
    const words = answerInWords(catalog, key, value);
    return words === String(value) ? words : `"${words}"`;
  };
  return `${label} were ${named(changed)}${now === undefined ? '' : ` instead of ${named(now)}`}`;
}

function between(rungs: readonly number[], a: number, b: number): number {
  return rungs.filter((rung) => rung > Math.min(a, b) && rung < Math.max(a, b)).length;
}

/** Unordered answers: any other one is one change; a platform is easier to reconsider than a background. */
function choice<Key extends 'targetPlatform' | 'currentCloud' | 'background' | 'role'>(
  catalog: Catalog,
  profile: Profile,
  key: Key,
  label: string,
  options: readonly NonNullable<Profile[Key]>[],
): Variant[] {
  const now = profile[key];
  const size = key === 'background' ? 3 : 1.5;
  return options
    .filter((option) => option !== now)
    .map((option) => ({
      key,
      change: wereInWords(catalog, key, label, option, now),
      profile: { ...profile, [key]: option },
      size,
    }));
}

function dates(profile: Profile, today: Day): Variant[] {
  const { wantedBy, ...undated } = profile;
  const open: Variant[] =
    wantedBy === undefined
      ? []
      : [{ key: 'wantedBy', change: 'there were no date to meet', profile: undated, size: 1.4 }];
  const later = [60, 120, 240].map((days) => addDays((wantedBy ?? today) as Day, days)); // parsed as a calendar day
  return [
    ...open,
    ...later.map((day, step) => ({
      key: 'wantedBy' as const,
      change: `the date wanted were ${day}${wantedBy === undefined ? '' : ` instead of ${wantedBy}`}`,
      profile: { ...profile, wantedBy: day },
      size: 1.1 + step / 4,
    })),
  ];
}

function enjoyments(catalog: Catalog, profile: Profile): Variant[] {
  const question = catalog.advisor.questions.find(({ key }) => key === 'enjoys');
  const { enjoys = [] } = profile;
  return (question?.options ?? []).map(({ value, label }) => {
    const tag = String(value);
    const without = enjoys.filter((one) => one !== tag);
    const added = without.length === enjoys.length;
    return {
      key: 'enjoys',
      change: `you ${added ? 'also enjoyed' : 'did not enjoy'} "${label}"`,
      profile: { ...profile, enjoys: added ? [...enjoys, tag] : without },
      size: 1.2,
    };
  });
}
