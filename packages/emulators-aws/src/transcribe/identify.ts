import type { LanguageCode } from '@aws-sdk/client-transcribe';
import { dominantLanguages } from '../comprehend/dominant-language.ts';

/** The dialect that stands for a language when none was offered. */
const DIALECTS: Readonly<Record<string, LanguageCode>> = {
  en: 'en-US',
  es: 'es-US',
  fr: 'fr-FR',
  de: 'de-DE',
  it: 'it-IT',
  pt: 'pt-BR',
  nl: 'nl-NL',
  sv: 'sv-SE',
  da: 'da-DK',
  fi: 'fi-FI',
  pl: 'pl-PL',
  tr: 'tr-TR',
  ru: 'ru-RU',
  uk: 'uk-UA',
  ja: 'ja-JP',
  zh: 'zh-CN',
  ko: 'ko-KR',
  ar: 'ar-SA',
  hi: 'hi-IN',
  he: 'he-IL',
  th: 'th-TH',
};

/** The language of a text, of the offered ones when there are any; undefined when none fits. */
export function identifyLanguage(
  text: string,
  offered: readonly LanguageCode[],
): { readonly code: LanguageCode; readonly score: number } | undefined {
  for (const { LanguageCode: language = '', Score: score = 0 } of dominantLanguages(text)) {
    const code = offered.length === 0 ? DIALECTS[language] : offered.find((one) => one.startsWith(`${language}-`));
    if (code) return { code, score };
  }
  return undefined;
}
