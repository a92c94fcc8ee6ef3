import type { Report, ReportWithCorrection } from '@cairn/contract';
import { Callout, Card, chanceText, ErrorState, Loading } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { ApiProblem, sentenceOf } from '../api.ts';
import { RouterLinkButton } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { counted } from '../app/words.ts';
import { isUuid } from './attempt-action.ts';
import { finishedAttemptQuery, reportQuery } from './attempt-requests.ts';
import { CorrectionNotice } from './correction-notice.tsx';
import { spokenTime } from './countdown.ts';
import { momentText, scopeText, VERDICTS, whole } from './exam-words.ts';
import { IntervalChart } from './interval-chart.tsx';
import { NoSuchAttempt } from './no-such-attempt.tsx';
import { NextSteps, PracticeAgain } from './report-next.tsx';
import { ReportReview } from './report-review.tsx';
import { TimeChart } from './time-chart.tsx';
import './exam.css';

export const reportPage = createLazyRoute('/attempts/$attemptId/report')({ component: ReportPage });

function ReportPage() {
  const { attemptId } = reportPage.useParams();
  return isUuid(attemptId) ? <AttemptReport attemptId={attemptId} /> : <NoSuchAttempt />;
}

function AttemptReport({ attemptId }: { attemptId: string }) {
  const { data, error, refetch } = useQuery(reportQuery(attemptId));
  if (error) {
    const isRunning = error instanceof ApiProblem && error.kind === 'attempt-running';
    const canRetry = !(error instanceof ApiProblem && error.status >= 400 && error.status < 500);
    return (
      <Page title={isRunning ? 'No report yet' : 'This report cannot be opened'} width="text">
        <ErrorState title={sentenceOf(error)} {...(canRetry && { onRetry: () => void refetch() })} />
        <div className="flex flex-wrap gap-3">
          {isRunning ? (
            <RouterLinkButton to="/attempts/$attemptId" params={{ attemptId }} look="primary">
              Continue the exam
            </RouterLinkButton>
          ) : null}
          <RouterLinkButton to="/exams">See your exams and attempts</RouterLinkButton>
        </div>
      </Page>
    );
  }
  if (!data) {
    return (
      <Page title="Score report" width="text">
        <Loading label="Reading the report" lines={5} />
      </Page>
    );
  }
  return <FullReport report={data} />;
}

function FullReport({ report }: { report: ReportWithCorrection }) {
  const attempt = useQuery(finishedAttemptQuery(report.attemptId));
  return (
    <Page
      title={headlineOf(report)}
      kicker={`${report.title} · ${report.mode === 'study' ? 'Study' : 'Exam'} · ${scopeText(report.scope)} · ${momentText(report.overAt)}`}
      lede={<Summary report={report} />}
    >
      <CorrectionNotice report={report} />
      {isForm(report) ? <ScaledEstimate report={report} /> : null}
      <NextSteps report={report} />
      <PracticeAgain report={report} />
      <Domains report={report} />
      <Card>
        <TimeChart report={report} />
        <p className="mt-3 text-[0.94rem] text-muted">
          Filled bars earned all their points; hollow ones lost some.
          {report.limitSeconds === null
            ? ''
            : ` You used ${spokenTime(report.usedSeconds)} of ${spokenTime(report.limitSeconds)}.`}
          {report.outageSeconds > 0
            ? ` Cairn was off for ${spokenTime(report.outageSeconds)}; that time did not count.`
            : ''}
        </p>
      </Card>
      <ReportReview report={report} attempt={attempt} />
    </Page>
  );
}

/** Keeps a number and its % on one line. */
const NO_BREAK = '\u00a0';

/** A selection of questions says little about the whole exam, so only a full form gets a verdict. */
const isForm = ({ scope }: Report): boolean => scope.kind === 'form';

function headlineOf(report: Report): string {
  if (isForm(report)) return VERDICTS[report.verdict].text;
  const { points, possible } = totalOf(report);
  return `${points} of ${counted(possible, 'point')}`;
}

function totalOf({ scored, unscored }: Report) {
  return { points: scored.points + unscored.points, possible: scored.possible + unscored.possible };
}

function Summary({ report }: { report: Report }) {
  const { scored, unscored, cutPercent, overReason } = report;
  return (
    <div className="grid gap-2">
      <p>
        {counted(scored.points, 'point')} of {scored.possible} on the scored questions: {whole(scored.percent)}
        {NO_BREAK}%. A just-passing candidate would earn {whole(cutPercent)}
        {NO_BREAK}% on them, as their authors rate them.
        {overReason === 'timed-out' ? ' The time was up before you handed in.' : ''}
      </p>
      {unscored.questions > 0 ? (
        <p className="text-base">
          {counted(unscored.questions, 'question')} did not count, as on the real exam: {unscored.points} of{' '}
          {counted(unscored.possible, 'point')} there.
        </p>
      ) : null}
    </div>
  );
}

function ScaledEstimate({ report }: { report: Report }) {
  const { scaled, scale, passProbability, verdict } = report;
  return (
    <Card className="grid gap-4">
      <Callout
        tone={VERDICTS[verdict].tone}
        title={`Probability that your ability lies above the pass line: ${chanceText(passProbability)}`}
      >
        <p>
          This is an estimate from our items, never the vendor’s score. The bar holds your scaled score with 80
          {NO_BREAK}% probability.
        </p>
      </Callout>
      <IntervalChart
        title="Estimated scaled score"
        unit="scaled score"
        labelHead="What"
        min={scale.min}
        max={scale.max}
        line={{ at: scale.pass, label: 'Pass' }}
        format={whole}
        rows={[
          {
            label: 'This form',
            ...scaled,
            text: `${whole(scaled.estimate)} (${whole(scaled.low)} to ${whole(scaled.high)})`,
          },
        ]}
      />
    </Card>
  );
}

const BANDS = {
  meets: 'meets the line',
  'needs-improvement': 'needs work',
  'too-few-answers': 'too few to tell',
} as const;

function Domains({ report }: { report: Report }) {
  const asked = report.domains.filter(({ questions }) => questions > 0);
  if (asked.length === 0) return null;
  return (
    <Card className="grid gap-3">
      <IntervalChart
        title="By domain"
        unit="% of points"
        labelHead="Domain"
        min={0}
        max={100}
        line={{ at: report.cutPercent, label: 'Pass line of this form' }}
        format={whole}
        rows={asked.map(({ number, name, points, possible, percent, band, questions, weightPercent }) => ({
          label: `${number} ${name}`,
          ...percent,
          text: `${points}/${possible}, ${BANDS[band]}`,
          note: `${counted(questions, 'question')}, ${whole(weightPercent)} % of the exam`,
        }))}
      />
      <p className="text-[0.94rem] text-muted">
        Bars are 80 % intervals. No domain has a pass line of its own; only the whole exam counts.
      </p>
    </Card>
  );
}
