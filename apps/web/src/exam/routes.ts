import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.tsx';
import { readStartSearch } from './start-plan.ts';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The page fills the window: no top bar and no footer beside it. */
    readonly isBare?: true;
  }
}

const examsRoute = createRoute({ getParentRoute: () => rootRoute, path: '/exams' }).lazy(() =>
  import('./exams-page.tsx').then(({ examsPage }) => examsPage),
);

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/exams/$examId',
  validateSearch: readStartSearch,
}).lazy(() => import('./start-page.tsx').then(({ startPage }) => startPage));

const playerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/attempts/$attemptId',
  staticData: { isBare: true },
}).lazy(() => import('./player-page.tsx').then(({ playerPage }) => playerPage));

const reportRoute = createRoute({ getParentRoute: () => rootRoute, path: '/attempts/$attemptId/report' }).lazy(() =>
  import('./report-page.tsx').then(({ reportPage }) => reportPage),
);

export const examRoutes = [examsRoute, startRoute, playerRoute, reportRoute] as const;
