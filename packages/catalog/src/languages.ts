import type { Day } from '@cairn/kernel';
import type { Certification } from './schema/certification-file.ts';

/** Names people type, for languages in which vendors offer exams. Codes are accepted as they are. */
const CODES: Readonly<Record<string, string>> = {
  english: 'en',
  arabic: 'ar',
  chinese: 'zh',
  'simplified chinese': 'zh-hans',
  'chinese (simplified)': 'zh-hans',
  'traditional chinese': 'zh-hant',
  'chinese (traditional)': 'zh-hant',
  french: 'fr',
  français: 'fr',
  german: 'de',
  deutsch: 'de',
  italian: 'it',
  italiano: 'it',
  japanese: 'ja',
  korean: 'ko',
  portuguese: 'pt',
  'portuguese (brazil)': 'pt-br',
  português: 'pt',
  spanish: 'es',
  español: 'es',
};

function languageCode(typed: string): string {
  const name = typed.trim().toLowerCase();
  return CODES[name] ?? name;
}

export type LanguageAnswer =
  | { readonly outcome: 'offered' }
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'not-offered'; readonly ended: string | undefined; readonly startsOn: string | undefined };

/**
 * Whether one of the wanted languages is offered on some day of [today, until].
 * An incomplete list cannot refuse a language that it does not name.
 */
export function languageAnswer(
  certification: Certification,
  wanted: readonly string[],
  today: Day,
  until: () => string,
): LanguageAnswer {
  const list = certification.languages.value;
  if (wanted.length === 0) return { outcome: 'offered' };
  if (list === null) return { outcome: 'unknown' };
  const codes = wanted.map(languageCode);
  const named = list.listed.filter(({ code }) => codes.some((one) => speaks(one, code.toLowerCase())));
  const open = named.some((one) => (one.until ?? today) >= today && (one.from === undefined || one.from <= until()));
  if (open) return { outcome: 'offered' };
  if (named.length === 0 && !list.complete) return { outcome: 'unknown' };
  const ended = named.find((one) => one.until !== undefined && one.until < today)?.until;
  return { outcome: 'not-offered', ended, startsOn: named.find((one) => one.from !== undefined)?.from };
}

/** `zh` is content with `zh-hans`; `zh-hans` is not content with `zh-hant`. */
function speaks(wanted: string, offered: string): boolean {
  return offered === wanted || offered.startsWith(`${wanted}-`) || wanted.startsWith(`${offered}-`);
}
