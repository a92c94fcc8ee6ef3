import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./styles.css', import.meta.url), 'utf8');

/** The colours declared in one block of the style sheet. */
function coloursOf(block: string): ReadonlyMap<string, string> {
  const body = css.slice(css.indexOf(block)).split('}')[0] ?? '';
  return new Map(
    [...body.matchAll(/--color-([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT_PAIRS = [
  ...['ink', 'muted', 'accent', 'good', 'bad', 'warn'].flatMap((text) =>
    ['paper', 'card', 'sunken'].map((ground) => [text, ground] as const),
  ),
  ['on-accent', 'accent'],
  ...['accent', 'good', 'bad', 'warn'].flatMap((tone) => [
    [tone, `${tone}-soft`] as const,
    ['ink', `${tone}-soft`] as const,
    ['muted', `${tone}-soft`] as const,
  ]),
] as const;

describe.each([
  ['light', '@theme {'],
  ['dark', "[data-theme='dark'] {"],
])('the %s theme', (_, block) => {
  const colours = coloursOf(block);

  it.each(TEXT_PAIRS)('%s on %s has a contrast of 4.5 or more (WCAG AA)', (text, ground) => {
    const [front, back] = [colours.get(text), colours.get(ground)];

    expect(front).toBeDefined();
    expect(back).toBeDefined();
    expect(contrast(front ?? '', back ?? '')).toBeGreaterThanOrEqual(4.5);
  });
});
