/** A word or a punctuation mark of a transcript. Times are in seconds from the beginning of the media. */
export interface SpokenItem {
  readonly kind: 'pronunciation' | 'punctuation';
  readonly content: string;
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Such as `spk_0`. */
  readonly speaker: string;
  /** How sure the item is personal data; set on one that was taken out for that. */
  readonly redaction?: number;
  /** A word of the vocabulary filter that was marked. */
  readonly isFilterMatch?: boolean;
}

const SPEAKER = /^(spk_\d+):\s*/;
const PIECE = /^(.*?)([.,?!;:…]*)$/s;
const SECONDS_A_WORD = 0.4;
/** Breath after a sentence, in letters. */
const PAUSE = 6;

/**
 * A text as if it had been spoken: words get their share of `seconds` by their length, four tenths of a second each
 * when the length of the media is not known. Lines may begin with a speaker, `spk_0:`.
 */
export function speak(text: string, seconds: number | undefined): SpokenItem[] {
  const pieces = text.split(/\r?\n/).flatMap(linePieces);
  const words = pieces.filter(({ kind }) => kind === 'pronunciation').length;
  const weight = ({ kind, content }: Piece) =>
    kind === 'pronunciation' ? content.length + 2 : /[.?!…]/.test(content) ? PAUSE : 0;
  const total = pieces.reduce((sum, piece) => sum + weight(piece), 0);
  const secondsAWeight = (seconds ?? words * SECONDS_A_WORD) / Math.max(1, total);
  let at = 0;
  return pieces.map((piece) => {
    const startSeconds = at * secondsAWeight;
    at += weight(piece);
    const endSeconds = piece.kind === 'punctuation' ? startSeconds : at * secondsAWeight;
    return { ...piece, startSeconds, endSeconds };
  });
}

type Piece = Pick<SpokenItem, 'kind' | 'content' | 'speaker'>;

function linePieces(line: string): Piece[] {
  const speaker = SPEAKER.exec(line)?.[1] ?? 'spk_0';
  const words = line.replace(SPEAKER, '').split(/\s+/).filter(Boolean);
  return words.flatMap((written) => {
    const [, word = '', marks = ''] = PIECE.exec(written) ?? [];
    const pronounced: Piece[] = word === '' ? [] : [{ kind: 'pronunciation', content: word, speaker }];
    return [...pronounced, ...[...marks].map((content): Piece => ({ kind: 'punctuation', content, speaker }))];
  });
}

/** The items as a text, and where in it each stands. */
export function textOf(items: readonly SpokenItem[]): { readonly text: string; readonly starts: readonly number[] } {
  let text = '';
  const starts = items.map(({ kind, content }) => {
    if (kind === 'pronunciation' && text !== '') text += ' ';
    const start = text.length;
    text += content;
    return start;
  });
  return { text, starts };
}

/** Items by sentence and speaker. */
export function sentencesOf(items: readonly SpokenItem[]): SpokenItem[][] {
  const sentences: SpokenItem[][] = [];
  let previous: SpokenItem | undefined;
  for (const item of items) {
    const ends = previous === undefined || /^[.?!…]$/.test(previous.content) || previous.speaker !== item.speaker;
    if (ends && item.kind === 'pronunciation') sentences.push([]);
    sentences.at(-1)?.push(item);
    previous = item;
  }
  return sentences;
}
