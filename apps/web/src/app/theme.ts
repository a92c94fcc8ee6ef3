import { useEffect, useState } from 'react';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'cairn-theme'; // public/theme.js reads it before the first paint

function storedTheme(): Theme {
  try {
    return THEMES.find((theme) => theme === localStorage.getItem(KEY)) ?? 'system';
  } catch {
    return 'system'; // storage refused: the choice lasts as long as the page
  }
}

function store(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage refused: as above.
  }
}

/** The chosen theme, and the next one in the circle system → light → dark. */
export function useTheme(): { readonly theme: Theme; readonly next: Theme; readonly change: () => void } {
  const [theme, setTheme] = useState(storedTheme);
  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const paint = () => {
      const isDark = theme === 'dark' || (theme === 'system' && system.matches);
      document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
    };
    paint();
    system.addEventListener('change', paint);
    return () => system.removeEventListener('change', paint);
  }, [theme]);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
  const change = () => {
    store(next);
    setTheme(next);
  };
  return { theme, next, change };
}
