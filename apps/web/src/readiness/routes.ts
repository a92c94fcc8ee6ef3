import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.tsx';

const overviewRoute = createRoute({ getParentRoute: () => rootRoute, path: '/readiness' }).lazy(() =>
  import('./overview-page.tsx').then(({ overviewPage }) => overviewPage),
);

const readinessRoute = createRoute({ getParentRoute: () => rootRoute, path: '/readiness/$examId' }).lazy(() =>
  import('./readiness-page.tsx').then(({ readinessPage }) => readinessPage),
);

export const readinessRoutes = [overviewRoute, readinessRoute] as const;
