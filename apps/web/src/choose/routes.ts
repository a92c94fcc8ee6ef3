import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.tsx';
import { type ProfileSearch, parseProfileSearch } from './profile-search.ts';

const chooseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/choose',
  validateSearch: (raw: Record<string, unknown>): ProfileSearch => parseProfileSearch(raw),
}).lazy(() => import('./choose-page.tsx').then(({ choosePage }) => choosePage));

export const chooseRoutes = [chooseRoute] as const;
