import type { Readiness, ReadinessEstimate } from '@cairn/contract';
import { Card, Dial } from '@cairn/ui';
import { dayInWords } from '../app/words.ts';
import type { Plan } from './plan.ts';
import { PlanForm } from './plan-form.tsx';

const readingOf = ({ status, probability, low, high }: ReadinessEstimate) =>
  status === 'enough' ? { estimate: probability, low, high } : undefined;

/** Today, and on the day of the exam under the plan beside it. */
export function Dials({ readiness, onPlan }: { readiness: Readiness; onPlan: (plan: Plan) => void }) {
  const { today, forecast, plan } = readiness;
  return (
    <section
      aria-label="Chance of passing"
      className="grid items-stretch gap-6 md:grid-cols-2 xl:grid-cols-[1fr_1fr_18rem]"
    >
      <Card>
        <Dial title="Chance of passing today" reading={readingOf(today)} bandName="80 % band" />
      </Card>
      <Card>
        <Dial
          title={plan.examOn ? `On ${dayInWords(plan.examOn)}` : 'On the day of the exam'}
          reading={forecast ? readingOf(forecast.onExamDay) : undefined}
          bandName="80 % band"
          emptyText={forecast ? 'Not enough evidence yet' : missingOf(plan)}
        />
      </Card>
      <Card className="md:max-xl:col-span-2">
        <PlanForm plan={plan} onPlan={onPlan} />
      </Card>
    </section>
  );
}

function missingOf({ examOn, hoursPerWeek }: Readiness['plan']): string {
  if (!examOn) return hoursPerWeek === null ? 'Say when, and how many hours a week' : 'Say when the exam is';
  return hoursPerWeek === null ? 'Say how many hours a week' : 'No forecast';
}
