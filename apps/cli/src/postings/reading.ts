import type { Skill } from '@cairn/catalog';
import { type DocumentSource, readDocument } from '@cairn/documents';
import { Batch, buildLexicon, type ListedPosting, type Survey } from '@cairn/postings';

export type Reading = {
  readonly survey: Survey;
  /** One sentence for each file that gave no text, and for each thing that was left out or cut. */
  readonly refused: readonly string[];
  readonly notes: readonly string[];
};

/** Reads every posting of the files; `each` gets every one as soon as it is read, and nothing keeps its text. */
export async function readPostings(
  sources: readonly DocumentSource[],
  skills: readonly Skill[],
  each: (posting: ListedPosting) => void = () => {},
): Promise<Reading> {
  const batch = new Batch(buildLexicon(skills));
  const refused: string[] = [];
  const notes: string[] = [];
  for (const source of sources) {
    for await (const part of readDocument(source)) {
      if (part.kind === 'text') each(batch.add(part.text));
      if (part.kind === 'note') notes.push(part.sentence);
      if (part.kind === 'refused') {
        refused.push(part.sentence);
        batch.addUnreadable();
      }
    }
  }
  return { survey: batch.survey(), refused, notes };
}
