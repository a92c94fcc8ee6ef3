import { type Catalog, faqAnswer } from '@cairn/catalog';
import { EmptyState, Icon, Markdown, SourceNote } from '@cairn/ui';
import { createLazyRoute, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { evidenceOf } from '../app/evidence.ts';
import { TextLink } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { WithCatalog } from '../app/with-catalog.tsx';

export const faqPage = createLazyRoute('/read/faq')({ component: FaqPage });

function FaqPage() {
  return (
    <Page
      title="Questions and answers"
      lede="Short answers from the facts in the catalog. Where sources disagree, both are shown."
      kicker={<TextLink to="/read">Read</TextLink>}
      width="text"
    >
      <WithCatalog>{(catalog) => <Entries catalog={catalog} />}</WithCatalog>
    </Page>
  );
}

function Entries({ catalog }: { catalog: Catalog }) {
  const linked = useRouterState({ select: (state) => state.location.hash });
  if (catalog.faq.length === 0) {
    return <EmptyState title="No questions yet">This catalog holds no questions and answers.</EmptyState>;
  }
  return (
    <div className="border-b border-line">
      {catalog.faq.map((entry) => (
        <Entry key={entry.id} entry={entry} catalog={catalog} isLinked={entry.id === linked} />
      ))}
    </div>
  );
}

type EntryProps = { entry: Catalog['faq'][number]; catalog: Catalog; isLinked: boolean };

function Entry({ entry, catalog, isLinked }: EntryProps) {
  const place = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!isLinked || !place.current) return;
    place.current.open = true;
    place.current.scrollIntoView({ block: 'start' });
  }, [isLinked]);
  return (
    <details ref={place} id={entry.id} className="group/entry border-t border-line">
      <summary className="flex items-center justify-between gap-4 py-4 hover:text-accent">
        <h2 className="text-xl">{entry.question}</h2>
        <Icon name="chevron" className="size-5 transition-transform group-open/entry:rotate-180" />
      </summary>
      <div className="grid gap-4 pb-8">
        <Markdown text={faqAnswer(catalog, entry)} />
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-[0.94rem]">
          <SourceNote evidence={evidenceOf(catalog, entry)} about={entry.question} />
          <a href={`#${entry.id}`} className="text-muted underline decoration-dotted underline-offset-4">
            Link to this answer
          </a>
          {entry.codes.map((code) => (
            <TextLink key={code} to="/certifications/$code" params={{ code: code.toLowerCase() }}>
              {code}
            </TextLink>
          ))}
        </p>
      </div>
    </details>
  );
}
