import { ErrorState, Loading } from '@cairn/ui';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { RouterLinkButton } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { queryClient } from '../app/queries.ts';
import { isUuid } from '../exam/attempt-action.ts';
import type { DiagnosisSitting, DiagnosisState } from './diagnosis-sitting.ts';
import { NoSuchDiagnosis } from './no-such-diagnosis.tsx';
import { QuestionScreen } from './question-screen.tsx';
import { useDiagnosisSitting } from './use-diagnosis-sitting.ts';
import '../exam/exam.css';

export const diagnosisQuestionPage = createLazyRoute('/diagnoses/$diagnosisId')({ component: DiagnosisPage });

function DiagnosisPage() {
  const { diagnosisId } = diagnosisQuestionPage.useParams();
  return isUuid(diagnosisId) ? <OpenedPage key={diagnosisId} diagnosisId={diagnosisId} /> : <NoSuchDiagnosis />;
}

function OpenedPage({ diagnosisId }: { diagnosisId: string }) {
  const { state, sitting } = useDiagnosisSitting(diagnosisId);
  if (!sitting) return <OpeningPage />;
  switch (state.kind) {
    case 'loading':
      return <OpeningPage />;
    case 'failed':
      return <FailedPage failure={state} sitting={sitting} />;
    case 'asking':
      return <QuestionScreen state={state} sitting={sitting} />;
    case 'over':
      return <OverPage diagnosisId={diagnosisId} />;
  }
}

function OpeningPage() {
  return (
    <Page title="Opening the diagnosis" width="text">
      <Loading label="Opening the diagnosis" lines={5} />
    </Page>
  );
}

type Failure = Extract<DiagnosisState, { kind: 'failed' }>;

function FailedPage({ failure, sitting }: { failure: Failure; sitting: DiagnosisSitting }) {
  return (
    <Page title="This diagnosis cannot be opened" width="text">
      <ErrorState
        title={failure.message}
        {...(failure.hasKept && {
          detail: 'Your last answer is kept on this device and is sent once Cairn answers again.',
        })}
        {...(failure.canRetry && { onRetry: () => void sitting.open() })}
      />
      <div>
        <RouterLinkButton to="/readiness">See where you stand</RouterLinkButton>
      </div>
    </Page>
  );
}

/** The end changes what is known everywhere else. */
function OverPage({ diagnosisId }: { diagnosisId: string }) {
  const navigate = useNavigate();
  useEffect(() => {
    for (const key of ['diagnoses', 'diagnosis', 'readiness', 'standing']) {
      void queryClient.invalidateQueries({ queryKey: [key] });
    }
    void navigate({ to: '/diagnoses/$diagnosisId/result', params: { diagnosisId }, replace: true });
  }, [diagnosisId, navigate]);
  return (
    <Page title="The diagnosis is over" width="text" lede="Your result opens by itself.">
      <Loading label="Opening the result" lines={3} />
    </Page>
  );
}
