import type { ExamPlan, PlanChoices, PlanPreview, SavedPlan } from '@cairn/contract';
import { Button, Callout, Card, Fold, Icon, Loading } from '@cairn/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sentenceOf } from '../api.ts';
import { RouterLinkButton } from '../app/links.tsx';
import { dayInWords } from '../app/words.ts';
import { timeText } from '../today/today-words.ts';
import { PlanDiffList } from './plan-diff-list.tsx';
import { planQuery, putPlan } from './plan-requests.ts';

type ConsequencesProps = {
  readonly examPlan: ExamPlan;
  readonly choices: PlanChoices;
  /** Of choices that are not saved. */
  readonly preview: PlanPreview | undefined;
  readonly error: Error | null;
  readonly isFetching: boolean;
  readonly onSaved: (choices: PlanChoices) => void;
};

/** What the choices come to, and the one button. */
export function Consequences({ examPlan, choices, preview, error, isFetching, onSaved }: ConsequencesProps) {
  const { setup, saved } = examPlan;
  const isSaved = preview === undefined && saved !== null && choices === saved.choices;
  const plan = preview?.outcome === 'planned' ? preview.plan : isSaved ? saved.plan : undefined;
  return (
    <Card className="grid gap-4" aria-busy={isFetching}>
      <h2 className="text-xl">What it comes to</h2>
      {error ? <p className="text-bad">{sentenceOf(error)}</p> : null}
      {plan || error || preview ? null : <Loading label="Reading what it comes to" lines={2} />}
      <div role="status" className="grid gap-4">
        {preview?.outcome === 'refused' ? <Callout tone="warn" title={preview.sentence} /> : null}
        {plan ? <Figures plan={plan} /> : null}
      </div>
      {plan ? <Notices plan={plan} severity="warning" /> : null}
      <Changes preview={preview} />
      {isSaved ? (
        <RouterLinkButton to="/today" look="primary">
          Go to today
          <Icon name="arrow" className="size-4" />
        </RouterLinkButton>
      ) : (
        <Save
          exam={setup.exam}
          choices={choices}
          isFirst={saved === null}
          canSave={preview?.outcome === 'planned'}
          onSaved={onSaved}
        />
      )}
      {plan ? <Notices plan={plan} severity="note" /> : null}
    </Card>
  );
}

function Changes({ preview }: Pick<ConsequencesProps, 'preview'>) {
  if (preview?.outcome !== 'planned' || preview.diff === null) return null;
  return (
    <Fold summary="What changes">
      <PlanDiffList diff={preview.diff} />
    </Fold>
  );
}

type SaveProps = {
  readonly exam: string;
  readonly choices: PlanChoices;
  readonly isFirst: boolean;
  readonly canSave: boolean;
  readonly onSaved: (choices: PlanChoices) => void;
};

function Save({ exam, choices, isFirst, canSave, onSaved }: SaveProps) {
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => putPlan(exam, choices),
    onSuccess: async () => {
      const renewed = await client.fetchQuery(planQuery(exam));
      if (renewed.saved) onSaved(renewed.saved.choices);
      await client.invalidateQueries({ queryKey: ['plans'] });
      await client.invalidateQueries({ queryKey: ['plan-preview', exam] });
      await client.invalidateQueries({ queryKey: ['today'] });
    },
  });
  return (
    <>
      <Button look="primary" disabled={!canSave || isPending} onClick={() => mutate()}>
        {isFirst ? 'Save this plan' : 'Save the changes'}
      </Button>
      {error ? (
        <p role="alert" className="text-bad">
          {sentenceOf(error)}
        </p>
      ) : null}
    </>
  );
}

type Plan = SavedPlan['plan'];

function Figures({ plan }: { plan: Plan }) {
  const figures = [
    { name: plan.isExamDayProposed ? 'Exam, as soon as it fits' : 'Exam', value: dayInWords(plan.examDay) },
    { name: 'Planned', value: `${timeText(plan.plannedMinutes)} of ${timeText(plan.availableMinutes)}` },
    { name: 'Kept free for what slips', value: `${Math.round(100 * plan.slackShare)} %` },
    { name: 'Known on the day, by our estimate', value: `${Math.round(100 * plan.knownShareForecast)} %` },
  ];
  return (
    <dl className="grid gap-3">
      {figures.map(({ name, value }) => (
        <div key={name}>
          <dt className="text-[0.94rem] text-muted">{name}</dt>
          <dd className="text-lg font-semibold tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type Severity = Plan['notices'][number]['severity'];

/** Warnings stand before the button, notes after it. */
function Notices({ plan, severity }: { plan: Plan; severity: Severity }) {
  const notices = plan.notices.filter((notice) => notice.severity === severity);
  if (notices.length === 0) return null;
  return (
    <ul className="grid gap-3 border-t border-line pt-4 text-[0.94rem]">
      {notices.map(({ code, text }) => (
        <li key={code} className={`flex gap-2 ${severity === 'warning' ? 'text-warn' : 'text-muted'}`}>
          <Icon name={severity === 'warning' ? 'warning' : 'info'} className="mt-1 size-4" />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
