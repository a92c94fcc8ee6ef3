import type { Diagnosis, DiagnosisDomain, DiagnosisKnown } from '@cairn/contract';
import { Button, Callout } from '@cairn/ui';
import { sentenceOf } from '../api.ts';
import { RouterLinkButton } from '../app/links.tsx';
import { studying, useStart } from '../exam/use-start.ts';

const SHORT_STUDY = 20;

/** Share of the exam's points that a domain holds back, with a question as hard as the pass line. */
const heldBack = ({ theta, weightPercent }: DiagnosisDomain): number => weightPercent / (1 + Math.exp(theta.estimate));

/** The domain that holds most of what is missing; none where nothing was answered. */
export const weakestOf = ({ domains }: DiagnosisKnown): DiagnosisDomain | undefined =>
  domains.some(({ answered }) => answered > 0) ? [...domains].sort((a, b) => heldBack(b) - heldBack(a))[0] : undefined;

export function ResultNext({ diagnosis, known }: { diagnosis: Diagnosis; known: DiagnosisKnown }) {
  const start = useStart();
  const { exam } = diagnosis;
  const weakest = weakestOf(known);
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
