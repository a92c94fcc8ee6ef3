import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.tsx';

const itemAnalysisRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/authors/item-analysis',
  /** The open question, so that Back leads to the table. Ids of digits only arrive as numbers. */
  validateSearch: ({ item }: Record<string, unknown>): { item?: string } =>
    typeof item === 'string' || typeof item === 'number' ? { item: String(item) } : {},
}).lazy(() => import('./item-analysis-page.tsx').then(({ itemAnalysisPage }) => itemAnalysisPage));

export const itemAnalysisRoutes = [itemAnalysisRoute] as const;
