import type { Advice, AdvisedCertification, Profile } from '@cairn/catalog';
import { StatusBadge } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { examAddress, RouterLinkButton, TextLink } from '../app/links.tsx';
import { examsQuery } from '../app/queries.ts';
import { answersIn } from './profile.ts';

/** With fewer the page does not speak of the best; the advice says why in a notice. */
const ENOUGH_ANSWERS = 3;

type WinnerProps = {
  advice: Advice;
  profile: Profile;
  first: AdvisedCertification;
  second: AdvisedCertification | undefined;
};

/** The first certification and role, why, and how sure that is. */
export function Winner({ advice, profile, first, second }: WinnerProps) {
  const isTie = advice.tie.length > 0;
  const role = advice.roles[0];
  return (
    <div className="grid gap-4">
      <div aria-live="polite" className="grid gap-2">
        <p className="font-semibold text-muted">
          {isTie ? 'A tie: either fits' : answersIn(profile) < ENOUGH_ANSWERS ? 'First so far' : 'Fits you best'}
        </p>
        <h2 className="text-3xl">
          <TextLink to="/certifications/$code" params={{ code: first.id }} className="!text-ink">
            {first.name}
          </TextLink>
        </h2>
        {isTie && second ? (
          <p className="font-display text-xl">
            or{' '}
            <TextLink to="/certifications/$code" params={{ code: second.id }} className="!text-ink">
              {second.name}
            </TextLink>
          </p>
        ) : null}
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-mono text-[0.9rem] text-muted">{first.code}</span>
          <StatusBadge status={first.status} />
          <span className="tabular-nums text-muted">{points(first.score)} of 100 points</span>
        </p>
        {role ? (
          <p>
            Role that fits:{' '}
            <TextLink to="/roles/$id" params={{ id: role.id }}>
              {role.name}
            </TextLink>
          </p>
        ) : null}
      </div>
      <ul className="grid gap-2">
        {first.reasons.map((reason) => (
          <li key={reason} className="flex gap-2.5">
            <span aria-hidden="true" className="mt-2.5 h-1.5 w-3 shrink-0 rounded-full bg-accent" />
            <span>{reason}</span>
          </li>
        ))}
      </ul>
      <Stability advice={advice} first={first} />
      <Actions profile={profile} first={first} second={second} />
    </div>
  );
}

const points = (score: number) => (score * 100).toFixed(1);

function Stability({ advice, first }: { advice: Advice; first: AdvisedCertification }) {
  const { contrast, stability, tie } = advice;
  return (
    <div className="grid gap-1 rounded-lg bg-sunken p-4 text-[0.97rem]">
      <p>
        <strong>{first.code}</strong>{' '}
        {stability === 1
          ? 'stays first however the weights are varied (1,000 random draws around them).'
          : `stays first in ${(stability * 100).toFixed(1)} % of 1,000 random draws around the weights.`}
        {tie.length > 0 ? ' That is a tie: small things decide, so read both.' : ''}
      </p>
      {contrast ? (
        <p>
          Against {contrast.runnerUp}, {(contrast.difference * 100).toFixed(1)} points behind: {contrast.sentence}
        </p>
      ) : null}
    </div>
  );
}

function Actions({ profile, first, second }: Omit<WinnerProps, 'advice'>) {
  const { data } = useQuery(examsQuery);
  const exam = data?.find(({ code }) => code === first.code);
  return (
    <div className="flex flex-wrap gap-2.5">
      <RouterLinkButton to="/roadmap" search={roadmapSearch(first.code, profile)} look="primary">
        Build a roadmap
      </RouterLinkButton>
      {second ? (
        <RouterLinkButton to="/compare" search={{ ids: `${first.code},${second.code}` }}>
          Compare the first two
        </RouterLinkButton>
      ) : null}
      <RouterLinkButton to="/cost" search={{ paths: first.code }}>
        What it costs
      </RouterLinkButton>
      {exam ? <RouterLinkButton to={examAddress(`/exams/${exam.id}`)}>Sit a practice exam</RouterLinkButton> : null}
    </div>
  );
}

/** What the answers say about time, background and exams held goes along to the roadmap. */
function roadmapSearch(to: string, { hoursPerWeek, background, holds }: Profile) {
  return {
    to,
    ...(hoursPerWeek !== undefined && { hours: hoursPerWeek }),
    ...(background && { background }),
    ...(holds && holds.length > 0 && { have: holds.join(',') }),
  };
}
