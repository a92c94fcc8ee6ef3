import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.tsx';

const postingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/postings',
  validateSearch: ({ survey }: Record<string, unknown>): { survey?: string } =>
    typeof survey === 'string' && survey !== '' ? { survey } : {},
}).lazy(() => import('./postings-page.tsx').then(({ postingsPage }) => postingsPage));

const resumeRoute = createRoute({ getParentRoute: () => rootRoute, path: '/postings/resume' }).lazy(() =>
  import('./resume/resume-page.tsx').then(({ resumePage }) => resumePage),
);

export const postingsRoutes = [postingsRoute, resumeRoute] as const;
