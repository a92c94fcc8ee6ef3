import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.tsx';
import { parseCostSearch } from './cost-search.ts';

const costRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cost',
  validateSearch: parseCostSearch,
}).lazy(() => import('./cost-page.tsx').then(({ costPage }) => costPage));

export const costRoutes = [costRoute] as const;
