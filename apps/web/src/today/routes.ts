import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.tsx';

const todayRoute = createRoute({ getParentRoute: () => rootRoute, path: '/today' }).lazy(() =>
  import('./today-page.tsx').then(({ todayPage }) => todayPage),
);

export const todayRoutes = [todayRoute] as const;
