import type { SearchAnswer, SearchGroup, SearchKind, SearchResult } from '@cairn/contract';
import { linkToCard } from './documents.ts';
import type { IndexRepository } from './index-repository.ts';
import { elided, piecesOf } from './marking.ts';
import { nearWords, type Vocabulary, vocabularyOf } from './mending.ts';
import { inWords, isEmpty, parseQuery, type SearchQuery } from './query.ts';
import type { FoundRow, Scope, SearchRepository, Wanted } from './repository.ts';
import { wordsIn } from './words.ts';

export type SearchDeps = {
  readonly index: IndexRepository;
  readonly search: SearchRepository;
  readonly learnerId: string;
};

export type SearchRequest = { readonly q: string; readonly kind?: SearchKind | undefined; readonly limit: number };

type Match = SearchAnswer['match'];
type Try = { readonly match: Match; readonly wanted: Wanted };

/** Finds what holds every word; if nothing does, what was meant; if that fails, what holds some of the words. */
export class SearchService {
  readonly #deps: SearchDeps;
  #shared: { readonly digest: string; readonly vocabulary: Vocabulary } | undefined;

  constructor(deps: SearchDeps) {
    this.#deps = deps;
  }

  async find({ q, kind, limit }: SearchRequest): Promise<SearchAnswer> {
    const query = parseQuery(q);
    const digest = await this.#deps.index.digest();
    const answer = { query: q, isReady: digest !== undefined };
    if (isEmpty(query)) return { ...answer, match: 'none', searchedFor: '', total: 0, groups: [] };
    const scope: Scope = { learnerId: this.#deps.learnerId, kind, limit };
    for await (const { match, wanted } of this.#tries(query, digest)) {
      const searchedFor = inWords({ ...wanted, words: wanted.words.flatMap(([word]) => word ?? []) });
      const rows = await this.#rows(wanted, searchedFor, scope);
      if (rows.length > 0) return { ...answer, match, searchedFor, ...grouped(rows, wanted) };
    }
    return { ...answer, match: 'none', searchedFor: inWords(query), total: 0, groups: [] };
  }

  /** What to look for, one after another; words are mended only when nothing holds them as they are. */
  async *#tries(query: SearchQuery, digest: string | undefined): AsyncGenerator<Try> {
    const words = query.words.map((word) => [word]);
    const all: Wanted = { ...query, words, match: 'all' };
    yield { match: 'all', wanted: all };
    const mended = await this.#mended(query, digest);
    const isMended = mended.some(([word], index) => word !== query.words[index]);
    if (isMended) yield { match: 'corrected', wanted: { ...all, words: mended } };
    const parts = query.words.length + query.phrases.length;
    if (parts > 1) yield { match: 'some', wanted: { ...all, words: mended, match: 'some' } };
  }

  async #rows(wanted: Wanted, searchedFor: string, scope: Scope): Promise<readonly FoundRow[]> {
    const compiled = await this.#deps.search.compile(wanted);
    return compiled === '' ? [] : this.#deps.search.find(compiled, searchedFor, scope);
  }

  /** Each word, or what was probably meant by it. */
  async #mended({ words, isOpen }: SearchQuery, digest: string | undefined): Promise<readonly (readonly string[])[]> {
    const shared = await this.#vocabulary(digest);
    const own = vocabularyOf((await this.#deps.search.ownTexts(this.#deps.learnerId)).flatMap(wordsIn));
    return words.map((word, index) => {
      const mayGoOn = isOpen && index === words.length - 1;
      if ([shared, own].some((vocabulary) => isKnown(word, mayGoOn, vocabulary))) return [word];
      const near = [shared, own].flatMap((vocabulary) => nearWords(word, vocabulary));
      return near.length > 0 ? [...new Set(near)] : [word];
    });
  }

  async #vocabulary(digest: string | undefined): Promise<Vocabulary> {
    if (digest === undefined) return vocabularyOf([]);
    if (this.#shared?.digest !== digest) {
      this.#shared = { digest, vocabulary: vocabularyOf(await this.#deps.index.words()) };
    }
    return this.#shared.vocabulary;
  }
}

function isKnown(word: string, mayGoOn: boolean, { known, entries }: Vocabulary): boolean {
  return known.has(word) || (mayGoOn && entries.some((entry) => entry.word.startsWith(word)));
}

function grouped(rows: readonly FoundRow[], wanted: Wanted): Pick<SearchAnswer, 'total' | 'groups'> {
  const isHit = hitsOf(wanted);
  const byKind = new Map<SearchKind, SearchGroup>();
  for (const row of rows) {
    const group = byKind.get(row.kind) ?? { kind: row.kind, total: row.total, results: [] };
    byKind.set(row.kind, { ...group, results: [...group.results, resultOf(row, isHit)] });
  }
  const groups = [...byKind.values()];
  return { total: groups.reduce((sum, { total }) => sum + total, 0), groups };
}

/** The database marks stems; here are words that it writes otherwise, for their accents or because they go on. */
function hitsOf({ words, phrases, isOpen }: Wanted): (word: string) => boolean {
  const whole = new Set([...words, ...phrases].flat());
  const begun = isOpen ? (words.at(-1) ?? []).filter((word) => word.length > 1) : [];
  return (word) => (word.length > 2 && whole.has(word)) || begun.some((one) => word.startsWith(one));
}

function resultOf(row: FoundRow, isHit: (word: string) => boolean): SearchResult {
  const { kind, ref, exam, ownFront, title, snippet } = row;
  const [shownTitle, shownSnippet] = ownFront === null ? [title, snippet] : [plainMarked(title), plainMarked(snippet)];
  return {
    ...{ kind, ref, exam, link: linkOf(row) },
    title: piecesOf(shownTitle, isHit),
    snippet: piecesOf(elided(shownSnippet), isHit),
  };
}

/** A learner's Markdown is stored as it was written; around a hit its blanks count. */
const plainMarked = (marked: string): string => marked.replace(/\*+|`+/g, '').replace(/\s+/g, ' ');

/** A question is read where it was answered last. */
function linkOf({ link, ownFront, attemptId, diagnosisId, lesson, isOver }: FoundRow): string {
  if (ownFront !== null) return linkToCard(ownFront);
  if (attemptId !== null) return isOver ? `/attempts/${attemptId}/report` : `/attempts/${attemptId}`;
  if (diagnosisId !== null) return isOver ? `/diagnoses/${diagnosisId}/result` : `/diagnoses/${diagnosisId}`;
  return lesson !== null ? `/learn/${lesson}` : link;
}
