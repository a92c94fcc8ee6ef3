import { Card, ErrorState, Fold, HorizontalBars, Loading, tight } from '@cairn/ui';
import { createLazyRoute } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { TextLink } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { CallingChart, EstimateChart, PrecisionChart } from './charts.tsx';
import { Controls } from './controls.tsx';
import { coverageSentence, distanceSentence, headline, percent, verdictSentence } from './findings.ts';
import { type Setting, searchOf, settingOf } from './setting.ts';
import type { Simulation } from './simulation.ts';
import { useSimulation } from './use-simulation.ts';

export const simulationPage = createLazyRoute('/simulation')({ component: SimulationPage });

/** A pause after the last change before the address follows. */
const SETTLE_MILLISECONDS = 400;

function SimulationPage() {
  const search = simulationPage.useSearch();
  const navigate = simulationPage.useNavigate();
  const [setting, setSetting] = useState<Setting>(() => settingOf(search));
  const { simulation, progress, failure } = useSimulation(setting);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the controls moves the address
  useEffect(() => {
    const timer = setTimeout(() => {
      void navigate({ search: searchOf(setting), replace: true, resetScroll: false });
    }, SETTLE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [setting]);
  return (
    <Page
      title={`What can ${setting.answers} answers tell?`}
      lede="Made-up candidates whose true ability is known take a test thousands of times. What the test says of them, beside what is true."
    >
      <div className="grid items-start gap-8 lg:grid-cols-[20rem_1fr]" aria-busy={progress !== undefined}>
        <div className="grid gap-5 lg:col-start-2">
          {failure ? <ErrorState title="The simulation did not run" detail={failure} /> : null}
          {simulation ? <Words simulation={simulation} progress={progress} /> : null}
          {!simulation && !failure ? (
            <>
              <Progress share={progress ?? 0} candidates={0} />
              <Loading label="Opening the simulation" lines={3} />
            </>
          ) : null}
        </div>
        <div className="lg:sticky lg:top-20 lg:row-span-2 lg:row-start-1">
          <Controls setting={setting} onChange={setSetting} />
        </div>
        <div className="grid gap-8 lg:col-start-2">{simulation ? <Charts simulation={simulation} /> : null}</div>
      </div>
    </Page>
  );
}

function Words({ simulation, progress }: { simulation: Simulation; progress: number | undefined }) {
  const { setting, candidates } = simulation;
  return (
    <Card className="grid gap-3">
      <p role="status" className="font-display text-2xl font-semibold leading-snug sm:text-3xl">
        {tight(headline(simulation))}
      </p>
      <p className="max-w-prose">{tight(verdictSentence(simulation))}</p>
      <p className="max-w-prose">{distanceSentence(simulation)}</p>
      <p className="max-w-prose text-muted">{tight(coverageSentence(simulation, setting))}</p>
      <Progress share={progress} candidates={candidates} />
    </Card>
  );
}

function Charts({ simulation }: { simulation: Simulation }) {
  const { told } = simulation;
  return (
    <>
      <HorizontalBars
        title="What an honest report says, with its 80 % interval"
        unit="% of candidates"
        labelHead="Report"
        max={100}
        bars={[
          { label: 'Ready', value: Math.round(told.ready * 100), text: percent(told.ready) },
          {
            label: 'Cannot tell yet',
            value: Math.round(told.unsure * 100),
            text: percent(told.unsure),
            emphasis: false,
          },
          { label: 'Not ready', value: Math.round(told.notReady * 100), text: percent(told.notReady) },
        ]}
      />
      <EstimateChart simulation={simulation} />
      <CallingChart simulation={simulation} />
      <div className="grid gap-2">
        <PrecisionChart simulation={simulation} />
        <p className="text-[0.94rem] text-muted">Shaded: 15 to 30 answers, what a diagnosis asks.</p>
      </div>
      <Method />
    </>
  );
}

/** Keeps its height, so that nothing jumps when a run starts or ends. */
function Progress({ share, candidates }: { share: number | undefined; candidates: number }) {
  return (
    <p className="flex min-h-7 items-center gap-3 text-[0.94rem] text-muted">
      {share === undefined ? (
        `${candidates.toLocaleString('en')} simulated candidates`
      ) : (
        <>
          <progress className="progress w-32" value={share} max={1} aria-label="Share simulated" />
          Simulating: {percent(share)}
        </>
      )}
    </p>
  );
}

function Method() {
  return (
    <Fold summary="How this is computed">
      <div className="grid max-w-prose gap-3 text-muted">
        <p>
          400 made-up questions, as hard as those of Cairn are rated to be (a just-passing candidate answers about two
          in three), of different discrimination. 0 logits is the pass line, and half a logit is about ten right answers
          of 100.
        </p>
        <p>
          Ability is estimated as everywhere in Cairn: the posterior mean (EAP) under a standard normal belief before
          the first answer. With few answers that belief pulls estimates towards the middle, which is why the true error
          of a candidate in the middle is smaller than what is reported. Each candidate&rsquo;s questions get a new
          error of their difficulty; the estimate knows nothing of it.
        </p>
        <p>
          No real answers are in this page. What real ones say stands under{' '}
          <TextLink to="/reliability">How honest is the number?</TextLink> Answers of your own class can be analysed
          under <TextLink to="/authors/item-analysis">Item analysis</TextLink>.
        </p>
      </div>
    </Fold>
  );
}
