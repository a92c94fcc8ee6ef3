import type { AttemptSummary, DiagnosisSummary, PlanSummary, SavedRoadmap, Standing } from '@cairn/contract';
import { Callout, Icon } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { sentenceOf } from '../api.ts';
import { examAddress } from '../app/links.tsx';
import { attemptsQuery, diagnosesQuery, profileQuery, roadmapsQuery, standingsQuery } from '../app/queries.ts';
import { counted, dayInWords } from '../app/words.ts';
import { plansQuery } from '../plan/plan-requests.ts';
import { nextStepOf } from './next-step.ts';

/** What a returning person would look for first. A newcomer has none of it and sees nothing. */
export function WhereYouLeftOff() {
  const attempts = useQuery(attemptsQuery);
  const roadmaps = useQuery(roadmapsQuery);
  const profile = useQuery(profileQuery);
  const diagnosis = useQuery(diagnosesQuery).data?.find(({ state }) => state === 'running');
  const plan = useQuery(plansQuery).data?.[0];
  const standing = mostAnswered(useQuery(standingsQuery).data ?? []);
  const error = firstOf(attempts, roadmaps, profile);
  const running = attempts.data?.find(({ state }) => state !== 'over');
  const newest = roadmaps.data?.[0];
  const answered = Object.keys(profile.data ?? {}).filter((key) => key !== 'weights').length;
  const isNew = ![running, newest, diagnosis, standing, plan].some(Boolean) && answered === 0;
  if (isNew) {
    return error ? (
      <Callout tone="warn" title="Your saved work could not be read">
        <p>{sentenceOf(error)}</p>
      </Callout>
    ) : null;
  }
  return (
    <section aria-labelledby="left-off" className="grid gap-5">
      <h2 id="left-off" className="text-2xl sm:text-3xl">
        Where you left off
      </h2>
      <ul className="grid gap-4 md:grid-cols-2 lg:grid-cols-3">
        {plan ? <PlannedToday plan={plan} /> : null}
        {running ? <RunningAttempt attempt={running} /> : null}
        {diagnosis ? <RunningDiagnosis diagnosis={diagnosis} /> : null}
        {standing ? <YourReadiness standing={standing} /> : null}
        {newest ? <NewestRoadmap saved={newest} /> : null}
        {answered > 0 ? (
          <Entry title="Your last answer">
            <Link to="/choose" search={{}} className={ENTRY_LINK}>
              {counted(answered, 'question')} answered: see what fits
            </Link>
          </Entry>
        ) : null}
      </ul>
    </section>
  );
}

const firstOf = (...queries: readonly { readonly error: Error | null }[]): Error | undefined =>
  queries.find(({ error }) => error !== null)?.error ?? undefined;

const ENTRY_LINK = 'font-semibold text-accent underline underline-offset-4 after:absolute after:inset-0';

function Entry({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <li className="relative grid content-start gap-1 rounded-xl border border-line bg-card p-5 hover:border-accent">
      <h3 className="font-sans text-base font-semibold tracking-normal text-muted">{title}</h3>
      <p className="flex items-center gap-2">
        <Icon name="arrow" className="size-4 text-accent" />
        <span>{children}</span>
      </p>
      {note ? <p className="text-[0.94rem] text-muted">{note}</p> : null}
    </li>
  );
}

function PlannedToday({ plan }: { plan: PlanSummary }) {
  return (
    <Entry title="Today" note={`${plan.code} on ${dayInWords(plan.examDay)}, ${plan.done} of ${plan.total} done`}>
      <Link to="/today" className={ENTRY_LINK}>
        What to do in the next twenty minutes
      </Link>
    </Entry>
  );
}

function RunningAttempt({ attempt }: { attempt: AttemptSummary }) {
  return (
    <Entry
      title={attempt.state === 'paused' ? 'Paused attempt' : 'Running attempt'}
      note={`${attempt.answered} of ${counted(attempt.questions, 'question')} answered`}
    >
      <Link to={examAddress(`/attempts/${attempt.id}`)} className={ENTRY_LINK}>
        Continue {attempt.title}
      </Link>
    </Entry>
  );
}

function RunningDiagnosis({ diagnosis }: { diagnosis: DiagnosisSummary }) {
  return (
    <Entry title="Running diagnosis" note={`${counted(diagnosis.answered, 'question')} answered`}>
      <Link to="/diagnoses/$diagnosisId" params={{ diagnosisId: diagnosis.id }} className={ENTRY_LINK}>
        Go on with {diagnosis.title}
      </Link>
    </Entry>
  );
}

/** The exam that most was answered for is the one that is prepared for. */
const mostAnswered = (standings: readonly Standing[]): Standing | undefined =>
  [...standings].sort((a, b) => b.answers - a.answers)[0];

function YourReadiness({ standing }: { standing: Standing }) {
  return (
    <Entry title="Your readiness" note={`From ${counted(standing.answers, 'answer')}`}>
      <Link to="/readiness/$examId" params={{ examId: standing.exam }} className={ENTRY_LINK}>
        The chance of passing {standing.title}
      </Link>
    </Entry>
  );
}

function NewestRoadmap({ saved }: { saved: SavedRoadmap }) {
  const next = nextStepOf(saved);
  return (
    <Entry title="Your roadmap" {...(next && { note: `Next: ${next}` })}>
      <Link to="/roadmap" search={{ saved: saved.id }} className={ENTRY_LINK}>
        The way to {saved.goal}
      </Link>
    </Entry>
  );
}
