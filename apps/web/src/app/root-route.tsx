import { createRootRoute } from '@tanstack/react-router';
import { BrokenPage, MissingPage } from './fallback-pages.tsx';
import { Shell } from './shell.tsx';

export const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: MissingPage,
  errorComponent: BrokenPage,
});
