import type { PublishedLab } from '@cairn/contract';
import { Badge, Button, Card, ErrorState, Loading, Markdown, StackedStones } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiProblem, sentenceOf } from '../api.ts';
import { RouterLinkButton, TextLink } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { counted, listed } from '../app/words.ts';
import { ArchitecturePicture } from './architecture-picture.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { labQuery } from './lab-requests.ts';
import { durationText, fillIn, LEVELS } from './lab-words.ts';
import { useStartLab } from './use-start-lab.ts';

export const labPage = createLazyRoute('/labs/$labId')({ component: LabPage });

function LabPage() {
  const { labId } = labPage.useParams();
  const { data, error, refetch } = useQuery(labQuery(labId));
  if (data) return <Intro key={data.id} lab={data} />;
  if (error) return <NoLab error={error} onRetry={() => void refetch()} />;
  return (
    <Page title="Lab" width="text">
      <Loading label="Reading the lab" lines={5} />
    </Page>
  );
}

/** Also for the workbench: the same lab cannot be opened there. */
export function NoLab({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const isUnknown = error instanceof ApiProblem && error.status === 404;
  return (
    <Page title={isUnknown ? 'No such lab' : 'This lab cannot be opened'} width="text">
      <ErrorState title={sentenceOf(error)} {...(!isUnknown && { onRetry })} />
      <div>
        <RouterLinkButton to="/labs" look="primary">
          See all labs
        </RouterLinkButton>
      </div>
    </Page>
  );
}

function Intro({ lab }: { lab: PublishedLab }) {
  const texts = { region: lab.region, account: null };
  return (
    <Page
      title={lab.title}
      kicker={
        <>
          <TextLink to="/labs">Labs</TextLink> · {LEVELS[lab.level]} · {durationText(lab.minutes)}
        </>
      }
      lede={lab.summary}
    >
      <Start lab={lab} />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <section aria-labelledby="story" className="grid gap-4">
          <h2 id="story" className="text-2xl sm:text-3xl">
            The story
          </h2>
          <Markdown text={fillIn(lab.story, texts)} className="text-[1.06rem]" />
        </section>
        <section aria-labelledby="picture" className="grid gap-4">
          <h2 id="picture" className="text-2xl sm:text-3xl">
            What it will look like
          </h2>
          <Card>
            <ArchitecturePicture architecture={lab.architecture} />
          </Card>
        </section>
      </div>
      <Steps lab={lab} />
      <Around lab={lab} />
    </Page>
  );
}

function Start({ lab }: { lab: PublishedLab }) {
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const open = () => void navigate({ to: '/labs/$labId/work', params: { labId: lab.id } });
  const start = useStartLab(lab.id, open);
  const { run } = lab;
  const label = start.isPending ? 'Preparing the account…' : run ? 'Start over' : 'Start the lab';
  return (
    <div className="grid gap-4">
      {start.error ? <ErrorState title="The lab did not start" detail={sentenceOf(start.error)} /> : null}
      <div className="flex flex-wrap items-center gap-4">
        {run ? (
          <RouterLinkButton to="/labs/$labId/work" params={{ labId: lab.id }} look="primary">
            {run.state === 'finished' ? 'Look at it again' : 'Go on with it'}
          </RouterLinkButton>
        ) : null}
        <Button
          look={run ? 'secondary' : 'primary'}
          disabled={start.isPending}
          onClick={() => (run ? setAsking(true) : start.mutate())}
        >
          {label}
        </Button>
        <p role="status" className="text-[0.94rem] text-muted">
          {run
            ? `${run.stepsPassed} of ${counted(lab.steps.length, 'step')} passed.`
            : 'A fresh account on this machine: nothing leaves it, and nothing costs anything.'}
        </p>
      </div>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title="Start over in a fresh account?"
        description="What you built in the account goes. What your record shows of this lab stays."
        confirm="Start over"
        onConfirm={() => start.mutate()}
      />
    </div>
  );
}

function Steps({ lab }: { lab: PublishedLab }) {
  const passed = lab.run?.stepsPassed ?? 0;
  return (
    <section aria-labelledby="steps" className="grid gap-4">
      <h2 id="steps" className="text-2xl sm:text-3xl">
        {counted(lab.steps.length, 'step')}
      </h2>
      <Card className="flex flex-wrap items-center gap-x-10 gap-y-6">
        <StackedStones
          done={passed}
          total={lab.steps.length}
          label={`${passed} of ${counted(lab.steps.length, 'step')} passed`}
          className="h-28 shrink-0"
        />
        <ol className="grid list-decimal gap-2 pl-6 text-lg">
          {lab.steps.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ol>
      </Card>
    </section>
  );
}

function Around({ lab }: { lab: PublishedLab }) {
  const facts = [
    { name: 'Your record will show', value: <Names of={lab.skills} /> },
    { name: 'Services', value: <Names of={lab.services} /> },
    ...(lab.objectives.length > 0 ? [{ name: 'For the exams', value: listed(lab.objectives.map(objectiveText)) }] : []),
  ];
  return (
    <div className="grid items-start gap-8 lg:grid-cols-2">
      <section aria-labelledby="cost" className="grid gap-3">
        <h2 id="cost" className="text-2xl">
          What it would cost for real
        </h2>
        <Markdown text={fillIn(lab.costLesson, { region: lab.region, account: null })} />
      </section>
      <section aria-labelledby="facts" className="grid gap-3">
        <h2 id="facts" className="text-2xl">
          What it is about
        </h2>
        <dl className="grid gap-4">
          {facts.map(({ name, value }) => (
            <div key={name} className="grid gap-1.5">
              <dt className="text-[0.94rem] font-semibold text-muted">{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p className="text-[0.94rem] text-muted">
          The sandbox is not AWS: <TextLink to="/labs/fidelity">what it does as the real one, and what not</TextLink>.
        </p>
      </section>
    </div>
  );
}

/** `mla-c02/4.3` → "MLA-C02 task 4.3". */
function objectiveText(objective: string): string {
  const [exam = '', task] = objective.split('/');
  return task ? `${exam.toUpperCase()} task ${task}` : exam.toUpperCase();
}

function Names({ of }: { of: readonly { readonly id: string; readonly name: string }[] }) {
  return (
    <span className="flex flex-wrap gap-1.5">
      {of.map(({ id, name }) => (
        <Badge key={id}>{name}</Badge>
      ))}
    </span>
  );
}
