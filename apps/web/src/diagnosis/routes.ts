import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.tsx';

const startRoute = createRoute({ getParentRoute: () => rootRoute, path: '/exams/$examId/diagnosis' }).lazy(() =>
  import('./start-page.tsx').then(({ diagnosisStartPage }) => diagnosisStartPage),
);

const questionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/diagnoses/$diagnosisId',
  staticData: { isBare: true },
}).lazy(() => import('./question-page.tsx').then(({ diagnosisQuestionPage }) => diagnosisQuestionPage));

const resultRoute = createRoute({ getParentRoute: () => rootRoute, path: '/diagnoses/$diagnosisId/result' }).lazy(() =>
  import('./result-page.tsx').then(({ diagnosisResultPage }) => diagnosisResultPage),
);

export const diagnosisRoutes = [startRoute, questionRoute, resultRoute] as const;
