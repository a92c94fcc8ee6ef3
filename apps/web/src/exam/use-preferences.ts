import { useEffect, useState } from 'react';
import { type Preferences, readPreferences, writePreferences } from './preferences.ts';

/** Preferences of this browser; high contrast paints the whole document, dialogs included, while the player is open. */
export function usePreferences(): readonly [Preferences, (change: Partial<Preferences>) => void] {
  const [preferences, setPreferences] = useState(readPreferences);
  const { isHighContrast } = preferences;
  useEffect(() => {
    if (!isHighContrast) return;
    document.documentElement.dataset.contrast = 'high';
    return () => {
      delete document.documentElement.dataset.contrast;
    };
  }, [isHighContrast]);
  const change = (part: Partial<Preferences>) => {
    const next = { ...preferences, ...part };
    writePreferences(next);
    setPreferences(next);
  };
  return [preferences, change];
}
