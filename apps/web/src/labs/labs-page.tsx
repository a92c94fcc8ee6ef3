import type { LabSummary } from '@cairn/contract';
import { Badge, Button, Card, EmptyState, ErrorState, Field, Loading, Select, StackedStones } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link, useNavigate } from '@tanstack/react-router';
import { sentenceOf } from '../api.ts';
import { TextLink } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { counted } from '../app/words.ts';
import { everyNamed, filterLabs, type LabsSearch } from './lab-filter.ts';
import { labsQuery } from './lab-requests.ts';
import { durationText, LEVELS } from './lab-words.ts';

export const labsPage = createLazyRoute('/labs')({ component: LabsPage });

function LabsPage() {
  const { data, error, refetch } = useQuery(labsQuery);
  return (
    <Page
      title="Labs"
      lede="Work in an AWS account that exists only on this machine: real tools, real calls, real refusals, no bill. Each step is checked in the account itself."
    >
      {error ? (
        <ErrorState title="The labs could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} />
      ) : null}
      {!data && !error ? <Loading label="Reading the labs" lines={5} /> : null}
      {data?.length === 0 ? (
        <EmptyState title="No lab is installed">
          <p>Labs are folders in content/labs. Add one, then start Cairn again.</p>
        </EmptyState>
      ) : null}
      {data && data.length > 0 ? <Shelf labs={data} /> : null}
      <p className="text-muted">
        The sandbox is not AWS. <TextLink to="/labs/fidelity">See what it does as the real one, and what not</TextLink>.
      </p>
    </Page>
  );
}

function Shelf({ labs }: { labs: readonly LabSummary[] }) {
  const search = labsPage.useSearch();
  const navigate = useNavigate();
  const shown = filterLabs(labs, search);
  const narrow = (next: LabsSearch) => void navigate({ to: '/labs', search: next, replace: true });
  return (
    <section aria-labelledby="labs" className="grid gap-5">
      <h2 id="labs" className="sr-only">
        All labs
      </h2>
      <Filter labs={labs} search={search} onChange={narrow} />
      <p role="status" className="text-[0.94rem] text-muted">
        {shown.length === labs.length
          ? counted(labs.length, 'lab')
          : `${shown.length} of ${counted(labs.length, 'lab')}`}
      </p>
      {shown.length === 0 ? (
        <EmptyState title="No lab has both">
          <Button onClick={() => narrow({})}>Show all labs</Button>
        </EmptyState>
      ) : null}
      <ul className="grid gap-5 md:grid-cols-2 xl:grid-cols-3">
        {shown.map((lab) => (
          <li key={lab.id}>
            <LabCard lab={lab} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type FilterProps = {
  readonly labs: readonly LabSummary[];
  readonly search: LabsSearch;
  readonly onChange: (search: LabsSearch) => void;
};

function Filter({ labs, search: { skill, service }, onChange }: FilterProps) {
  const options = (of: 'skills' | 'services', all: string) => [
    { value: '', label: all },
    ...everyNamed(labs, of).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <div className="grid max-w-2xl gap-4 sm:grid-cols-2">
      <Field label="Skill">
        {(control) => (
          <Select
            {...control}
            options={options('skills', 'Every skill')}
            value={skill ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...(value && { skill: value }), ...(service && { service }) })
            }
          />
        )}
      </Field>
      <Field label="Service">
        {(control) => (
          <Select
            {...control}
            options={options('services', 'Every service')}
            value={service ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...(skill && { skill }), ...(value && { service: value }) })
            }
          />
        )}
      </Field>
    </div>
  );
}

function LabCard({ lab }: { lab: LabSummary }) {
  const passed = lab.run?.stepsPassed ?? 0;
  return (
    <Card className="relative flex h-full flex-col gap-4 transition-shadow focus-within:shadow-raised hover:shadow-raised">
      <div className="flex items-start justify-between gap-4">
        <div className="grid gap-2">
          <p className="text-[0.94rem] font-semibold text-muted">
            {LEVELS[lab.level]} · {durationText(lab.minutes)}
          </p>
          <h3 className="text-2xl">
            <Link
              to="/labs/$labId"
              params={{ labId: lab.id }}
              className="text-ink no-underline after:absolute after:inset-0 after:rounded-xl hover:text-accent"
            >
              {lab.title}
            </Link>
          </h3>
        </div>
        <StackedStones
          done={passed}
          total={lab.steps}
          label={`${passed} of ${counted(lab.steps, 'step')} passed`}
          className="h-16 shrink-0"
        />
      </div>
      <p className="grow">{lab.summary}</p>
      <ul className="flex flex-wrap gap-1.5" aria-label="Services">
        {lab.services.map(({ id, name }) => (
          <li key={id}>
            <Badge>{name}</Badge>
          </li>
        ))}
      </ul>
      <p className="text-[0.94rem] text-muted">Shows: {lab.skills.map(({ name }) => name).join(', ')}</p>
      <p className="border-t border-line pt-3 font-semibold text-accent">{standingText(lab)}</p>
    </Card>
  );
}

function standingText({ run, steps }: LabSummary): string {
  if (!run) return `${counted(steps, 'step')}, not begun`;
  if (run.state === 'finished') return `Finished: ${counted(steps, 'step')}`;
  return `Begun: ${run.stepsPassed} of ${counted(steps, 'step')} passed`;
}
