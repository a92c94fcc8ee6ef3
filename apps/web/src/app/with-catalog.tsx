import type { Catalog } from '@cairn/catalog';
import { ErrorState, Loading } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { sentenceOf } from '../api.ts';
import { Page } from './page.tsx';
import { catalogQuery } from './queries.ts';

/** Loading and error state of every page that stands on the catalog. */
export function WithCatalog({ children }: { children: (catalog: Catalog) => ReactNode }) {
  const { data, error, refetch } = useQuery(catalogQuery);
  if (data) return children(data);
  if (error) {
    return (
      <ErrorState title="The catalog could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} />
    );
  }
  return <Loading label="Reading the catalog" />;
}

/** For a page whose heading comes from the catalog: until it is here, `title` heads the page. */
export function WithCatalogPage({ title, children }: { title: string; children: (catalog: Catalog) => ReactNode }) {
  const { data } = useQuery(catalogQuery);
  if (data) return <WithCatalog>{children}</WithCatalog>;
  return (
    <Page title={title}>
      <WithCatalog>{() => null}</WithCatalog>
    </Page>
  );
}
