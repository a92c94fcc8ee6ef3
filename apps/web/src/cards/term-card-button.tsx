import type { Catalog } from '@cairn/catalog';
import { useState } from 'react';
import { CardEditor } from './card-editor.tsx';

type Term = Pick<Catalog['glossary'][number], 'id' | 'term' | 'text'>;

/** Makes a card of a term: the term in front, what it means behind. */
export function TermCardButton({ term }: { readonly term: Term }) {
  const [isOpen, setOpen] = useState(false);
  const [isMade, setMade] = useState(false);
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        disabled={isMade}
        className="block min-h-8 rounded text-[0.94rem] text-muted underline decoration-dotted underline-offset-4 hover:text-accent disabled:no-underline"
      >
        {isMade ? 'A card is made' : 'Make a card'}
        <span className="sr-only">: {term.term}</span>
      </button>
      {isOpen ? (
        <CardEditor
          card={{
            front: `What is meant by “${term.term}”?`,
            back: term.text,
            origin: 'glossary',
            source: `term/${term.id}`,
          }}
          onClose={() => setOpen(false)}
          onSaved={() => setMade(true)}
        />
      ) : null}
    </>
  );
}
