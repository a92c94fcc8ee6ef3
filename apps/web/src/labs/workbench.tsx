import type { LabRun, PublishedLab } from '@cairn/contract';
import { Fold, Markdown, StackedStones } from '@cairn/ui';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useHeadingFocus } from '../app/heading-focus.ts';
import { TextLink } from '../app/links.tsx';
import { counted } from '../app/words.ts';
import { Finish } from './finish.tsx';
import { fillIn } from './lab-words.ts';
import { RunNotices } from './run-notices.tsx';
import { StepItem } from './step-item.tsx';
import { ToolTabs } from './tool-tabs.tsx';

type WorkbenchProps = {
  readonly lab: PublishedLab;
  readonly run: LabRun;
  /** The step that is unfolded. */
  readonly step: string | undefined;
};

/** Story and steps on one side, the tools on the other; one below the other in a narrow window. */
export function Workbench({ lab, run, step }: WorkbenchProps) {
  const texts = { region: run.account.region, account: run.account.accountId };
  const [isNew] = useState(() => run.steps.every(({ attempts }) => attempts === 0));
  return (
    <div className="mx-auto grid w-full max-w-[104rem] gap-6 px-4 py-6 sm:px-6">
      <Head lab={lab} run={run} />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
        <div className="grid gap-6">
          <RunNotices run={run} />
          <Fold summary="The story" open={isNew}>
            <Markdown text={fillIn(lab.story, texts)} />
          </Fold>
          <Steps lab={lab} run={run} step={step} />
          {run.state === 'finished' ? <Finish lab={lab} run={run} /> : null}
        </div>
        <section
          aria-label="Tools"
          className="lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto lg:pr-1"
        >
          <ToolTabs lab={lab} run={run} step={programStep(lab, run, step)} />
        </section>
      </div>
    </div>
  );
}

/** Whose program the editor shows: of the step that is unfolded, or of the one to do next. */
function programStep({ steps }: PublishedLab, { currentStep }: LabRun, open: string | undefined) {
  return steps.find(({ id }) => id === open) ?? steps.find(({ id }) => id === currentStep) ?? steps.at(-1);
}

function Head({ lab, run }: { lab: PublishedLab; run: LabRun }) {
  const heading = useHeadingFocus();
  useEffect(() => {
    document.title = `${lab.title}: work · Cairn`;
  }, [lab.title]);
  const passed = run.steps.filter(({ state }) => state === 'passed').length;
  return (
    <header className="flex items-center justify-between gap-6">
      <div className="grid gap-1.5">
        <p className="text-[0.94rem] font-semibold text-muted">
          <TextLink to="/labs">Labs</TextLink> ·{' '}
          <TextLink to="/labs/$labId" params={{ labId: lab.id }}>
            About this lab
          </TextLink>
        </p>
        <h1 ref={heading} tabIndex={-1} className="text-3xl sm:text-4xl">
          {lab.title}
        </h1>
      </div>
      <StackedStones
        done={passed}
        total={lab.steps.length}
        label={`${passed} of ${counted(lab.steps.length, 'step')} passed`}
        className="h-16 shrink-0"
      />
    </header>
  );
}

function Steps({ lab, run, step: open }: WorkbenchProps) {
  const navigate = useNavigate();
  const show = (step: string) =>
    void navigate({
      to: '/labs/$labId/work',
      params: { labId: lab.id },
      search: { step },
      replace: true,
      resetScroll: false,
    });
  return (
    <section aria-labelledby="steps" className="grid gap-3">
      <h2 id="steps" className="text-2xl">
        Steps
      </h2>
      <ol>
        {lab.steps.map((step, index) => (
          <StepItem
            key={step.id}
            step={step}
            number={index + 1}
            lab={lab}
            run={run}
            isOpen={step.id === open}
            onShow={show}
          />
        ))}
      </ol>
    </section>
  );
}
