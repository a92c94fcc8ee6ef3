import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.tsx';
import { type SettingSearch, searchOf, settingOf } from './setting.ts';

const simulationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/simulation',
  validateSearch: (raw: Record<string, unknown>): SettingSearch => searchOf(settingOf(raw)),
}).lazy(() => import('./simulation-page.tsx').then(({ simulationPage }) => simulationPage));

export const simulationRoutes = [simulationRoute] as const;
