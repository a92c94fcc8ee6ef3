import type { LabRun, PublishedLab } from '@cairn/contract';
import { Loading } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { RouterLinkButton } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { NoLab } from './lab-page.tsx';
import { labQuery, runQuery } from './lab-requests.ts';
import { Workbench } from './workbench.tsx';

export const workPage = createLazyRoute('/labs/$labId/work')({ component: WorkPage });

function WorkPage() {
  const { labId } = workPage.useParams();
  const { data, error, refetch } = useQuery(labQuery(labId));
  if (data?.run) return <OpenRun key={data.run.id} lab={data} runId={data.run.id} />;
  if (data) return <NotBegun lab={data} />;
  if (error) return <NoLab error={error} onRetry={() => void refetch()} />;
  return (
    <Page title="Lab">
      <Loading label="Reading the lab" lines={5} />
    </Page>
  );
}

function NotBegun({ lab }: { lab: PublishedLab }) {
  return (
    <Page title={lab.title} width="text" lede="This lab was not begun: there is no account to work in yet.">
      <div>
        <RouterLinkButton to="/labs/$labId" params={{ labId: lab.id }} look="primary">
          Read what it is about
        </RouterLinkButton>
      </div>
    </Page>
  );
}

function OpenRun({ lab, runId }: { lab: PublishedLab; runId: string }) {
  const { data, error, refetch } = useQuery(runQuery(runId));
  if (data) return <Opened lab={lab} run={data} />;
  if (error) return <NoLab error={error} onRetry={() => void refetch()} />;
  return (
    <Page title={lab.title}>
      <Loading label="Reading how far you are" lines={5} />
    </Page>
  );
}

/** A step that is passed stays on the screen with what it brought, until the learner goes on. */
function Opened({ lab, run }: { lab: PublishedLab; run: LabRun }) {
  const { step: asked } = workPage.useSearch();
  const [first] = useState(() => run.currentStep ?? lab.steps.at(-1)?.id);
  const step = asked === 'none' || lab.steps.some(({ id }) => id === asked) ? asked : first;
  return <Workbench lab={lab} run={run} step={step} />;
}
