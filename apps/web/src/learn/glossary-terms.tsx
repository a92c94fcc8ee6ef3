import type { Catalog } from '@cairn/catalog';
import { type LinkedTerms, TermPopover, termIndex } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { TextLink } from '../app/links.tsx';
import { catalogQuery } from '../app/queries.ts';
import { namesOf } from './term-names.ts';

/** Words of the glossary for texts; none until the catalog is here, because a text can be read without them. */
export function useGlossary(): Omit<LinkedTerms, 'skip'> | undefined {
  const { data } = useQuery(catalogQuery);
  return useMemo(() => data && glossaryTerms(data.glossary), [data]);
}

type Terms = Catalog['glossary'];

function glossaryTerms(glossary: Terms): Omit<LinkedTerms, 'skip'> {
  const byId = new Map(glossary.map((term) => [term.id, term]));
  return {
    index: termIndex(glossary.map((term) => ({ id: term.id, names: namesOf(term.term) }))),
    render: (id, word) => {
      const term = byId.get(id);
      return term ? <TermWord key={id} word={word} term={term} /> : word;
    },
  };
}

function TermWord({ word, term }: { word: string; term: Terms[number] }) {
  return (
    <TermPopover word={word} title={term.term}>
      <p>{term.text}</p>
      <p>
        <TextLink to="/read/glossary" hash={term.id}>
          In the glossary
        </TextLink>
      </p>
    </TermPopover>
  );
}
