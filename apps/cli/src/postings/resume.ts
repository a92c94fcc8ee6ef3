import type { Catalog } from '@cairn/catalog';
import { readDocument } from '@cairn/documents';
import type { Lab } from '@cairn/labs';
import { buildLexicon, compareResume, type ResumeComparison, readPosting, waysToLearn } from '@cairn/postings';
import { UsageError } from '../failure.ts';
import type { PostingsAnswer } from './answer.ts';
import { documentSources } from './sources.ts';

/** @throws UsageError with a sentence if the file holds no text */
async function textOf(file: string): Promise<string> {
  const [source] = await documentSources(file);
  if (source === undefined) throw new UsageError(`There is no résumé at ${file}; check the path.`);
  const texts: string[] = [];
  for await (const part of readDocument(source)) {
    if (part.kind === 'refused') throw new UsageError(part.sentence);
    if (part.kind === 'text') texts.push(part.text.text);
  }
  return texts.join('\n\n');
}

/** The résumé beside what the postings ask for. */
export async function resumeBeside(
  file: string,
  { survey, gap }: PostingsAnswer,
  { catalog, labs }: { readonly catalog: Catalog; readonly labs: readonly Lab[] },
): Promise<ResumeComparison> {
  const text = await textOf(file);
  const names = readPosting({ id: file, text }, buildLexicon(catalog.skills));
  const certifications = catalog.certifications.map(({ code: id, name: title, domains }) => ({
    ...{ id, title },
    skills: domains.flatMap(({ tasks }) => tasks.flatMap(({ skills }) => skills)),
  }));
  return compareResume({ names, text }, survey, gap, waysToLearn({ lessons: [], labs, certifications }));
}
