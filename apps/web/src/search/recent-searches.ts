/** What was looked for in this browser, newest first. Nothing of it is sent anywhere. */
const KEY = 'cairn-searches';
const MOST = 6;

export function parseRecent(text: string | null): readonly string[] {
  try {
    const stored: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string' && one !== '').slice(0, MOST) : [];
  } catch {
    return []; // written by something else
  }
}

/** `query` in front; what it continues (“drif” before “drift”) goes. */
export function withRecent(recent: readonly string[], query: string): readonly string[] {
  const text = query.trim();
  const lower = text.toLowerCase();
  const others = recent.filter((one) => !lower.startsWith(one.toLowerCase()));
  return text === '' ? recent : [text, ...others].slice(0, MOST);
}

export function readRecent(): readonly string[] {
  try {
    return parseRecent(localStorage.getItem(KEY));
  } catch {
    return []; // storage refused
  }
}

function write(recent: readonly string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(recent));
  } catch {
    // Storage refused: they last as long as the page.
  }
}

export const noteRecent = (query: string): void => write(withRecent(readRecent(), query));

export const forgetRecent = (): void => write([]);
