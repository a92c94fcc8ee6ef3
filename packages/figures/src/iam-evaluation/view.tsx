import { Icon } from '@cairn/ui';
import { RadioRow, Toggle } from '../view/controls.tsx';
import { FigureFrame } from '../view/frame.tsx';
import { type FigureProps, useSetting } from '../view/use-setting.ts';
import { BEGIN, type Decision, evaluate, type Setting, type Step } from './model.ts';
import { inWords, rowsOf, STEPS, sentence, stateText, TITLE } from './words.ts';

export function IamEvaluationView({ params, caption }: FigureProps<Setting>) {
  const { setting, change, reset, isChanged } = useSetting(BEGIN, params);
  const decision = evaluate(setting);
  return (
    <FigureFrame
      title={TITLE}
      caption={caption}
      sentence={sentence(decision)}
      onReset={reset}
      isChanged={isChanged}
      words={{
        text: inWords(setting),
        table: { head: ['Step', 'Policy', 'Question', 'Result'], rows: rowsOf(decision) },
      }}
      controls={<Controls setting={setting} change={change} />}
    >
      <Path decision={decision} />
    </FigureFrame>
  );
}

const optionsOf = <Value extends string>(...values: readonly Value[]) =>
  values.map((value) => ({ value, label: value }));

type ControlsProps = { readonly setting: Setting; readonly change: (part: Partial<Setting>) => void };

function Controls({ setting, change }: ControlsProps) {
  return (
    <>
      <Toggle
        label="A policy says Deny"
        isOn={setting.explicitDeny}
        onChange={(explicitDeny) => change({ explicitDeny })}
      />
      <RadioRow
        legend="Service control policy"
        value={setting.scp}
        options={optionsOf('allows', 'does not allow')}
        onChange={(scp) => change({ scp })}
      />
      <RadioRow
        legend="Resource policy"
        value={setting.resource}
        options={optionsOf('no policy', 'allows the role', 'allows the session')}
        onChange={(resource) => change({ resource })}
      />
      <RadioRow
        legend="Identity policy"
        value={setting.identity}
        options={optionsOf('allows', 'does not allow')}
        onChange={(identity) => change({ identity })}
      />
      <RadioRow
        legend="Permissions boundary"
        value={setting.boundary}
        options={optionsOf('none', 'allows', 'does not allow')}
        onChange={(boundary) => change({ boundary })}
      />
      <RadioRow
        legend="Session policy"
        value={setting.session}
        options={optionsOf('none', 'allows', 'does not allow')}
        onChange={(session) => change({ session })}
      />
    </>
  );
}

/** The questions from the first to the one that decided; the rest stays dim. */
function Path({ decision }: { decision: Decision }) {
  return (
    <div>
      <p className="mb-2 text-[0.94rem] text-muted">
        A session of a role asks for s3:GetObject on a bucket of its account.
      </p>
      <ol>
        {decision.steps.map((step, index) => (
          <StepRow key={step.id} step={step} number={index + 1} isLast={index === decision.steps.length - 1} />
        ))}
      </ol>
      <p
        className={`mt-1 flex items-center gap-2 rounded-lg border px-4 py-2.5 text-[1.06rem] font-semibold ${
          decision.isAllowed ? 'border-good/50 bg-good-soft text-good' : 'border-bad/50 bg-bad-soft text-bad'
        }`}
      >
        <Icon name={decision.isAllowed ? 'check' : 'cross'} />
        {decision.isAllowed ? 'Allowed' : 'Denied'} by step{' '}
        {decision.steps.findIndex(({ id }) => id === decision.decidedBy) + 1}
      </p>
    </div>
  );
}

const LOOKS: Record<Step['state'], { readonly ring: string; readonly line: string; readonly text: string }> = {
  passed: { ring: 'border-accent bg-accent text-on-accent', line: 'bg-accent', text: '' },
  allowed: { ring: 'border-good bg-good text-card', line: 'bg-line', text: 'text-good' },
  denied: { ring: 'border-bad bg-bad text-card', line: 'bg-line', text: 'text-bad' },
  'not-reached': { ring: 'border-line bg-card text-muted', line: 'bg-line', text: 'text-muted' },
};

function StepRow({ step, number, isLast }: { step: Step; number: number; isLast: boolean }) {
  const { ring, line, text } = LOOKS[step.state];
  return (
    <li className="flex gap-3">
      <span className="flex flex-col items-center">
        <span className={`grid size-8 shrink-0 place-items-center rounded-full border-2 font-semibold ${ring}`}>
          {number}
        </span>
        {isLast ? null : <span className={`w-0.5 flex-1 ${line}`} />}
      </span>
      <span
        className={`grid flex-1 gap-x-4 pb-3 leading-snug @min-[30rem]:grid-cols-[1fr_auto] ${step.state === 'not-reached' ? 'text-muted' : ''}`}
      >
        <span className="font-semibold">{STEPS[step.id].name}</span>
        <span className={`text-[0.94rem] font-semibold ${text}`}>{stateText(step.state)}</span>
        <span className="text-[0.94rem] text-muted">{STEPS[step.id].asks}</span>
      </span>
    </li>
  );
}
