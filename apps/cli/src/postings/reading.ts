import type { Skill } from '@cairn/catalog';
import { type DocumentSource, type DocumentText, readDocument } from '@cairn/documents';
import { Batch, buildLexicon, type Duplicate, type ReadPosting, readPosting, type Survey } from '@cairn/postings';

/** A posting as it was read; one that repeats another is listed, and not counted. */
export type ListedPosting = ReadPosting & Partial<Duplicate>;

export type Reading = {
  /** Postings in the files, duplicates and those in other languages too. */
  readonly texts: number;
  readonly survey: Survey;
  /** One sentence for each file that gave no text, and for each thing that was left out or cut. */
  readonly refused: readonly string[];
  readonly notes: readonly string[];
};

/** Reads every posting of the files; `each` gets every one as soon as it is read, and nothing keeps its text. */
export async function readPostings(
  sources: readonly DocumentSource[],
  skills: readonly Skill[],
  each?: (posting: ListedPosting) => void,
): Promise<Reading> {
  const lexicon = buildLexicon(skills);
  const batch = new Batch(lexicon);
  const refused: string[] = [];
  const notes: string[] = [];
  let texts = 0;
  const add = ({ format: _, ...posting }: DocumentText) => {
    texts += 1;
    const { outcome, id, ...added } = batch.add(posting);
    each?.('read' in added ? added.read : { ...readPosting({ ...posting, id }, lexicon), ...added });
  };
  for (const source of sources) {
    for await (const part of readDocument(source)) {
      if (part.kind === 'text') add(part.text);
      else (part.kind === 'note' ? notes : refused).push(part.sentence);
    }
  }
  for (const _ of refused) batch.addUnreadable();
  return { texts, survey: batch.survey(), refused, notes };
}
