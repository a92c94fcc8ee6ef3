import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.tsx';
import { readPageSearch } from './page-search.ts';

const searchRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/search',
  validateSearch: readPageSearch,
}).lazy(() => import('./search-page.tsx').then(({ searchPage }) => searchPage));

export const searchRoutes = [searchRoute] as const;
