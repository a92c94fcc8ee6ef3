import type { AnkiLoss, AnkiLossKind } from '../deck.ts';

const cards = (count: number) => (count === 1 ? 'one card' : `${count} cards`);
const notes = (count: number) => (count === 1 ? 'one note' : `${count} notes`);
const leftOut = (count: number, why: string) =>
  count === 1 ? `One card was left out: ${why}.` : `${count} cards were left out: ${why}.`;

const SENTENCES: Record<AnkiLossKind, (count: number) => string> = {
  media: (n) => `Pictures, sounds and films of ${cards(n)} were left out; their text came along.`,
  'media-files': (n) => `The package carries ${n === 1 ? 'one media file' : `${n} media files`}; none was read.`,
  'image-occlusion': (n) => leftOut(n, 'image occlusion hides parts of a picture'),
  formula: (n) => `Formulas of ${cards(n)} stand there as their LaTeX source.`,
  formatting: (n) => `Colours, lists, tables and other formatting of ${cards(n)} became plain text.`,
  link: (n) => `Links of ${cards(n)} became their text.`,
  script: (n) => `Scripts of ${cards(n)} were left out.`,
  'typed-answer': (n) => `The box to type the answer of ${cards(n)} was left out.`,
  'empty-card': (n) => leftOut(n, 'a side of it holds no text, perhaps only a picture or a sound'),
  'long-card': (n) => leftOut(n, 'a side of it is too long for a card'),
  'long-note': (n) => `The text of ${notes(n)} is too long to be read, so no card was made of it.`,
  'broken-text': (n) => `The text of ${notes(n)} is no valid UTF-8; what could not be read became \ufffd.`,
  'unknown-note-type': (n) => leftOut(n, 'its note type is missing or damaged'),
  'lost-note': (n) => leftOut(n, 'the package has no text for it'),
  'twin-card': (n) => leftOut(n, 'its note gives the same card already'),
  suspended: (n) => `Anki had suspended ${cards(n)}; here every card is asked.`,
  flag: (n) => `Coloured flags of ${cards(n)} were left out.`,
  review: (n) =>
    `${n === 1 ? 'One entry' : `${n} entries`} of the review log: no answer to a card of the package, so left out.`,
};

/** Counts what could not come along. A card, a note or an entry counts once a kind. */
export class LossCounter {
  private readonly counts = new Map<AnkiLossKind, number>();

  add(kind: AnkiLossKind, count = 1): void {
    if (count > 0) this.counts.set(kind, (this.counts.get(kind) ?? 0) + count);
  }

  /** In the order of the table above, whatever came first. */
  report(): AnkiLoss[] {
    const kinds = Object.keys(SENTENCES) as AnkiLossKind[]; // the keys of a record are its key type
    return kinds.flatMap((what) => {
      const count = this.counts.get(what);
      return count === undefined ? [] : [{ what, count, sentence: SENTENCES[what](count) }];
    });
  }
}
