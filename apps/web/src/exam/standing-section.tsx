import type { ExamSummary } from '@cairn/contract';
import { Card, EmptyState, ErrorState } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { sentenceOf } from '../api.ts';
import { counted } from '../app/words.ts';
import { standingsQuery } from './attempt-requests.ts';
import { IntervalChart } from './interval-chart.tsx';

/** Half-width of an 80 % interval in standard errors (standard normal). */
const EIGHTY_PERCENT = 1.2816;
/** Abilities beyond this are drawn at the edge; nearly all people lie within. */
const EDGE = 3;

type Ability = { readonly estimate: number; readonly standardError: number };

const held = (value: number) => Math.max(-EDGE, Math.min(EDGE, value));

const signed = (value: number): string => {
  const rounded = Math.round(value * 10) / 10;
  return rounded > 0 ? `+${rounded}` : String(rounded).replace('-', '−');
};

function abilityText({ estimate, standardError }: Ability): string {
  const margin = EIGHTY_PERCENT * standardError;
  if (estimate - margin > 0) return 'above the pass line';
  return estimate + margin < 0 ? 'below the pass line' : 'could be either side';
}

/** Where the learner stands over all attempts, domain by domain, with how sure that is. */
export function StandingSection({ exam }: { exam: ExamSummary }) {
  const { data, error, refetch } = useQuery(standingsQuery);
  const standing = data?.find((one) => one.exam === exam.id);
  if (!data && !error) return null;
  return (
    <section aria-labelledby="standing" className="grid gap-4">
      <h2 id="standing" className="text-2xl sm:text-3xl">
        Where you stand
      </h2>
      {error ? (
        <ErrorState title="Your standing could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} />
      ) : null}
      {!error && (!standing || standing.answers === 0) ? (
        <EmptyState title="Not enough evidence yet">
          <p>
            Answer a few questions, in study or exam mode, and each domain appears here with how sure the estimate is.
          </p>
        </EmptyState>
      ) : null}
      {standing && standing.answers > 0 ? (
        <Card className="grid gap-3">
          <p>
            From {counted(standing.answers, 'answer')} to {counted(standing.itemsSeen, 'question')} of this bank,{' '}
            {standing.itemsMissed} of them missed. Bars are 80 % intervals: the fewer answers, the wider.
          </p>
          <IntervalChart
            title="Ability by domain"
            unit="ability in logits, 0 is a just-passing candidate"
            labelHead="Domain"
            min={-EDGE}
            max={EDGE}
            line={{ at: 0, label: 'Pass line' }}
            format={signed}
            rows={[
              { name: 'Whole exam', answers: standing.answers, theta: standing.theta },
              ...standing.domains.map(({ number, name, answers, theta }) => ({
                name: `${number} ${name}`,
                answers,
                theta,
              })),
            ].map(({ name, answers, theta }) => ({
              label: name,
              low: held(theta.estimate - EIGHTY_PERCENT * theta.standardError),
              estimate: held(theta.estimate),
              high: held(theta.estimate + EIGHTY_PERCENT * theta.standardError),
              text: answers === 0 ? 'no answers yet' : abilityText(theta),
              note: counted(answers, 'answer'),
              isUnknown: answers === 0,
            }))}
          />
        </Card>
      ) : null}
    </section>
  );
}
