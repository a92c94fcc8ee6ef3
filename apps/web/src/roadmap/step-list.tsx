import type { Roadmap, RoadmapStep } from '@cairn/catalog';
import type { Day } from '@cairn/kernel';
import { Badge, StackedStones } from '@cairn/ui';
import { TextLink } from '../app/links.tsx';
import { counted, dayInWords, usd } from '../app/words.ts';
import type { RoadmapInputs } from './inputs.ts';
import { markDone, markPlanned } from './saved.ts';

type StepListProps = { plan: Roadmap; inputs: RoadmapInputs; today: Day; onTick: (inputs: RoadmapInputs) => void };

export function StepList({ plan, inputs, today, onTick }: StepListProps) {
  const own = plan.steps.filter(isOwn);
  const done = own.filter(({ state }) => state === 'done').length;
  return (
    <section aria-labelledby="steps" className="grid gap-4">
      <div className="flex items-end justify-between gap-4">
        <h2 id="steps" className="text-3xl">
          Steps
        </h2>
        <StackedStones
          done={done}
          total={own.length}
          label={`${done} of ${own.length} steps done`}
          className="h-14 shrink-0"
        />
      </div>
      <ol className="border-b border-line">
        {plan.steps.map((step) => (
          <StepEntry
            key={step.id}
            step={step}
            onTick={(isDone) => onTick(isDone ? markDone(inputs, step, today) : markPlanned(inputs, step.id))}
          />
        ))}
      </ol>
    </section>
  );
}

/** Steps that a person does and can tick off; the others are dates that come by themselves. */
function isOwn({ kind }: RoadmapStep): boolean {
  return kind === 'study' || kind === 'exam';
}

function StepEntry({ step, onTick }: { step: RoadmapStep; onTick: (isDone: boolean) => void }) {
  const { startsOn, endsOn, hours, costUsd, certification, notes, isOptional, title, state } = step;
  const when = startsOn === endsOn ? dayInWords(startsOn) : `${dayInWords(startsOn)} to ${dayInWords(endsOn)}`;
  const load = [hours > 0 ? `about ${counted(hours, 'hour')}` : '', costUsd > 0 ? usd(costUsd) : ''].filter(Boolean);
  const isDone = state === 'done';
  return (
    <li className="grid grid-cols-[1.75rem_1fr] gap-x-3 border-t border-line py-4">
      {isOwn(step) ? (
        <input
          type="checkbox"
          className="mt-1 size-5"
          aria-label={`${title}: done`}
          checked={isDone}
          onChange={() => onTick(!isDone)}
        />
      ) : (
        <span className="mt-2 size-3 justify-self-center rounded-full border-2 border-muted" aria-hidden="true" />
      )}
      <div className="grid min-w-0 gap-0.5">
        <p className="flex flex-wrap items-center gap-2">
          <span className={`font-semibold ${isDone ? 'text-muted line-through' : ''}`}>{title}</span>
          {isOptional ? <Badge>optional</Badge> : null}
        </p>
        <p className="text-muted">{[when, ...load].join(' · ')}</p>
        {notes.map((note) => (
          <p key={note} className="text-[0.94rem] text-muted">
            {note}
          </p>
        ))}
        <p className="text-[0.94rem]">
          <TextLink to="/certifications/$code" params={{ code: certification.toLowerCase() }}>
            About {certification}
          </TextLink>
        </p>
      </div>
    </li>
  );
}
