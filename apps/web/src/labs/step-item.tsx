import type { LabRun, LabStepProgress, PublishedLab, PublishedStep } from '@cairn/contract';
import { Icon } from '@cairn/ui';
import { useId } from 'react';
import { StepPanel } from './step-panel.tsx';
import { stepHeadingId } from './step-props.ts';

type StepItemProps = {
  readonly step: PublishedStep;
  readonly number: number;
  readonly lab: PublishedLab;
  readonly run: LabRun;
  readonly isOpen: boolean;
  /** Unfolds a step; `none` folds the one that is open. */
  readonly onShow: (step: string) => void;
};

/** One stone of the path: its title, and unfolded what is to be done. */
export function StepItem({ step, number, lab, run, isOpen, onShow }: StepItemProps) {
  const panel = useId();
  const progress = run.steps.find((one) => one.step === step.id);
  if (!progress) return null; // the run is of an older version of the lab, which had no such step
  return (
    <li className="grid grid-cols-[2.25rem_minmax(0,1fr)] gap-x-3">
      <Marker state={progress.state} isCurrent={run.currentStep === step.id} />
      <div className="pb-4">
        <h3 className="font-sans text-[1.08rem] tracking-normal">
          <button
            type="button"
            id={stepHeadingId(step.id)}
            aria-expanded={isOpen}
            aria-controls={panel}
            className="flex min-h-11 w-full items-center justify-between gap-3 rounded-lg text-left font-semibold hover:text-accent"
            onClick={() => onShow(isOpen ? 'none' : step.id)}
          >
            <span>
              <span className="sr-only">
                Step {number}
                {progress.state === 'passed' ? ', passed' : ''}:{' '}
              </span>
              {step.title}
            </span>
            <Icon name="chevron" className={`size-5 transition-transform ${isOpen ? 'rotate-180' : ''}`} />
          </button>
        </h3>
        <div id={panel} hidden={!isOpen}>
          {isOpen ? <StepPanel step={step} progress={progress} lab={lab} run={run} onShow={onShow} /> : null}
        </div>
      </div>
    </li>
  );
}

function Marker({ state, isCurrent }: { state: LabStepProgress['state']; isCurrent: boolean }) {
  const look =
    state === 'passed'
      ? 'fill-accent'
      : isCurrent
        ? 'fill-accent-soft stroke-accent'
        : 'fill-none stroke-muted/70 [stroke-dasharray:3_2.5]';
  return (
    <div className="grid grid-rows-[2.75rem_1fr] justify-items-center" aria-hidden="true">
      <svg viewBox="0 0 36 22" className="w-9 self-center" aria-hidden="true">
        <path
          d="M2 12C2 5 6 2 12 2c7-.6 13-.4 17 1 4 1.3 5.5 4.5 5 8.5-.6 6-4.5 8.5-11 8.7-5 .3-9 .3-13 0C5 20 2 17.5 2 12Z"
          className={look}
          strokeWidth="1.5"
        />
        {state === 'passed' ? (
          <path
            d="m12.5 11 4 4 7.5-8.5"
            className="fill-none stroke-on-accent"
            strokeWidth="2.2"
            strokeLinecap="round"
          />
        ) : null}
      </svg>
      <span className="w-px bg-line" />
    </div>
  );
}
