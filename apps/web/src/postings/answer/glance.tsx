import { type Survey, sentencesOf } from '@cairn/postings';
import { tight } from '@cairn/ui';

/** What was read, and what is asked for most, before any chart. */
export function Glance({ survey }: { readonly survey: Survey }) {
  const sentences = sentencesOf(survey).filter(({ about }) => about === 'batch' || about === 'names');
  return (
    <ul className="grid max-w-3xl gap-1 text-lg" aria-label="At a glance">
      {sentences.map(({ text }) => (
        <li key={text}>{tight(text)}</li>
      ))}
    </ul>
  );
}
