import { createRouter } from '@tanstack/react-router';
import { cardRoutes } from '../cards/routes.ts';
import { chooseRoutes } from '../choose/routes.ts';
import { compareRoutes } from '../compare/routes.ts';
import { costRoutes } from '../cost/routes.ts';
import { diagnosisRoutes } from '../diagnosis/routes.ts';
import { examRoutes } from '../exam/routes.ts';
import { homeRoutes } from '../home/routes.ts';
import { itemAnalysisRoutes } from '../item-analysis/routes.ts';
import { labRoutes } from '../labs/routes.ts';
import { learnRoutes } from '../learn/routes.ts';
import { planRoutes } from '../plan/routes.ts';
import { postingsRoutes } from '../postings/routes.ts';
import { readRoutes } from '../read/routes.ts';
import { readinessRoutes } from '../readiness/routes.ts';
import { reliabilityRoutes } from '../reliability/routes.ts';
import { reportRoutes } from '../reports/routes.ts';
import { roadmapRoutes } from '../roadmap/routes.ts';
import { searchRoutes } from '../search/routes.ts';
import { simulationRoutes } from '../simulation/routes.ts';
import { todayRoutes } from '../today/routes.ts';
import { BrokenPage } from './fallback-pages.tsx';
import { rootRoute } from './root-route.tsx';

/** One line per feature. Each route loads its page when it is first visited. */
const routeTree = rootRoute.addChildren([
  ...homeRoutes,
  ...todayRoutes,
  ...planRoutes,
  ...cardRoutes,
  ...chooseRoutes,
  ...compareRoutes,
  ...postingsRoutes,
  ...roadmapRoutes,
  ...costRoutes,
  ...readRoutes,
  ...examRoutes,
  ...diagnosisRoutes,
  ...learnRoutes,
  ...labRoutes,
  ...readinessRoutes,
  ...searchRoutes,
  ...simulationRoutes,
  ...reliabilityRoutes,
  ...itemAnalysisRoutes,
  ...reportRoutes,
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultErrorComponent: BrokenPage, // within the page, so that the bar above stays
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
