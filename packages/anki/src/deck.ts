import type { CardMemory, ForeignSchedule, Rating } from '@cairn/scheduling';

/** One answer to a card; `at` in milliseconds since 1970. */
export type AnkiReview = { readonly at: number; readonly rating: Rating; readonly seconds: number };

/** A note to be written. It becomes one card in Anki. */
export type AnkiNote = {
  /** Permanent: the same id updates the same note in Anki. */
  readonly id: string;
  /** Inline Markdown; lines are kept. */
  readonly front: string;
  readonly back: string;
  readonly tags: readonly string[];
  readonly source?: { readonly title: string; readonly url: string } | undefined;
  /** Absent for a card never reviewed. */
  readonly memory?: Omit<CardMemory, 'step'> | undefined;
  readonly reviews?: readonly AnkiReview[] | undefined;
};

export type AnkiDeck = {
  /** `::` between the levels, as in Anki. */
  readonly name: string;
  readonly notes: readonly AnkiNote[];
};

/** What Anki knew of a card: to be given to `importMemory`. */
export type AnkiSchedule = ForeignSchedule & { readonly phase: CardMemory['phase'] };

/** One card that was read: a note with two templates, or two gaps, gives two. */
export type ReadAnkiNote = {
  readonly guid: string;
  /** Which card of its note: the template's place, or the gap's number less one. */
  readonly ordinal: number;
  /** The id the note was written with, if this program wrote it and nobody copied it since. */
  readonly ourId?: string | undefined;
  /** All fields of the note, in order, as inline Markdown. */
  readonly fields: readonly string[];
  /** Inline Markdown; lines are kept. */
  readonly front: string;
  readonly back: string;
  readonly tags: readonly string[];
  /** `::` between the levels. */
  readonly deck: string;
  /** Absent for a card never reviewed. */
  readonly memory?: AnkiSchedule | undefined;
  /** Oldest first. */
  readonly reviews: readonly AnkiReview[];
};

export type AnkiLossKind =
  | 'media'
  | 'media-files'
  | 'image-occlusion'
  | 'formula'
  | 'formatting'
  | 'link'
  | 'script'
  | 'typed-answer'
  | 'empty-card'
  | 'long-card'
  | 'long-note'
  | 'broken-text'
  | 'unknown-note-type'
  | 'lost-note'
  | 'twin-card'
  | 'suspended'
  | 'flag'
  | 'review';

/** Something of the file that is not in the result, or not as it was. */
export type AnkiLoss = { readonly what: AnkiLossKind; readonly count: number; readonly sentence: string };

export type ReadAnkiPackage = { readonly notes: readonly ReadAnkiNote[]; readonly loss: readonly AnkiLoss[] };
