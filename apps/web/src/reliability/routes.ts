import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.tsx';

const reliabilityRoute = createRoute({ getParentRoute: () => rootRoute, path: '/reliability' }).lazy(() =>
  import('./reliability-page.tsx').then(({ reliabilityPage }) => reliabilityPage),
);

export const reliabilityRoutes = [reliabilityRoute] as const;
