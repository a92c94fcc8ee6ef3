import { readDocument } from '@cairn/documents';
import { buildLexicon, findNames, type LexiconEntry } from '@cairn/postings';
import type { BroughtFile, ReadResume, Remark } from './messages.ts';
import { readerOf } from './sources.ts';

const NO_TEXT = 'No text was found in it; save it as docx, pdf or txt, and bring that.';

/** The names on a résumé. It is read here and kept nowhere. */
export async function readResume(brought: BroughtFile, lexicon: readonly LexiconEntry[]): Promise<ReadResume> {
  const remarks: Remark[] = [];
  const texts: string[] = [];
  for await (const part of readDocument(readerOf(brought, () => undefined))) {
    if (part.kind === 'refused') return { outcome: 'refused', sentence: part.sentence };
    if (part.kind === 'note') remarks.push(part);
    else texts.push(part.text.text); // rulers part the sections of a résumé
  }
  const text = texts.join('\n\n');
  if (text.trim() === '') return { outcome: 'refused', sentence: NO_TEXT };
  return { outcome: 'read', name: brought.name, text, names: findNames(text, buildLexicon(lexicon)), remarks };
}
