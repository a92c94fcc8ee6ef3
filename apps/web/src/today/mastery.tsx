import type { Mastery } from '@cairn/contract';
import { Fold } from '@cairn/ui';
import { TextLink } from '../app/links.tsx';
import { counted } from '../app/words.ts';

type Domain = Mastery['domains'][number];

/** What the answers so far show, domain by domain, and under each its tasks. Too few answers show nothing. */
export function MasteryList({ mastery: { exam, code, domains } }: { mastery: Mastery }) {
  return (
    <section aria-labelledby={`mastery-${exam}`} className="grid gap-4 border-t border-line pt-8">
      <h2 id={`mastery-${exam}`} className="text-2xl sm:text-3xl">
        What you know of {code}
      </h2>
      <p className="max-w-prose text-muted">
        Read from every answer you gave here; guesses are discounted.{' '}
        <TextLink to="/readiness/$examId" params={{ examId: exam }}>
          The chance of passing
        </TextLink>{' '}
        says what that means for the exam.
      </p>
      <div className="border-b border-line">
        {domains.map((domain) => (
          <Fold key={domain.number} summary={<DomainLine domain={domain} />}>
            <Tasks domain={domain} />
          </Fold>
        ))}
      </div>
    </section>
  );
}

function DomainLine({ domain: { number, name, known, answers } }: { domain: Domain }) {
  return (
    <span className="grid gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,1fr)_18rem] sm:items-center">
      <span>
        {number} {name}
      </span>
      <Share value={known} answers={answers} />
    </span>
  );
}

function Tasks({ domain: { tasks } }: { domain: Domain }) {
  return (
    <ul className="grid gap-3">
      {tasks.map(({ id, text, right, answers }) => (
        <li key={id} className="grid gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,1fr)_18rem]">
          <span>
            <span className="text-muted">{id.split('/')[1]}</span> {text}
          </span>
          <Share value={right} answers={answers} />
        </li>
      ))}
    </ul>
  );
}

function Share({ value, answers }: { value: number | null; answers: number }) {
  if (value === null) {
    return (
      <span className="text-[0.94rem] font-normal text-muted">
        Not enough evidence yet{answers === 0 ? '' : ` (${counted(answers, 'answer')})`}
      </span>
    );
  }
  const percent = Math.round(100 * value);
  return (
    <span className="flex items-center gap-3 text-[0.94rem] font-normal">
      <span className="h-2.5 flex-1 overflow-hidden rounded-full bg-sunken shadow-[inset_0_0_0_1px_var(--color-line)]">
        <span className="block h-full rounded-full bg-accent" style={{ width: `${percent}%` }} />
      </span>
      <span className="w-32 shrink-0 tabular-nums">
        {percent} % <span className="text-muted">of {counted(answers, 'answer')}</span>
      </span>
    </span>
  );
}
