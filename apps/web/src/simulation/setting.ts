/** What a coach can turn. Abilities are logits from the pass line of the made-up exam; shares lie in [0, 1]. */
export type Setting = {
  readonly answers: number;
  /** Whoever is estimated at or above it is called ready. */
  readonly cut: number;
  readonly truth: 'one' | 'group';
  /** The one candidate's true ability, or the group's mean. */
  readonly ability: number;
  /** Standard deviation of true ability in the group. */
  readonly spread: number;
  /** Standard deviation of the error in the difficulty that the engine believes of each question. */
  readonly miscalibration: number;
  readonly choice: 'adaptive' | 'random';
  /** The chance that a pure guess is right. */
  readonly guessing: number;
  readonly seed: number;
};

export const DEFAULT_SETTING: Setting = {
  answers: 30,
  cut: 0,
  truth: 'one',
  ability: 0,
  spread: 1,
  miscalibration: 0.2,
  choice: 'random',
  guessing: 0.2,
  seed: 1,
};

type Limit = { readonly min: number; readonly max: number; readonly step: number };
export type Amount = 'answers' | 'cut' | 'ability' | 'spread' | 'miscalibration' | 'guessing' | 'seed';

export const LIMITS: Record<Amount, Limit> = {
  answers: { min: 5, max: 200, step: 5 },
  cut: { min: -1, max: 1, step: 0.1 },
  ability: { min: -3, max: 3, step: 0.1 },
  spread: { min: 0.2, max: 2, step: 0.1 },
  miscalibration: { min: 0, max: 0.8, step: 0.1 },
  guessing: { min: 0, max: 0.35, step: 0.05 },
  seed: { min: 1, max: 9999, step: 1 },
};

/** What the address holds: only what differs from the default. */
export type SettingSearch = { readonly [Key in keyof Setting]?: Setting[Key] };

/** The nearest value that the control can show; the default for what is no number. */
function amount(raw: unknown, key: Amount): number {
  const { min, max, step } = LIMITS[key];
  if (typeof raw !== 'number' || !Number.isFinite(raw)) return DEFAULT_SETTING[key];
  const stepped = min + Math.round((Math.min(max, Math.max(min, raw)) - min) / step) * step;
  return Number(stepped.toFixed(2));
}

/** A setting from an address that anybody may have edited: every value is one that the controls could show. */
export function settingOf(raw: Record<string, unknown>): Setting {
  return {
    answers: amount(raw.answers, 'answers'),
    cut: amount(raw.cut, 'cut'),
    truth: raw.truth === 'group' ? 'group' : 'one',
    ability: amount(raw.ability, 'ability'),
    spread: amount(raw.spread, 'spread'),
    miscalibration: amount(raw.miscalibration, 'miscalibration'),
    choice: raw.choice === 'adaptive' ? 'adaptive' : 'random',
    guessing: amount(raw.guessing, 'guessing'),
    seed: amount(raw.seed, 'seed'),
  };
}

/** A short address: what is as it was is left out. */
export function searchOf(setting: Setting): SettingSearch {
  const entries = Object.entries(setting).filter(([key, value]) => DEFAULT_SETTING[key as keyof Setting] !== value);
  return Object.fromEntries(entries);
}
