import type { AnkiLossKind } from '../deck.ts';
import type { ReadLimits } from '../limits.ts';
import { FIELD_NAMES, guidOf, ID_FIELD } from '../note-type.ts';
import { decodeEntities } from '../text/html.ts';
import { htmlToMarkdown } from '../text/html-to-markdown.ts';
import { hasGap } from './cloze.ts';
import type { NoteType } from './note-types.ts';
import type { CardRow, NoteRow } from './rows.ts';
import { answerPart, renderTemplate, type TemplateContext } from './template.ts';

/** A card's two sides, or why there are none. Everything that did not come along is in `lost`. */
export type Sides =
  | {
      readonly outcome: 'read';
      readonly front: string;
      readonly back: string;
      readonly lost: ReadonlySet<AnkiLossKind>;
    }
  | { readonly outcome: 'left-out'; readonly why: AnkiLossKind };

/** The id in a note of this program; a copy that somebody made in Anki has the text, but not the guid that goes with it. */
export function ourIdOf(note: NoteRow, { fields }: NoteType): string | undefined {
  const at = fields.indexOf(ID_FIELD);
  if (at === -1) return undefined;
  const id = decodeEntities(note.fields[at] ?? '');
  return note.guid === guidOf(id) ? id : undefined;
}

export function sidesOf(note: NoteRow, type: NoteType, card: CardRow, deck: string, limits: ReadLimits): Sides {
  if (note.fields.some((html) => html.includes('image-occlusion:')))
    return { outcome: 'left-out', why: 'image-occlusion' };
  const lost = new Set<AnkiLossKind>();
  const html = htmlOf(note, type, card, deck, lost);
  if (typeof html === 'string') return { outcome: 'left-out', why: html };
  const onLoss = (kind: AnkiLossKind) => lost.add(kind);
  const front = htmlToMarkdown(html.front, onLoss);
  const back = htmlToMarkdown(html.back, onLoss);
  if (front === '' || back === '') return { outcome: 'left-out', why: 'empty-card' };
  if (Math.max(front.length, back.length) > limits.sideCharacters) return { outcome: 'left-out', why: 'long-card' };
  return { outcome: 'read', front, back, lost };
}

type Html = { readonly front: string; readonly back: string };

function htmlOf(
  note: NoteRow,
  type: NoteType,
  card: CardRow,
  deck: string,
  lost: Set<AnkiLossKind>,
): Html | AnkiLossKind {
  if (type.fields.includes(ID_FIELD) && FIELD_NAMES.every((name, at) => type.fields[at] === name)) {
    return { front: note.fields[0] ?? '', back: note.fields[1] ?? '' };
  }
  const template = type.templates[type.isCloze ? 0 : card.ordinal];
  if (!template) return 'unknown-note-type';
  if (type.isCloze && !hasGap(note.fields, card.ordinal)) return 'empty-card';
  const fields = new Map(type.fields.map((name, at) => [name, note.fields[at] ?? '']));
  const context: Omit<TemplateContext, 'side'> = {
    fields,
    deck,
    ordinal: card.ordinal,
    tags: note.tags.join(' '),
    onTypedAnswer: () => lost.add('typed-answer'),
  };
  const front = renderTemplate(template.front, { ...context, side: 'front' });
  const back = renderTemplate(template.back, { ...context, side: 'back' });
  if (front === undefined || back === undefined) return 'long-card';
  return { front, back: answerPart(back) };
}
