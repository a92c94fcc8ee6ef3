import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.tsx';
import { readBrowseSearch, readReviewSearch } from './card-search.ts';

const overviewRoute = createRoute({ getParentRoute: () => rootRoute, path: '/cards' }).lazy(() =>
  import('./cards-page.tsx').then(({ cardsPage }) => cardsPage),
);

const reviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cards/review',
  validateSearch: readReviewSearch,
  staticData: { isBare: true },
}).lazy(() => import('./review-page.tsx').then(({ reviewPage }) => reviewPage));

const browseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cards/all',
  validateSearch: readBrowseSearch,
}).lazy(() => import('./browse-page.tsx').then(({ browsePage }) => browsePage));

const settingsRoute = createRoute({ getParentRoute: () => rootRoute, path: '/cards/settings' }).lazy(() =>
  import('./settings-page.tsx').then(({ settingsPage }) => settingsPage),
);

export const cardRoutes = [overviewRoute, reviewRoute, browseRoute, settingsRoute] as const;
