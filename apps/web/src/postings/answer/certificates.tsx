import { type Survey, sentencesOf } from '@cairn/postings';
import { AskedRow } from './asked-row.tsx';
import { Section, Sentences } from './section.tsx';

const FIRST = 12;

/** The certificates that postings name, and that they rarely do. */
export function Certificates({ survey }: { readonly survey: Survey }) {
  const named = survey.names.filter(({ kind, postings }) => kind === 'certification' && postings > 0);
  const sentences = sentencesOf(survey).filter(({ about }) => about === 'certifications');
  if (sentences.length === 0) return null;
  return (
    <Section title="Certificates that they name">
      <Sentences texts={sentences.map(({ text }) => text)} />
      {named.length > 0 ? (
        <ol className="grid max-w-3xl gap-4">
          {named.slice(0, FIRST).map((name) => (
            <AskedRow key={name.id} name={name} />
          ))}
        </ol>
      ) : null}
    </Section>
  );
}
