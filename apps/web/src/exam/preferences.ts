/** How the candidate likes the player. Kept in this browser; a value that cannot be read is the default. */
export type Preferences = {
  readonly zoomPercent: number;
  readonly isHighContrast: boolean;
  readonly isTimerHidden: boolean;
  readonly hasSingleKeys: boolean;
};

export const DEFAULTS: Preferences = {
  zoomPercent: 100,
  isHighContrast: false,
  isTimerHidden: false,
  hasSingleKeys: true,
};

export const ZOOM = { min: 90, max: 150, step: 10 } as const;

const KEY = 'cairn-player';

export function parsePreferences(text: string | null): Preferences {
  const stored = objectOf(text);
  const flag = (name: 'isHighContrast' | 'isTimerHidden' | 'hasSingleKeys') => {
    const value = stored[name];
    return typeof value === 'boolean' ? value : DEFAULTS[name];
  };
  const zoom = stored.zoomPercent;
  return {
    zoomPercent: typeof zoom === 'number' ? clampZoom(zoom) : DEFAULTS.zoomPercent,
    isHighContrast: flag('isHighContrast'),
    isTimerHidden: flag('isTimerHidden'),
    hasSingleKeys: flag('hasSingleKeys'),
  };
}

function objectOf(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {}; // written by something else: the defaults serve
  }
}

export const clampZoom = (percent: number): number =>
  Number.isFinite(percent) ? Math.min(ZOOM.max, Math.max(ZOOM.min, Math.round(percent / 10) * 10)) : 100;

export function readPreferences(): Preferences {
  try {
    return parsePreferences(localStorage.getItem(KEY));
  } catch {
    return DEFAULTS; // storage refused
  }
}

export function writePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Storage refused: they last as long as the page.
  }
}
