import { certificationsToBegin, skillsTaught } from '@cairn/catalog';
import { readDocument } from '@cairn/documents';
import { dayOf, systemClock } from '@cairn/kernel';
import { buildLexicon, compareResume, findNames, type ResumeComparison, waysToLearn } from '@cairn/postings';
import { openContent } from '../content.ts';
import { UsageError } from '../failure.ts';
import type { PostingsAnswer } from './answer.ts';
import { documentSources } from './sources.ts';

/** @throws UsageError with a sentence if the file holds no text */
export async function resumeText(file: string): Promise<string> {
  const [source, ...more] = await documentSources(file);
  if (source === undefined || more.length > 0) throw new UsageError(`--resume ${file} is a folder; name one file.`);
  const texts: string[] = [];
  for await (const part of readDocument(source)) {
    if (part.kind === 'refused') throw new UsageError(part.sentence);
    if (part.kind === 'text') texts.push(part.text.text);
  }
  return texts.join('\n\n');
}

/** The résumé beside what the postings ask for, with what there is here to learn what is missing. */
export async function resumeBeside(text: string, { survey, gap }: PostingsAnswer): Promise<ResumeComparison> {
  const { catalog, lessons, labs } = await openContent();
  const certifications = certificationsToBegin(catalog, dayOf(systemClock.now()));
  const ways = waysToLearn({
    lessons: [...lessons.values()].map(({ lesson }) => lesson),
    labs: [...labs.values()].map(({ lab }) => lab),
    certifications: certifications.map((one) => ({ id: one.code, title: one.name, skills: skillsTaught(one) })),
  });
  return compareResume({ names: findNames(text, buildLexicon(catalog.skills)), text }, survey, gap, ways);
}
