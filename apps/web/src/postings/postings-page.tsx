import type { Catalog } from '@cairn/catalog';
import { createLazyRoute } from '@tanstack/react-router';
import { DecidingNav } from '../app/deciding-nav.tsx';
import { Page } from '../app/page.tsx';
import { WithCatalog } from '../app/with-catalog.tsx';
import { KeptSurvey } from './kept-survey.tsx';
import { OpenSurvey } from './open-survey.tsx';

export const postingsPage = createLazyRoute('/postings')({ component: PostingsPage });

function PostingsPage() {
  return (
    <Page
      kicker={<DecidingNav />}
      title="What the jobs really ask"
      lede="Bring the postings you want, five or fifty thousand. Cairn counts what they name, shows where they say it, and holds it against what you can show."
    >
      <WithCatalog>{(catalog) => <Surveys catalog={catalog} />}</WithCatalog>
    </Page>
  );
}

function Surveys({ catalog }: { readonly catalog: Catalog }) {
  const { survey } = postingsPage.useSearch();
  return survey === undefined ? <OpenSurvey catalog={catalog} /> : <KeptSurvey catalog={catalog} id={survey} />;
}
