import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.tsx';

const getParentRoute = () => rootRoute;

const plansRoute = createRoute({ getParentRoute, path: '/plan' }).lazy(() =>
  import('./plans-page.tsx').then(({ plansPage }) => plansPage),
);

const planRoute = createRoute({ getParentRoute, path: '/plan/$exam' }).lazy(() =>
  import('./plan-page.tsx').then(({ planPage }) => planPage),
);

export const planRoutes = [plansRoute, planRoute] as const;
