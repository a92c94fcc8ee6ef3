import { grouped, percent } from '../number-words.ts';
import { alwaysNo, CASES, type Counts, countsOf, METRICS, type Scores, type Setting, scoresOf } from './model.ts';

export const TITLE = 'Rare cases: what accuracy hides';

/** "0.5 %", "12 %": as many digits as tell something. */
export const shareText = (share: number): string => percent(share, share < 0.1 || share > 0.985 ? 1 : 0);

export const scoreText = (score: number | undefined): string => (score === undefined ? 'no value' : shareText(score));

export function sentence({ prevalence, positives }: Setting, counts: Counts, scores: Scores): string {
  const alarms = counts.truePositives + counts.falsePositives;
  const no = scoresOf(alwaysNo(prevalence)).accuracy ?? 0;
  const own = scores.accuracy ?? 0;
  const begin = `With ${shareText(prevalence)} ${positives}, ${grouped(alarms)} of ${grouped(CASES)} cases raise an alarm and ${grouped(counts.truePositives)} of those are right`;
  if (own < no)
    return `${begin}. By accuracy the detector (${shareText(own)}) loses to always saying no (${shareText(no)}), which finds none.`;
  return `${begin}. Its accuracy is ${shareText(own)}; always saying no reaches ${shareText(no)} and finds none.`;
}

export function rowsOf(setting: Setting): string[][] {
  const own = scoresOf(countsOf(setting));
  const no = scoresOf(alwaysNo(setting.prevalence));
  return METRICS.map((metric) => [metric, scoreText(own[metric]), scoreText(no[metric])]);
}

export function inWords(setting: Setting): string {
  const tell = (prevalence: number) => {
    const scores = scoresOf(countsOf({ ...setting, prevalence }));
    return `at ${shareText(prevalence)}, accuracy ${scoreText(scores.accuracy)}, precision ${scoreText(scores.precision)}, F1 ${scoreText(scores.F1)}`;
  };
  return `One detector that never changes: it finds ${shareText(setting.recall)} of the ${setting.positives} and raises an alarm on ${shareText(setting.falseAlarmRate)} of the rest. Only how common the ${setting.positives} are changes: ${[0.5, 0.1, 0.01, 0.001].map(tell).join('; ')}. Recall stays the same, but precision falls, because the few true alarms drown in the many false ones. Accuracy hides it: always saying no has an accuracy of ${shareText(0.99)} at 1 % and finds nothing.`;
}
