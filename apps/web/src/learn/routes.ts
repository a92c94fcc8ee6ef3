import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.tsx';

const getParentRoute = () => rootRoute;

const learnRoute = createRoute({ getParentRoute, path: '/learn' }).lazy(() =>
  import('./learn-page.tsx').then(({ learnPage }) => learnPage),
);

const examRoute = createRoute({ getParentRoute, path: '/learn/$exam' }).lazy(() =>
  import('./exam-lessons-page.tsx').then(({ examLessonsPage }) => examLessonsPage),
);

const sheetRoute = createRoute({ getParentRoute, path: '/learn/$exam/sheet' }).lazy(() =>
  import('./sheet-page.tsx').then(({ sheetPage }) => sheetPage),
);

const lessonRoute = createRoute({ getParentRoute, path: '/learn/$exam/$task' }).lazy(() =>
  import('./lesson-page.tsx').then(({ lessonPage }) => lessonPage),
);

export const learnRoutes = [learnRoute, examRoute, sheetRoute, lessonRoute] as const;
