import type { Share } from '../shares/share.ts';

const LANGUAGES: Readonly<Record<string, string>> = {
  ar: 'Arabic',
  cs: 'Czech',
  da: 'Danish',
  de: 'German',
  es: 'Spanish',
  fi: 'Finnish',
  fr: 'French',
  hi: 'Hindi',
  it: 'Italian',
  ja: 'Japanese',
  ko: 'Korean',
  nl: 'Dutch',
  no: 'Norwegian',
  pl: 'Polish',
  pt: 'Portuguese',
  ru: 'Russian',
  sv: 'Swedish',
  tr: 'Turkish',
  und: 'unknown',
  zh: 'Chinese',
};

const CLOUDS: Readonly<Record<string, string>> = {
  'amazon-web-services': 'AWS',
  'microsoft-azure': 'Azure',
  'google-cloud-platform': 'Google Cloud',
};

export const languageName = (code: string) => LANGUAGES[code] ?? code;

/** A cloud as people say it. */
export const cloudName = ({ id, canonical }: { readonly id: string; readonly canonical: string }) =>
  CLOUDS[id] ?? canonical;

/** 12500.5 → "12,501". */
export const number = (value: number) => `${Math.round(value)}`.replace(/\B(?=(\d{3})+$)/g, ',');

/** "1 posting", "1,200 postings". */
export const counted = (count: number, one: string, many = `${one}s`) => `${number(count)} ${count === 1 ? one : many}`;

/** In percent without the sign: whole from 1 on, with a decimal below. */
export function percent(share: number): string {
  const value = share * 100;
  if (value > 0 && value < 0.05) return 'below 0.1';
  return value > 0 && value < 0.95 ? value.toFixed(1) : `${Math.round(value)}`;
}

/** "62 % (57 to 66 %)". */
export const shareWords = ({ estimate, low, high }: Share) =>
  `${percent(estimate)} % (${percent(low)} to ${percent(high)} %)`;

/** "a, b and c". */
export const series = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
