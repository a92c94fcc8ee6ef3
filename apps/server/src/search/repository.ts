import type { SearchKind } from '@cairn/contract';
import { type Db, type RawBuilder, sql } from '@cairn/db';
import { HIT } from './marking.ts';

/** Each word with what may stand for it; one of each must occur. */
export type Wanted = {
  readonly words: readonly (readonly string[])[];
  readonly phrases: readonly (readonly string[])[];
  /** The last word may go on. */
  readonly isOpen: boolean;
  readonly match: 'all' | 'some';
};

export type Scope = {
  readonly learnerId: string;
  readonly kind: SearchKind | undefined;
  /** Of each kind. */
  readonly limit: number;
};

export type FoundRow = {
  readonly kind: SearchKind;
  readonly ref: string;
  readonly exam: string | null;
  readonly link: string;
  readonly total: number;
  readonly score: number;
  readonly title: string;
  readonly snippet: string;
  /** The text of an own card; null for anything else. */
  readonly ownFront: string | null;
  /** Where a question was answered last. */
  readonly attemptId: string | null;
  readonly diagnosisId: string | null;
  readonly lesson: string | null;
  readonly isOver: boolean | null;
};

/** A prefix of one letter begins half of all words. */
const SHORTEST_PREFIX = 2;
/** Of each kind, those whose titles fit best are compared by their whole texts. */
const CANDIDATES = 25;
/** Texts of the learner's own whose words are known, when a mistyped word is mended. */
const OWN_TEXTS = 300;

const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(' | '); // letters and digits alone

function wordQuery(alternatives: readonly string[], isOpen: boolean): RawBuilder<string> {
  const whole = sql<string>`to_tsquery('pg_catalog.english', ${quoted(alternatives)})`;
  const begun = alternatives.filter((word) => word.length >= SHORTEST_PREFIX).map((word) => `'${word}':*`);
  if (!isOpen || begun.length === 0) return whole;
  return sql<string>`(${whole} || to_tsquery('pg_catalog.simple', ${begun.join(' | ')}))`;
}

/** Words that say nothing, such as "the", drop out; of a query that holds no others they are looked for as they are. */
function tsquery({ words, phrases, isOpen, match }: Wanted): RawBuilder<string> {
  const parts = [
    ...phrases.map((phrase) => sql<string>`phraseto_tsquery('pg_catalog.english', ${phrase.join(' ')})`),
    ...words.map((alternatives, index) => wordQuery(alternatives, isOpen && index === words.length - 1)),
  ];
  const joined = sql<string>`(${sql.join(parts, match === 'all' ? sql` && ` : sql` || `)})`;
  const plain = [...phrases.flat(), ...words.map(([word]) => word ?? '')].join(' ');
  return sql`case when numnode(${joined}) > 0 then ${joined} else plainto_tsquery('pg_catalog.simple', ${plain}) end`;
}

const WEIGHTS = sql`'{0.02, 0.1, 0.4, 1}'::float4[]`;
const HEADLINE = `StartSel=${HIT.begin}, StopSel=${HIT.end}`;
const SNIPPET = `${HEADLINE}, MaxWords=28, MinWords=14`;
const TITLE = `${HEADLINE}, HighlightAll=true`;

