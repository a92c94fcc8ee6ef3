import { decimal } from '../number-words.ts';
import { alarmWeek, type Measures, type Setting, watch } from './model.ts';

export const TITLE = 'Drift, week by week';

export const pText = (p: number): string => (p < 0.001 ? 'under 0.001' : decimal(p, 3));

export function sentence(setting: Setting, measures: readonly Measures[]): string {
  const { week, alarmAt, retrained } = setting;
  const now = measures[week];
  const begin = measures[0];
  if (!now || !begin) return '';
  const alarm = alarmWeek(measures, setting);
  const state = `Week ${week}: the index is ${decimal(now.psi)}, the error ${decimal(now.error)}`;
  if (retrained.includes(week))
    return `${state}. A new model is trained on these weeks and serves from week ${week + 1}; move on to see what it does.`;
  const last = retrained.filter((one) => one < week).at(-1);
  if (alarm !== undefined) {
    const since = alarm === week ? 'The alarm goes off now' : `The alarm has been on since week ${alarm}`;
    return `${state} (it began at ${decimal(begin.error)}). ${since}: look at what changed, and train anew.`;
  }
  if (last !== undefined)
    return `${state}; the first model would be at ${decimal(now.firstError)}. The index compares with the rows of the new training, so it began anew.`;
  if (now.pValue < 0.01)
    return `${state}. No alarm at ${decimal(alarmAt)} yet, but the Kolmogorov–Smirnov test already sees a shift (p ${pText(now.pValue)}): with many rows it sees what does not matter yet.`;
  return `${state}. Nothing to see: what wanders below ${decimal(alarmAt)} is the chance of a sample.`;
}

const TOLD: readonly number[] = [0, 4, 8, 10, 12, 14, 16, 20, 25];

export const rowsOf = (measures: readonly Measures[]): string[][] =>
  measures
    .filter(({ week }) => TOLD.includes(week))
    .map(({ week, psi, ks, pValue, error }) => [`${week}`, decimal(psi), decimal(ks), pText(pValue), decimal(error)]);

export function inWords(setting: Setting): string {
  const { measures } = watch({ ...setting, retrained: [] });
  const alarm = measures.find(({ psi }) => psi >= setting.alarmAt)?.week;
  const [first, last] = [measures[0], measures.at(-1)];
  const trained = watch({ ...setting, retrained: alarm === undefined ? [] : [alarm] }).measures.at(-1);
  const whenAlarm =
    alarm === undefined
      ? `It never reaches ${decimal(setting.alarmAt)}.`
      : `It passes ${decimal(setting.alarmAt)} in week ${alarm}.`;
  return `A feature keeps its distribution for six weeks, then its mean moves by ${decimal(setting.speed)} standard deviations a week. The population stability index (PSI) compares each week with the training data: ${decimal(first?.psi ?? 0)} in week 0, ${decimal(last?.psi ?? 0)} in week 25. ${whenAlarm} The model is a straight line that fits where it was trained; as the inputs move away its error grows from ${decimal(first?.error ?? 0)} to ${decimal(last?.error ?? 0)}. Trained anew at the alarm it would end at ${decimal(trained?.error ?? 0)}. Inputs can be watched at once; true outcomes, and with them the error, often arrive weeks later.`;
}
