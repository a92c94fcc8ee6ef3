import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.tsx';

const reportsRoute = createRoute({ getParentRoute: () => rootRoute, path: '/authors/reports' }).lazy(() =>
  import('./reports-page.tsx').then(({ reportsPage }) => reportsPage),
);

export const reportRoutes = [reportsRoute] as const;
