import type { TerminologyDataFormat } from '@aws-sdk/client-translate';
import { invalidParameter, limitExceeded } from './errors.ts';

/** Rows of a terminology file. Each row has as many texts as there are languages. */
export interface TermTable {
  readonly languages: readonly string[];
  readonly terms: readonly (readonly string[])[];
}

/** From memory: what a term of a terminology may have. */
const MOST_TERM_BYTES = 200;

/** Reads a terminology of any format. Throws InvalidParameterValueException with the line that is wrong. */
export function readTerminology(file: string, format: TerminologyDataFormat): TermTable {
  const text = file.replace(/^\uFEFF/, '');
  const table = format === 'TMX' ? readTmx(text) : readRows(text, format === 'CSV' ? ',' : '\t');
  checkLanguages(table.languages);
  if (table.terms.length === 0) throw invalidParameter('The terminology file has no terms below its languages.');
  for (const term of table.terms.flat()) {
    if (Buffer.byteLength(term) > MOST_TERM_BYTES)
      throw limitExceeded(`A term has more than ${MOST_TERM_BYTES} bytes.`);
  }
  return table;
}

function checkLanguages(languages: readonly string[]): void {
  const wrong = languages.find((code) => !/^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/.test(code));
  if (wrong !== undefined) {
    throw invalidParameter(`The first line of a terminology names its languages by code; '${wrong}' is none.`);
  }
  if (languages.length < 2) throw invalidParameter('A terminology needs a source and at least one target language.');
  if (new Set(languages).size < languages.length)
    throw invalidParameter('A language is named twice in the first line.');
}

function readRows(text: string, delimiter: string): TermTable {
  const [head = [], ...rows] = cellsOf(text, delimiter).filter((row) => row.some((cell) => cell !== ''));
  const wrong = rows.findIndex((row) => row.length !== head.length);
  if (wrong >= 0) {
    throw invalidParameter(
      `Row ${wrong + 2} of the terminology has ${rows[wrong]?.length} columns and the first one ${head.length}.`,
    );
  }
  return { languages: head, terms: rows };
}

/** Cells of a file with quotes as RFC 4180 has them. */
function cellsOf(text: string, delimiter: string): string[][] {
  const rows: string[][] = [[]];
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${delimiter}\\r\\n]*))(${delimiter}|\\r?\\n|$)`, 'gy');
  for (const [, quoted, plain = '', end] of text.matchAll(cell)) {
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    if (end === '') break;
    if (end !== delimiter) rows.push([]);
  }
  return rows;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const withoutEntities = (text: string): string =>
  text.replaceAll(/&(lt|gt|amp|quot|apos);/g, (_, name) => ENTITIES[name] ?? '');

/** Translation units of a TMX file; the language of the first variant is the source. */
function readTmx(text: string): TermTable {
  const units = text
    .split(/<tu\b/)
    .slice(1)
    .map((unit) => {
      const variants = unit.split(/<tuv\b/).slice(1);
      return new Map(variants.map((variant) => [languageOf(variant), segmentOf(variant)]));
    });
  const languages = [...new Set(units.flatMap((unit) => [...unit.keys()]))];
  return { languages, terms: units.map((unit) => languages.map((language) => unit.get(language) ?? '')) };
}

const languageOf = (variant: string): string => /\bxml:lang\s*=\s*["']([^"']*)/.exec(variant.slice(0, 200))?.[1] ?? '';

function segmentOf(variant: string): string {
  const [, segment] = variant.split(/<seg>/);
  return withoutEntities(segment?.split('</seg>')[0]?.trim() ?? '');
}
