import { type Roadmap, toIcs } from '@cairn/catalog';
import { type Day, systemClock } from '@cairn/kernel';
import { Button, Callout, Card, Icon } from '@cairn/ui';
import { sentenceOf } from '../api.ts';
import { RouterLinkButton } from '../app/links.tsx';
import { counted, dayInWords, usd } from '../app/words.ts';
import type { RoadmapInputs } from './inputs.ts';
import { PlanCharts } from './plan-charts.tsx';
import { StepList } from './step-list.tsx';
import type { useSavedRoadmaps } from './use-saved-roadmaps.ts';

type PlanViewProps = {
  plan: Roadmap;
  inputs: RoadmapInputs;
  today: Day;
  /** Names the events in a calendar, so that a second import replaces them. */
  uidSeed: string;
  isSaved: boolean;
  saving: ReturnType<typeof useSavedRoadmaps>['save'];
  onSave: () => void;
  onTick: (inputs: RoadmapInputs) => void;
};

export function PlanView({ plan, inputs, today, uidSeed, isSaved, saving, onSave, onTick }: PlanViewProps) {
  return (
    <div className="grid min-w-0 gap-8">
      <Totals plan={plan} />
      <div className="flex flex-wrap items-center gap-3">
        <Button look="primary" disabled={isSaved || saving.isPending} onClick={onSave}>
          {saving.isPending ? 'Saving …' : isSaved ? 'Saved' : 'Save this roadmap'}
        </Button>
        <Button onClick={() => download(plan, uidSeed)}>
          <Icon name="calendar" /> To my calendar (.ics)
        </Button>
        <RouterLinkButton to="/cost" search={costSearch(plan, inputs)}>
          What it costs
        </RouterLinkButton>
        <span role="status" className="text-[0.94rem] text-muted">
          {isSaved ? 'Kept on this machine' : ''}
        </span>
      </div>
      {saving.error ? (
        <Callout tone="bad" announce title="The roadmap was not saved">
          <p>{sentenceOf(saving.error)}</p>
        </Callout>
      ) : null}
      {plan.warnings.map((warning) => (
        <Callout key={warning} tone="warn" title={warning} />
      ))}
      <Card>
        <PlanCharts plan={plan} today={today} />
      </Card>
      <StepList plan={plan} inputs={inputs} today={today} onTick={onTick} />
    </div>
  );
}

/** The same exams, hours and background on the page of costs. */
function costSearch({ chain }: Roadmap, { hoursPerWeek, background }: RoadmapInputs) {
  return { paths: chain.join(','), weekly: hoursPerWeek, ...(background && { background }) };
}

function Totals({ plan: { total } }: { plan: Roadmap }) {
  const figures = [
    { label: 'Time to the goal', text: counted(total.weeks, 'week') },
    { label: 'Study (our estimate)', text: counted(total.hours, 'hour') },
    { label: 'Exam fees, full price', text: usd(total.costUsd) },
    { label: 'Goal reached', text: dayInWords(total.endsOn) },
  ];
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 border-y border-line py-5 xl:grid-cols-4">
      {figures.map(({ label, text }) => (
        <div key={label} className="flex flex-col">
          <dt className="text-[0.94rem] text-muted">{label}</dt>
          <dd className="font-display text-[1.35rem] font-semibold leading-tight">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Hands the calendar file to the browser; nothing is sent anywhere. */
function download(plan: Roadmap, uidSeed: string): void {
  const file = new Blob([toIcs(plan, { uidSeed, now: systemClock.now() })], { type: 'text/calendar' });
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = `roadmap-${plan.to.toLowerCase()}.ics`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000); // after the browser has read it
}
