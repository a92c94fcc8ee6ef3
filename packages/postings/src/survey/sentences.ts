import { FEW } from '../shares/share.ts';
import type { PayCount, PlatformCount, PlatformPair, Quartiles, Survey } from './survey.ts';
import { cloudName, counted, languageName, number, percent, series, shareWords } from './wording.ts';

export type SurveySentence = {
  readonly about: 'batch' | 'platforms' | 'order-of-platforms' | 'names' | 'certifications' | 'pay';
  readonly text: string;
};

const NAMES = 5;
/** Clouds that three quarters of postings never mention are not worth a sentence each. */
const PLATFORMS = 3;

function batch(survey: Survey): string[] {
  const { same, near } = survey.duplicates;
  const others = survey.otherLanguages.reduce((sum, { postings }) => sum + postings, 0);
  const languages = survey.otherLanguages.map(({ language, postings }) => `${languageName(language)} ${postings}`);
  return [
    survey.postings === 0
      ? 'No posting was read: nothing can be said.'
      : `${counted(survey.postings, 'posting')} read.`,
    ...(same + near > 0
      ? [`${counted(same + near, 'duplicate')} left out: ${number(same)} the same, ${number(near)} nearly so.`]
      : []),
    ...(others > 0
      ? [`${counted(others, 'posting')} in another language (${languages.join(', ')}): only pay is read from them.`]
      : []),
    ...(survey.unreadable > 0 ? [`${counted(survey.unreadable, 'text')} could not be read.`] : []),
    ...(survey.namesLeftOut > 0
      ? [`${counted(survey.namesLeftOut, 'name')} that few postings ask for left out: the list would be too long.`]
      : []),
  ];
}

function strengthWords({ byStrength, postings, ...platform }: PlatformCount): string {
  const parts = [
    [byStrength.required, 'required in'],
    [byStrength['one-of'], 'one among alternatives in'],
    [byStrength.preferred, 'preferred in'],
    [byStrength.stack, 'worked with but not asked for in'],
  ] as const;
  const said = parts.filter(([n]) => n > 0).map(([n, words]) => `${words} ${number(n)}`);
  return `${cloudName(platform)} in ${counted(postings, 'posting')}: ${series(said)}.`;
}

function platform(count: PlatformCount, postings: number): string[] {
  const { share, shareOfCloud } = count;
  const name = cloudName(count);
  if (postings < FEW) {
    const range = `${percent(share.low)} and ${percent(share.high)} %`;
    const text = `the share of ${name} lies anywhere between ${range}: read it as a hint.`;
    return [`With ${counted(postings, 'posting')} ${text}`, strengthWords(count)];
  }
  const ofCloud = shareOfCloud
    ? `; of the ${number(shareOfCloud.of)} that ask for any cloud, ${shareWords(shareOfCloud)}`
    : '';
  return [
    `${name} is asked for in ${shareWords(share)} of ${number(postings)} postings${ofCloud}.`,
    strengthWords(count),
  ];
}

/** Why one cloud is, or is not, said to be asked for more often than another. */
function order(pair: PlatformPair, survey: Survey): string {
  const find = (id: string) => survey.platforms.find((one) => one.id === id) ?? { id, canonical: id };
  const [more, less] = [cloudName(find(pair.more)), cloudName(find(pair.less))];
  const counts = `only ${more} in ${counted(pair.onlyMore, 'posting')}, only ${less} in ${number(pair.onlyLess)}`;
  const chance = `chance ${pair.chance > 0.995 ? 'above 99' : percent(pair.chance)} %`;
  if (pair.verdict === 'undecided') {
    return `Whether ${more} or ${less} is asked for more often is undecided: ${counts} (${chance} for ${more}).`;
  }
  const few = survey.postings < FEW ? ` So few postings say that of themselves only.` : '';
  return `${more} is asked for more often than ${less}: ${counts} (${chance}).${few}`;
}

function names(survey: Survey): string[] {
  const asked = survey.names.filter(({ kind, postings }) => kind !== 'certification' && postings > 0).slice(0, NAMES);
  if (asked.length === 0) return [];
  const isFew = survey.postings < FEW;
  const said = asked.map(({ canonical, postings, share }) =>
    isFew ? `${canonical} (${postings} of ${survey.postings})` : `${canonical} (${percent(share.estimate)} %)`,
  );
  return [`Asked for most: ${series(said)}.`];
}

function certifications({ certificates }: Survey): string[] {
  if (!certificates) return [];
  const { count, of } = certificates;
  const here = `A certification is named in ${number(count)} of ${counted(of, 'posting')}: ${shareWords(certificates)}.`;
  return [`${here} Postings rarely name one: of 1,718 read in 2026 about 2 % did.`];
}

const quartileWords = (what: string, { lower, median, upper }: Quartiles) =>
  `half of the ${what} ends lie between ${number(lower)} and ${number(upper)}, the middle is ${number(median)}`;

const unitOf = ({ currency, period }: Pick<PayCount, 'currency' | 'period'>) =>
  `${currency} ${period === 'hour' ? 'an' : 'a'} ${period}`;

function pay({ pay: groups }: Survey): string[] {
  const few = groups.filter(({ lows, highs }) => !lows.quartiles && !highs.quartiles);
  const many = groups.filter((group) => !few.includes(group));
  const counts = few.map((group) => `${unitOf(group)} by ${counted(group.postings, 'posting')}`);
  return [
    ...many.map((group) => quartilesSaid(group)),
    ...(few.length > 0 ? [`Pay is stated in ${series(counts)}: below ${FEW} no middle is given.`] : []),
  ];
}

function quartilesSaid({ postings, lows, highs, ...unit }: PayCount): string {
  const said = [
    ...(lows.quartiles ? [quartileWords('low', lows.quartiles)] : []),
    ...(highs.quartiles ? [quartileWords('high', highs.quartiles)] : []),
  ];
  return `Pay in ${unitOf(unit)}, ${counted(postings, 'posting')}: ${said.join('; ')}.`;
}

/** What a survey says in plain words, with what it does not say. */
export function sentencesOf(survey: Survey): SurveySentence[] {
  const asked = survey.platforms.filter(({ postings }) => postings > 0).slice(0, PLATFORMS);
  const ids = new Set(asked.map(({ id }) => id));
  const pairs = survey.platformPairs.filter(({ more, less }) => ids.has(more) && ids.has(less));
  const about = (topic: SurveySentence['about'], texts: readonly string[]) =>
    texts.map((text) => ({ about: topic, text }));
  return [
    ...about('batch', batch(survey)),
    ...about(
      'platforms',
      asked.flatMap((one) => platform(one, survey.postings)),
    ),
    ...about(
      'order-of-platforms',
      pairs.map((pair) => order(pair, survey)),
    ),
    ...about('names', names(survey)),
    ...about('certifications', certifications(survey)),
    ...about('pay', pay(survey)),
  ];
}
