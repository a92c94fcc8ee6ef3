import { createHash } from 'node:crypto';

/**
 * The note type of every note this program writes. Its id, its fields and the name of its template never change: by
 * them Anki tells that two packages mean the same type, and refuses to update notes whose type differs.
 */
export const NOTE_TYPE_ID = 1_764_547_200_001;

export const FIELD_NAMES = ['Front', 'Back', 'Cairn id', 'Source'] as const;
export const ID_FIELD = 'Cairn id';

/** Seconds. Raised when templates or style change; between exports it stays, so that a learner's own style survives. */
const NOTE_TYPE_CHANGED_AT = 1_764_547_200;

const STYLE = `.card { font: 1.25rem/1.5 system-ui, sans-serif; max-width: 36em; margin: 1em auto; padding: 0 1em; text-align: left; }
code { font: 0.9em ui-monospace, monospace; padding: 0 0.25em; border-radius: 0.25em; background: rgb(127 127 127 / 15%); }
.source { margin-top: 1.5em; font-size: 0.75em; opacity: 0.7; }`;

const ANSWER = `{{FrontSide}}

<hr id=answer>

{{Back}}
{{#Source}}<div class="source">{{Source}}</div>{{/Source}}`;

/** As Anki's schema 11 stores it: every key is required by some version. */
export function noteType(deckId: number): object {
  return {
    id: NOTE_TYPE_ID,
    name: 'Cairn card',
    type: 0,
    mod: NOTE_TYPE_CHANGED_AT,
    usn: -1,
    sortf: 0,
    did: deckId,
    css: STYLE,
    latexPre: '\\documentclass[12pt]{article}\n\\begin{document}\n',
    latexPost: '\\end{document}',
    flds: FIELD_NAMES.map((name, ord) => ({
      name,
      ord,
      sticky: false,
      rtl: false,
      font: 'Arial',
      size: 20,
      media: [],
    })),
    tmpls: [{ name: 'Card 1', ord: 0, qfmt: '{{Front}}', afmt: ANSWER, bqfmt: '', bafmt: '', did: null }],
    req: [[0, 'any', [0]]],
    tags: [],
    vers: [],
  };
}

/** Anki knows a note by this text, whatever its number: 84 bits of a hash, so that equal ids meet and others do not. */
export function guidOf(id: string): string {
  return createHash('sha256').update(`cairn-note:${id}`).digest('base64url').slice(0, 14);
}
