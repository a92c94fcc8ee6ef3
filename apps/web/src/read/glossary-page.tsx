import type { Catalog } from '@cairn/catalog';
import { EmptyState, Field, TextInput } from '@cairn/ui';
import { createLazyRoute } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import { TextLink } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { WithCatalog } from '../app/with-catalog.tsx';
import { counted } from '../app/words.ts';
import { TermCardButton } from '../cards/term-card-button.tsx';
import { termsByLetter } from './glossary.ts';

export const glossaryPage = createLazyRoute('/read/glossary')({ component: GlossaryPage });

function GlossaryPage() {
  return (
    <Page
      title="Glossary"
      lede="The words of the trade in plain sentences."
      kicker={<TextLink to="/read">Read</TextLink>}
      width="text"
    >
      <WithCatalog>{(catalog) => <Terms catalog={catalog} />}</WithCatalog>
    </Page>
  );
}

function Terms({ catalog }: { catalog: Catalog }) {
  const { q = '' } = glossaryPage.useSearch();
  const navigate = glossaryPage.useNavigate();
  const search = useDeferredValue(q);
  const groups = useMemo(() => termsByLetter(catalog.glossary, search), [catalog, search]);
  const found = groups.reduce((sum, { terms }) => sum + terms.length, 0);
  return (
    <div className="grid gap-8">
      <Field label="Search the glossary">
        {(control) => (
          <TextInput
            {...control}
            type="search"
            value={q}
            onChange={(event) => {
              const text = event.currentTarget.value;
              void navigate({ search: text ? { q: text } : {}, replace: true, resetScroll: false });
            }}
          />
        )}
      </Field>
      <p role="status" className="text-muted">
        {counted(found, 'term')}
      </p>
      {found === 0 ? (
        <EmptyState title="No term matches">Try fewer or shorter words, or clear the search.</EmptyState>
      ) : (
        <nav aria-label="Letters">
          <ul className="flex flex-wrap gap-1.5">
            {groups.map(({ letter }) => (
              <li key={letter}>
                <a
                  href={`#letter-${letter}`}
                  className="grid size-9 place-items-center rounded-lg border border-line bg-card font-semibold text-accent hover:border-accent"
                >
                  {letter}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {groups.map(({ letter, terms }) => (
        <section key={letter} id={`letter-${letter}`} aria-label={letter} className="grid gap-4">
          <h2 className="border-b border-line pb-1 text-3xl text-accent">{letter}</h2>
          <dl className="grid gap-5">
            {terms.map((term) => (
              <TermEntry key={term.id} term={term} catalog={catalog} />
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function TermEntry({ term, catalog }: { term: Catalog['glossary'][number]; catalog: Catalog }) {
  const related = (term.see ?? []).flatMap((id) => catalog.glossary.find((one) => one.id === id) ?? []);
  return (
    <div id={term.id}>
      <dt className="font-semibold">{term.term}</dt>
      <dd>
        {term.text}
        {related.length > 0 ? (
          <span className="block text-[0.94rem] text-muted">
            See also:{' '}
            {related.map((one, index) => (
              <span key={one.id}>
                {index > 0 ? ', ' : ''}
                <a href={`#${one.id}`} className="text-accent underline underline-offset-4">
                  {one.term}
                </a>
              </span>
            ))}
          </span>
        ) : null}
        <TermCardButton term={term} />
      </dd>
    </div>
  );
}
