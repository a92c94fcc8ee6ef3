import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.tsx';
import { readLabsSearch } from './lab-filter.ts';
import { readWorkSearch } from './work-search.ts';

const labsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/labs',
  validateSearch: readLabsSearch,
}).lazy(() => import('./labs-page.tsx').then(({ labsPage }) => labsPage));

const fidelityRoute = createRoute({ getParentRoute: () => rootRoute, path: '/labs/fidelity' }).lazy(() =>
  import('./fidelity-page.tsx').then(({ fidelityPage }) => fidelityPage),
);

const labRoute = createRoute({ getParentRoute: () => rootRoute, path: '/labs/$labId' }).lazy(() =>
  import('./lab-page.tsx').then(({ labPage }) => labPage),
);

const workRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/labs/$labId/work',
  validateSearch: readWorkSearch,
}).lazy(() => import('./work-page.tsx').then(({ workPage }) => workPage));

export const labRoutes = [labsRoute, fidelityRoute, labRoute, workRoute] as const;
