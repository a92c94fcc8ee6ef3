import type { Diagnosis, DiagnosisKnown } from '@cairn/contract';
import { Callout, Card, chanceText, ErrorState, Loading } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { ApiProblem, sentenceOf } from '../api.ts';
import { RouterLinkButton } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { counted } from '../app/words.ts';
import { isUuid } from '../exam/attempt-action.ts';
import { momentText } from '../exam/exam-words.ts';
import { AbilityChart } from '../readiness/ability-chart.tsx';
import { diagnosisQuery } from './diagnosis-requests.ts';
import { stopText, verdictText } from './diagnosis-words.ts';
import { NoSuchDiagnosis } from './no-such-diagnosis.tsx';
import { ResultNext } from './result-next.tsx';
import { ResultReview } from './result-review.tsx';
import '../exam/exam.css';

export const diagnosisResultPage = createLazyRoute('/diagnoses/$diagnosisId/result')({ component: ResultPage });

function ResultPage() {
  const { diagnosisId } = diagnosisResultPage.useParams();
  return isUuid(diagnosisId) ? <DiagnosisResult diagnosisId={diagnosisId} /> : <NoSuchDiagnosis />;
}

function DiagnosisResult({ diagnosisId }: { diagnosisId: string }) {
  const { data, error, refetch } = useQuery(diagnosisQuery(diagnosisId));
  if (data) return data.known ? <FullResult diagnosis={data} known={data.known} /> : <NoResultYet diagnosis={data} />;
  if (error) {
    const canRetry = !(error instanceof ApiProblem && error.status >= 400 && error.status < 500);
    return (
      <Page title="This diagnosis cannot be opened" width="text">
        <ErrorState title={sentenceOf(error)} {...(canRetry && { onRetry: () => void refetch() })} />
        <div>
          <RouterLinkButton to="/readiness">See where you stand</RouterLinkButton>
        </div>
      </Page>
    );
  }
  return (
    <Page title="Result of the diagnosis" width="text">
      <Loading label="Reading the result" lines={5} />
    </Page>
  );
}

function NoResultYet({ diagnosis }: { diagnosis: Diagnosis }) {
  return (
    <Page
      title="No result yet"
      width="text"
      lede={`This diagnosis is still running: ${counted(diagnosis.answered, 'question')} answered.`}
    >
      <div>
        <RouterLinkButton to="/diagnoses/$diagnosisId" params={{ diagnosisId: diagnosis.id }} look="primary">
          Go on with it
        </RouterLinkButton>
      </div>
    </Page>
  );
}

type Over = { readonly diagnosis: Diagnosis; readonly known: DiagnosisKnown };

function FullResult({ diagnosis, known }: Over) {
  const { stopped, answered, title, overAt, startedAt } = diagnosis;
  const verdict = verdictText(known);
  return (
    <Page
      title={verdict.title}
      kicker={`${title} · Diagnosis · ${momentText(overAt ?? startedAt)}`}
      lede={verdict.text}
    >
      {answered === 0 ? (
        <Callout title="Nothing was answered">
          <p>So nothing is known: the interval is the one that anybody starts with.</p>
        </Callout>
      ) : (
        <Known diagnosis={diagnosis} known={known} />
      )}
      {stopped ? (
        <section aria-labelledby="stopped" className="grid max-w-3xl gap-2">
          <h2 id="stopped" className="text-2xl">
            Why it stopped after {counted(answered, 'question')}
          </h2>
          <p>{stopText(stopped)}</p>
        </section>
      ) : null}
      <ResultNext diagnosis={diagnosis} known={known} />
      {diagnosis.review.length > 0 ? <ResultReview diagnosis={diagnosis} /> : null}
    </Page>
  );
}

function Known({ diagnosis: { answered }, known }: Over) {
  const domains = known.domains.map(({ number, name, answered: answers, theta }) => ({ number, name, answers, theta }));
  return (
    <Card className="grid gap-4">
      <p className="text-lg">
        Probability that your ability lies above the pass line, from these {counted(answered, 'answer')} alone:{' '}
        <strong>{chanceText(known.passProbability)}</strong>.
      </p>
      <AbilityChart domains={domains} whole={{ answers: answered, theta: known.theta }} />
      <p className="text-[0.94rem] text-muted">
        Bars are 80 % intervals: the fewer questions, the wider. This is an estimate from our questions, never the
        vendor’s score.
      </p>
    </Card>
  );
}
