import { ErrorState, Fold, LineChart, Loading } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { sentenceOf } from '../api.ts';
import { counted } from '../app/words.ts';
import { ABILITY_UNIT } from './ability-chart.tsx';
import { informationQuery } from './readiness-requests.ts';

/** A ruler that is finest at the pass line: where a form measures well, and where it does not. */
export function InformationCurve({ exam }: { exam: string }) {
  const { data, error, refetch } = useQuery(informationQuery(exam));
  return (
    <div className="-mt-8 border-b border-line">
      <Fold summary="How precisely one form measures">
        {error ? (
          <ErrorState title="The curve could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} />
        ) : null}
        {!data && !error ? <Loading label="Reading the curve" lines={2} /> : null}
        {data ? (
          <div className="grid gap-3">
            <LineChart
              title="Standard error of one form"
              summary={`Smallest near the pass line at ${data.cut}, growing towards both ends.`}
              x={{ title: ABILITY_UNIT, min: -4, max: 4 }}
              y={{ title: 'Standard error (logits)', min: 0, max: 2, ticks: [0, 0.5, 1, 1.5, 2] }}
              series={[
                {
                  label: 'Standard error',
                  points: data.points.map(({ theta, standardError }) => ({ x: theta, y: standardError })),
                },
              ]}
              lines={[{ axis: 'x', at: data.cut, label: 'Pass line' }]}
              plotHeight={200}
            />
            <p className="text-[0.94rem] text-muted">
              An average form of {counted(data.questions, 'scored question')} from a bank of {data.bankQuestions}. Two
              thirds of the time the ability that a form shows lies within one standard error of the true one. The
              smaller, the sharper: it is smallest near the pass line, where it matters.
            </p>
          </div>
        ) : null}
      </Fold>
    </div>
  );
}