/** The part of a long text that a snippet is taken from: where the longest word, or a form of it, stands first. */
function around(phrase: string): RawBuilder<string> {
  const longest = phrase.split(/[ "]/).reduce((one, other) => (other.length > one.length ? other : one), '');
  const stem = longest.slice(0, Math.max(3, longest.length - 3));
  return sql`substring(placed.body from greatest(1, strpos(lower(placed.body), ${stem}) - 200) for 2500)`;
}

/** Cards and questions that this learner has met: reviewed or brought from elsewhere, and answered. */
const isMet = (learnerId: string) => sql<boolean>`case found.kind
  when 'card' then exists (select from card_states as state where state.learner_id = ${learnerId}
    and state.card_id = found.ref
    and (state.memory is not null or state.imported is not null or state.reset_at is not null))
  when 'question' then exists (select from evidence where evidence.learner_id = ${learnerId}
    and evidence.item_id = split_part(found.ref, '#', 1)
    and coalesce(evidence.source ->> 'part', '') = split_part(found.ref, '#', 2))
  else true end`;

/** Full text over the documents and the learner's own cards. Every query names the learner. */
export class SearchRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** The query as PostgreSQL reads it; empty if nothing is left to look for. */
  async compile(wanted: Wanted): Promise<string> {
    const { rows } = await sql<{ query: string }>`select (${tsquery(wanted)})::text as query`.execute(this.#db);
    return rows[0]?.query ?? '';
  }

  /**
   * The best of each kind, and how many there are.
   *
   * @param query  what `compile` gave
   * @param phrase the words in a row: what is called so comes first
   */
  async find(query: string, phrase: string, { learnerId, kind, limit }: Scope): Promise<readonly FoundRow[]> {
    const asked = sql`${query}::tsquery`;
    const ofKind = kind === undefined ? sql`true` : sql`found.kind = ${kind}`;
    const { rows } = await sql<FoundRow>`
      with matching as (
        select found.kind, found.ref, null::uuid as own_id, ts_rank(${WEIGHTS}, found.title_vector, ${asked}, 2) as title_score
        from search_documents as found
        where found.vector @@ ${asked} and ${ofKind} and ${isMet(learnerId)}
        union all
        select 'card', found.id::text, found.id, extract(epoch from found.updated_at) / 1e12
        from own_cards as found
        where ${kind === undefined || kind === 'card'} and found.learner_id = ${learnerId}
          and found.removed_at is null and search_vector(found.front, found.back) @@ ${asked}
      ), kinds as (
        select kind, count(*)::int as total from matching group by kind
      ), candidates as (
        select kinds.total, best.* from kinds cross join lateral (
          select * from matching where matching.kind = kinds.kind
          order by title_score desc, ref limit ${Math.max(CANDIDATES, limit)}
        ) as best
      ), scored as (
        select kind, ref, total, found.exam, found.link, found.title, found.body, null as own_front,
          ts_rank(${WEIGHTS}, found.vector, ${asked}, 1) + (lower(found.title) = ${phrase})::int as score
        from candidates join search_documents as found using (kind, ref)
        where own_id is null
        union all
        select kind, ref, total, found.exam, '', found.front, found.back, found.front,
          ts_rank(${WEIGHTS}, search_vector(found.front, found.back), ${asked}, 1)
        from candidates join own_cards as found on found.id = own_id
      ), placed as (
        select *, row_number() over (partition by kind order by score desc, ref) as place from scored
      )
      select placed.kind, placed.ref, placed.exam, placed.link, placed.total, placed.score, placed.own_front,
        ts_headline('pg_catalog.english', placed.title, ${asked}, ${TITLE}) as title,
        ts_headline('pg_catalog.english', ${around(phrase)}, ${asked}, ${SNIPPET}) as snippet,
        met.attempt_id, met.diagnosis_id, met.lesson, met.is_over
      from placed left join lateral (
        select source ->> 'attemptId' as attempt_id, source ->> 'diagnosisId' as diagnosis_id,
          source ->> 'lesson' as lesson, coalesce(attempts.over_at, diagnoses.over_at) is not null as is_over
        from evidence
          left join attempts on attempts.id = (source ->> 'attemptId')::uuid
          left join diagnoses on diagnoses.id = (source ->> 'diagnosisId')::uuid
        where placed.kind = 'question' and evidence.learner_id = ${learnerId}
          and evidence.item_id = split_part(placed.ref, '#', 1)
        order by evidence.at desc, evidence.natural_key limit 1
      ) as met on true
      where placed.place <= ${limit}
      order by placed.score desc, placed.kind, placed.ref`.execute(this.#db);
    return rows;
  }

  /** Texts that only this learner finds: the newest own cards, and titles of what they met. */
  async ownTexts(learnerId: string): Promise<readonly string[]> {
    const { rows } = await sql<{ text: string }>`
      (select concat(front, ' ', back) as text from own_cards
        where learner_id = ${learnerId} and removed_at is null order by updated_at desc limit ${OWN_TEXTS})
      union all
      (select found.title from search_documents as found
        where found.kind in ('card', 'question') and ${isMet(learnerId)} limit ${OWN_TEXTS})`.execute(this.#db);
    return rows.map(({ text }) => text);
  }
}
