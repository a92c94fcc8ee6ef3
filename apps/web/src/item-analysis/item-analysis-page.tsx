import { Button, Card, ErrorState, Field, Select } from '@cairn/ui';
import { createLazyRoute } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Page } from '../app/page.tsx';
import type { ItemAnalysis } from './analysis.ts';
import { FileDrop } from './file-drop.tsx';
import { ItemDetail } from './item-detail.tsx';
import { FIRST_VIEW, ItemTable, type TableView } from './item-table.tsx';
import type { ModelChoice } from './messages.ts';
import { Overview } from './overview.tsx';
import { type AnalysisControl, type AnalysisState, useAnalysis } from './use-analysis.ts';

export const itemAnalysisPage = createLazyRoute('/authors/item-analysis')({ component: ItemAnalysisPage });

function ItemAnalysisPage() {
  const { item } = itemAnalysisPage.useSearch();
  const navigate = itemAnalysisPage.useNavigate();
  const control = useAnalysis();
  const { state, order } = control;
  const [model, setModel] = useState<ModelChoice>('automatic');
  const [name, setName] = useState('');
  const place = useKeptFocus(state.state);
  const begin = (next: string, start: () => void) => {
    setName(next);
    if (item !== undefined) void navigate({ search: {}, replace: true });
    start();
  };
  const drop = (
    <FileDrop
      onFile={(file) => begin(file.name, () => order({ kind: 'file', file, model }))}
      onSample={() => begin('the sample (simulated)', () => order({ kind: 'sample', model }))}
    />
  );
  return (
    <Page
      kicker="For authors"
      title="Item analysis"
      lede="Which questions measure, and which need a look? Answers of many persons tell: difficulty, discrimination, options, fairness."
    >
      <section ref={place} tabIndex={-1} aria-label="Analysis" className="min-w-0 outline-none">
        {state.state === 'empty' ? drop : null}
        {state.state === 'busy' ? <Busy step={state.step} share={state.share} onCancel={control.cancel} /> : null}
        {state.state === 'failed' ? (
          <div className="grid gap-6">
            <ErrorState title={`${name} could not be analysed`} detail={state.sentence} />
            {drop}
          </div>
        ) : null}
        {state.state === 'done' ? (
          <Analysed
            analysis={state.analysis}
            name={name}
            item={item}
            model={model}
            onModel={(next) => {
              setModel(next);
              order({ kind: 'model', model: next });
            }}
            onAnother={control.cancel}
          />
        ) : null}
      </section>
    </Page>
  );
}

/** The button that was pressed goes away with its view; the focus then stays at the place where the next one comes. */
function useKeptFocus(state: AnalysisState['state']): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement>(null);
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  }, [state]);
  return place;
}

type BusyProps = {
  readonly step: string;
  readonly share: number | undefined;
  readonly onCancel: AnalysisControl['cancel'];
};

function Busy({ step, share, onCancel }: BusyProps) {
  return (
    <Card className="grid max-w-xl gap-4">
      <p role="status" className="font-semibold">
        {step} …
      </p>
      <progress
        className="progress w-full"
        aria-label="Share done"
        max={1}
        {...(share !== undefined && { value: share })}
      />
      <Button className="justify-self-start" onClick={onCancel}>
        Cancel
      </Button>
    </Card>
  );
}

type AnalysedProps = {
  readonly analysis: ItemAnalysis;
  readonly name: string;
  /** Id of the open question. */
  readonly item: string | undefined;
  readonly model: ModelChoice;
  readonly onModel: (model: ModelChoice) => void;
  readonly onAnother: () => void;
};

const MODELS: readonly { readonly value: ModelChoice; readonly label: string }[] = [
  { value: 'automatic', label: 'By the number of answers' },
  { value: 'rasch', label: 'Rasch' },
  { value: '2pl', label: 'Two parameters' },
];

function Analysed({ analysis, name, item, model, onModel, onAnother }: AnalysedProps) {
  const [view, setView] = useState<TableView>(FIRST_VIEW);
  const at = analysis.items.findIndex(({ id }) => id === item);
  const open = analysis.items[at];
  const last = useRef<string>(undefined);
  useEffect(() => {
    if (item !== undefined) last.current = item;
  }, [item]);
  if (open) {
    return <ItemDetail item={open} before={analysis.items[at - 1]?.id} after={analysis.items[at + 1]?.id} />;
  }
  return (
    <div className="grid gap-10">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <p>
          <span className="text-muted">Analysed: </span>
          <strong>{name}</strong>
        </p>
        <div className="flex flex-wrap items-end gap-4">
          <Field label="Model">
            {(field) => (
              <Select
                {...field}
                value={model}
                options={MODELS}
                onChange={({ currentTarget }) =>
                  onModel(MODELS.find(({ value }) => value === currentTarget.value)?.value ?? 'automatic')
                }
              />
            )}
          </Field>
          <Button onClick={onAnother}>Another file</Button>
        </div>
      </div>
      <Overview analysis={analysis} />
      <section aria-labelledby="questions" className="grid gap-4">
        <h2 id="questions" className="text-2xl sm:text-3xl">
          Questions
        </h2>
        <ItemTable items={analysis.items} view={view} onView={setView} last={last.current} />
      </section>
    </div>
  );
}
