import type { Diagnosis } from '@cairn/contract';
import { Button, Callout } from '@cairn/ui';
import { sentenceOf } from '../api.ts';
import { RouterLinkButton } from '../app/links.tsx';
import { studying, useStart } from '../exam/use-start.ts';

const SHORT_STUDY = 20;

type Domain = Diagnosis['known']['domains'][number];

/** Share of the exam's points that a domain holds back, with a question as hard as the pass line. */
const heldBack = ({ theta, weightPercent }: Domain): number => weightPercent / (1 + Math.exp(theta?.estimate ?? 0));

/** The domain that holds most of what is missing; none before anything is known. */
export const weakestOf = ({ known }: Pick<Diagnosis, 'known'>): Domain | undefined =>
  known.domains.filter(({ theta }) => theta !== null).sort((a, b) => heldBack(b) - heldBack(a))[0];

export function ResultNext({ diagnosis }: { diagnosis: Diagnosis }) {
  const start = useStart();
  const { exam } = diagnosis;
  const weakest = weakestOf(diagnosis);
  const missed = diagnosis.review.filter(({ credit }) => credit < 1).length;
  return (
    <section aria-labelledby="next" className="grid gap-4">
      <div className="grid max-w-3xl gap-1">
        <h2 id="next" className="text-2xl sm:text-3xl">
          What to do next
        </h2>
        <p className="text-muted">
          {weakest
            ? `Domain ${weakest.number}, ${weakest.name}, holds most of what is missing: it is ${Math.round(weakest.weightPercent)} % of the exam.`
            : 'Practise a little in each domain, then measure again.'}
          {missed > 0
            ? ` ${missed} of these questions lost credit; ${missed === 1 ? 'it' : 'each'} is explained below.`
            : ''}
        </p>
      </div>
      <div className="flex flex-wrap gap-3">
        {weakest ? (
          <Button
            look="primary"
            disabled={start.isPending}
            onClick={() =>
              start.mutate(studying(exam, { kind: 'domain', domain: weakest.number, questions: SHORT_STUDY }))
            }
          >
            Study domain {weakest.number}
          </Button>
        ) : null}
        <RouterLinkButton to="/readiness/$examId" params={{ examId: exam }} look={weakest ? 'secondary' : 'primary'}>
          See your readiness
        </RouterLinkButton>
        <RouterLinkButton to="/exams/$examId" params={{ examId: exam }}>
          Sit a full form
        </RouterLinkButton>
      </div>
      {start.error ? (
        <Callout tone="warn" announce title="This selection could not be started">
          <p>{sentenceOf(start.error)}</p>
        </Callout>
      ) : null}
    </section>
  );
}
