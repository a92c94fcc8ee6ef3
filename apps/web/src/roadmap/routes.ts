import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.tsx';
import { parseRoadmapSearch } from './inputs.ts';

const roadmapRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/roadmap',
  validateSearch: parseRoadmapSearch,
}).lazy(() => import('./roadmap-page.tsx').then(({ roadmapPage }) => roadmapPage));

export const roadmapRoutes = [roadmapRoute] as const;
