import type { Catalog, Roadmap } from '@cairn/catalog';
import type { SavedRoadmap } from '@cairn/contract';
import { Callout, EmptyState } from '@cairn/ui';
import { useMemo, useState } from 'react';
import { RouterLinkButton } from '../app/links.tsx';
import { today } from '../app/today.ts';
import { ChangeBanner } from './change-banner.tsx';
import type { RoadmapInputs } from './inputs.ts';
import { PlanForm } from './plan-form.tsx';
import { PlanView } from './plan-view.tsx';
import { catalogVersion, changeOf, computeRoadmap, storedRoadmap } from './saved.ts';
import type { useSavedRoadmaps } from './use-saved-roadmaps.ts';

type PlannerProps = {
  catalog: Catalog;
  saved: SavedRoadmap | undefined;
  initial: RoadmapInputs;
  saving: ReturnType<typeof useSavedRoadmaps>['save'];
  onChange: (inputs: RoadmapInputs, savedId?: string) => void;
};

/** A saved plan is shown as it was saved until somebody edits it or takes over what a newer catalog says. */
export function Planner({ catalog, saved, initial, saving, onChange }: PlannerProps) {
  const [inputs, setInputs] = useState(initial);
  const [isEdited, setEdited] = useState(false);
  const now = today();
  const version = useMemo(() => catalogVersion(catalog), [catalog]);
  const outcome = useMemo(
    () => (inputs.to === '' ? undefined : computeRoadmap(catalog, inputs, now)),
    [catalog, inputs, now],
  );
  const fresh = outcome?.outcome === 'planned' ? outcome.roadmap : undefined;
  const stored = saved && !isEdited ? storedRoadmap(saved) : undefined;
  const change = stored && fresh ? changeOf(stored, fresh, saved?.catalogVersion !== version) : undefined;
  const shown = stored ?? fresh;

  const edit = (next: RoadmapInputs) => {
    setInputs(next);
    setEdited(true);
    if (!saved) onChange(next);
  };
  const save = (plan: Roadmap, with_: RoadmapInputs = inputs) => {
    const id = saved?.id ?? crypto.randomUUID();
    saving.mutate(
      { id, inputs: with_, roadmap: plan, catalogVersion: version },
      {
        onSuccess: () => {
          setEdited(false);
          onChange(with_, id);
        },
      },
    );
  };
  /** What is done is worth keeping at once, if the plan is a saved one. */
  const tick = (next: RoadmapInputs) => {
    edit(next);
    const replanned = computeRoadmap(catalog, next, now);
    if (saved && replanned.outcome === 'planned') save(replanned.roadmap, next);
  };

  return (
    <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <PlanForm catalog={catalog} inputs={inputs} onChange={edit} />
      <div className="grid min-w-0 gap-8">
        {change ? <ChangeBanner change={change} onAccept={() => save(change.diff.merged)} /> : null}
        {outcome?.outcome === 'refused' ? (
          <Refusal sentence={outcome.sentence} equivalents={outcome.equivalents} />
        ) : null}
        {outcome === undefined ? (
          <EmptyState
            title="Where do you want to go?"
            action={<RouterLinkButton to="/choose">I do not know yet</RouterLinkButton>}
          >
            Choose a certification as the goal, and the way to it is drawn here.
          </EmptyState>
        ) : null}
        {shown ? (
          <PlanView
            plan={shown}
            inputs={inputs}
            today={now}
            uidSeed={saved?.id ?? shown.to.toLowerCase()}
            isSaved={saved !== undefined && !isEdited}
            saving={saving}
            onSave={() => save(shown)}
            onTick={tick}
          />
        ) : null}
      </div>
    </div>
  );
}

function Refusal({ sentence, equivalents }: { sentence: string; equivalents: readonly string[] }) {
  return (
    <Callout tone="warn" announce title={sentence}>
      {equivalents.length > 0 ? (
        <p className="mt-3 flex flex-wrap gap-2">
          {equivalents.map((code) => (
            <RouterLinkButton key={code} size="small" to="/roadmap" search={{ to: code }} reloadDocument>
              Plan for {code}
            </RouterLinkButton>
          ))}
        </p>
      ) : null}
    </Callout>
  );
}
