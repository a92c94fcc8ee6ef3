import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.tsx';
import { parsePaySearch } from './pay-search.ts';

const getParentRoute = () => rootRoute;

const readRoute = createRoute({ getParentRoute, path: '/read' }).lazy(() =>
  import('./read-page.tsx').then(({ readPage }) => readPage),
);
const faqRoute = createRoute({ getParentRoute, path: '/read/faq' }).lazy(() =>
  import('./faq-page.tsx').then(({ faqPage }) => faqPage),
);
const glossaryRoute = createRoute({
  getParentRoute,
  path: '/read/glossary',
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } => (typeof q === 'string' ? { q } : {}),
}).lazy(() => import('./glossary-page.tsx').then(({ glossaryPage }) => glossaryPage));
const servicesRoute = createRoute({
  getParentRoute,
  path: '/read/services',
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } => (typeof q === 'string' ? { q } : {}),
}).lazy(() => import('./services-page.tsx').then(({ servicesPage }) => servicesPage));
const payRoute = createRoute({ getParentRoute, path: '/read/pay', validateSearch: parsePaySearch }).lazy(() =>
  import('./pay-page.tsx').then(({ payPage }) => payPage),
);
const certificationsRoute = createRoute({ getParentRoute, path: '/certifications' }).lazy(() =>
  import('./certifications-page.tsx').then(({ certificationsPage }) => certificationsPage),
);
const certificationRoute = createRoute({ getParentRoute, path: '/certifications/$code' }).lazy(() =>
  import('./certification-page.tsx').then(({ certificationPage }) => certificationPage),
);
const roleRoute = createRoute({ getParentRoute, path: '/roles/$id' }).lazy(() =>
  import('./role-page.tsx').then(({ rolePage }) => rolePage),
);

export const readRoutes = [
  readRoute,
  faqRoute,
  glossaryRoute,
  servicesRoute,
  payRoute,
  certificationsRoute,
  certificationRoute,
  roleRoute,
] as const;
