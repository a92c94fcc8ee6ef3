import { useEffect, useState } from 'react';
import { type Preferences, readPreferences, writePreferences } from './preferences.ts';

/** Preferences of this browser; high contrast paints the whole document, dialogs included, while the player is open. */
export type ChangePreferences = (change: (before: Preferences) => Partial<Preferences>) => void;

export function usePreferences(): readonly [Preferences, ChangePreferences] {
  const [preferences, setPreferences] = useState(readPreferences);
  const { isHighContrast } = preferences;
  useEffect(() => {
    if (!isHighContrast) return;
    document.documentElement.dataset.contrast = 'high';
    return () => {
      delete document.documentElement.dataset.contrast;
    };
  }, [isHighContrast]);
  // From what they are, not from what was last drawn: two keys may come between two frames.
  const change: ChangePreferences = (step) =>
    setPreferences((before) => {
      const next = { ...before, ...step(before) };
      writePreferences(next); // the same value again where React calls this twice
      return next;
    });
  return [preferences, change];
}
