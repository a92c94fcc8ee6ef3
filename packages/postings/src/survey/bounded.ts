import type { NameCount, Survey } from './survey.ts';

/** A survey is stored and shown as a whole; 430 names with three quotes each take about 400 kB. */
export const SURVEY_BYTES = 1_000_000;
const FEWER_QUOTES = [3, 2, 1, 0];
const FEWER_NAMES = [600, 300, 100, 0];

/** Bytes of UTF-8. A lone half of a pair counts 3, as what replaces it does. */
export function utf8Bytes(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const isHalf = code >= 0xd800 && code <= 0xdfff;
    if (code > 0x7f) bytes += code <= 0x7ff || isHalf ? 1 : 2;
  }
  return bytes;
}

function cut(survey: Survey, names: number, quotes: number): Survey {
  const withFewer = <N extends NameCount>(name: N): N => ({ ...name, quotes: name.quotes.slice(0, quotes) });
  return {
    ...survey,
    platforms: survey.platforms.map(withFewer),
    names: survey.names.slice(0, names).map(withFewer),
    namesLeftOut: survey.namesLeftOut + Math.max(0, survey.names.length - names),
  };
}

/** The survey, with fewer quotes and at last fewer names if it would be larger than 1 MB. */
export function bounded(survey: Survey): Survey {
  const cuts = [
    ...FEWER_QUOTES.map((quotes) => ({ names: FEWER_NAMES[0] ?? 0, quotes })),
    ...FEWER_NAMES.map((names) => ({ names, quotes: 0 })),
  ];
  for (const { names, quotes } of cuts) {
    const fitting = cut(survey, names, quotes);
    if (utf8Bytes(JSON.stringify(fitting)) <= SURVEY_BYTES) return fitting;
  }
  throw new RangeError('a survey without names is larger than 1 MB');
}
