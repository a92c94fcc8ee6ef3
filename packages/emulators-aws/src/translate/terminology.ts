import type { AppliedTerminology, Term, TerminologyProperties } from '@aws-sdk/client-translate';
import { invalidRequest, terminologyNotFound } from './errors.ts';
import type { Terminology, TranslateCall } from './state.ts';

export function getTerminology({ state }: TranslateCall, name: string): Terminology {
  const terminology = state.terminologies.get(name);
  if (!terminology) throw terminologyNotFound(name);
  return terminology;
}

/** The terminology that a request names. Translate takes one at most. */
export function chosenTerminology(call: TranslateCall, names: readonly string[]): Terminology | undefined {
  if (names.length > 1)
    throw invalidRequest('TerminologyNames has more than one name: a request uses one terminology.');
  return names[0] === undefined ? undefined : getTerminology(call, names[0]);
}

export function describeTerminology(terminology: Terminology): TerminologyProperties {
  const { languages, directionality, description, encryptionKey } = terminology;
  return {
    Name: terminology.name,
    Arn: terminology.arn,
    ...(description === undefined ? {} : { Description: description }),
    SourceLanguageCode: languages[0],
    TargetLanguageCodes: languages.slice(1),
    ...(encryptionKey ? { EncryptionKey: encryptionKey } : {}),
    SizeBytes: terminology.sizeBytes,
    TermCount: terminology.terms.length * (languages.length - 1),
    CreatedAt: new Date(terminology.createdAt),
    LastUpdatedAt: new Date(terminology.updatedAt),
    ...(directionality ? { Directionality: directionality } : {}),
    SkippedTermCount: 0,
    Format: terminology.format,
  };
}

/** Terms of a terminology from one language to another, the longest first; none when it has not this pair. */
export function termsBetween(
  { languages, directionality, terms }: Terminology,
  source: string,
  target: string,
): Term[] {
  const [from, to] = [languages.indexOf(source), languages.indexOf(target)];
  if (from < 0 || to < 0 || (from > 0 && directionality !== 'MULTI')) return [];
  return terms
    .map((row) => ({ SourceText: row[from] ?? '', TargetText: row[to] ?? '' }))
    .filter(({ SourceText, TargetText }) => SourceText !== '' && TargetText !== '')
    .sort((a, b) => b.SourceText.length - a.SourceText.length);
}

/** A piece of a text: to be translated, or a term's translation that stays. */
export interface Piece {
  readonly text: string;
  readonly isFixed: boolean;
}

/** Cuts a text where terms stand as whole words; case matters, as it does in Translate. */
export function applyTerms(
  text: string,
  terms: readonly Term[],
): { readonly pieces: Piece[]; readonly applied: Term[] } {
  if (terms.length === 0) return { pieces: [{ text, isFixed: false }], applied: [] };
  const targets = new Map(terms.map((term) => [term.SourceText ?? '', term]));
  const sources = terms.map(({ SourceText = '' }) => SourceText.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  const pieces: Piece[] = [];
  const applied = new Set<Term>();
  let end = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    const term = targets.get(found);
    if (!term) continue;
    pieces.push({ text: text.slice(end, index), isFixed: false }, { text: term.TargetText ?? '', isFixed: true });
    applied.add(term);
    end = index + found.length;
  }
  pieces.push({ text: text.slice(end), isFixed: false });
  return { pieces, applied: [...applied] };
}

export const appliedTerminologies = ({ name }: Terminology, terms: readonly Term[]): AppliedTerminology[] =>
  terms.length === 0 ? [] : [{ Name: name, Terms: [...terms] }];
