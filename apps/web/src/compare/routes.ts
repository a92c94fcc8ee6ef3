import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.tsx';

const compareRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/compare',
  validateSearch: ({ ids }: Record<string, unknown>): { ids?: string } => (typeof ids === 'string' ? { ids } : {}),
}).lazy(() => import('./compare-page.tsx').then(({ comparePage }) => comparePage));

export const compareRoutes = [compareRoute] as const;
