import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.tsx';

const homeRoute = createRoute({ getParentRoute: () => rootRoute, path: '/' }).lazy(() =>
  import('./home-page.tsx').then(({ homePage }) => homePage),
);

export const homeRoutes = [homeRoute] as const;
