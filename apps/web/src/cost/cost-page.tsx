import type { Catalog, ExamEdits } from '@cairn/catalog';
import { Callout, EmptyState, Fold } from '@cairn/ui';
import { createLazyRoute } from '@tanstack/react-router';
import { useMemo } from 'react';
import { DecidingNav } from '../app/deciding-nav.tsx';
import { RouterLinkButton } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { today } from '../app/today.ts';
import { WithCatalog } from '../app/with-catalog.tsx';
import { useIsWide } from '../compare/use-is-wide.ts';
import { BreakEvenSection } from './break-even.tsx';
import { type Computed, compareCosts, isComputed } from './comparison.ts';
import { CostByPart, CostByYear, Figures } from './cost-charts.tsx';
import { type CostState, searchOf, stateOf } from './cost-search.ts';
import { ExamFields } from './exam-fields.tsx';
import { KnownPrices } from './known-prices.tsx';
import { PathBuilder } from './path-builder.tsx';
import { SensitivitySection } from './sensitivity-section.tsx';
import { TermsForm } from './terms-form.tsx';
import { useMeasured } from './use-measured.ts';

export const costPage = createLazyRoute('/cost')({ component: CostPage });

function CostPage() {
  return (
    <Page
      title="Cost and return"
      lede="What a path to a certification costs in fees, retakes, hours and renewals, and what it would have to bring to pay for itself."
      kicker={<DecidingNav />}
    >
      <WithCatalog>{(catalog) => <Costs catalog={catalog} />}</WithCatalog>
    </Page>
  );
}

function Costs({ catalog }: { catalog: Catalog }) {
  const search = costPage.useSearch();
  const navigate = costPage.useNavigate();
  const { state, faults } = useMemo(() => stateOf(search), [search]);
  const measured = useMeasured(useMemo(() => state.paths.flat(), [state]));
  const now = today();
  const comparison = useMemo(() => compareCosts(catalog, state, measured, now), [catalog, state, measured, now]);
  const computed = comparison.filter(isComputed);
  const change = (part: Partial<CostState>) =>
    void navigate({ search: searchOf({ ...state, ...part }), replace: true, resetScroll: false });
  return (
    <div className="grid gap-10">
      {faults.length > 0 ? (
        <Callout tone="warn" announce title="Part of this address could not be read">
          <ul className="list-disc pl-5">
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Callout>
      ) : null}
      <PathBuilder catalog={catalog} paths={state.paths} onChange={(paths) => change({ paths })} />
      {comparison.map((one) =>
        one.outcome === 'refused' ? <Callout key={one.codes.join()} tone="warn" announce title={one.sentence} /> : null,
      )}
      {state.paths.length === 0 ? <NothingYet /> : null}
      {computed.length > 0 ? <Answer catalog={catalog} paths={computed} state={state} onChange={change} /> : null}
    </div>
  );
}

const SUGGESTIONS = [
  { label: 'AIF-C01, then MLA-C02', paths: 'AIF-C01,MLA-C02' },
  { label: 'AI-901, then AI-103', paths: 'AI-901,AI-103' },
  { label: 'Both, side by side', paths: 'AIF-C01,MLA-C02~AI-901,AI-103' },
] as const;

function NothingYet() {
  return (
    <EmptyState title="Which path?">
      <p>Choose a first exam above, or begin with one of these:</p>
      <ul className="mt-4 flex flex-wrap justify-center gap-2">
        {SUGGESTIONS.map(({ label, paths }) => (
          <li key={paths}>
            <RouterLinkButton to="/cost" search={{ paths }}>
              {label}
            </RouterLinkButton>
          </li>
        ))}
      </ul>
    </EmptyState>
  );
}

type AnswerProps = {
  readonly catalog: Catalog;
  readonly paths: readonly Computed[];
  readonly state: CostState;
  readonly onChange: (part: Partial<CostState>) => void;
};

function Answer({ catalog, paths, state, onChange }: AnswerProps) {
  const { terms } = state;
  const isWide = useIsWide();
  const form = <TermsForm catalog={catalog} terms={terms} onChange={(next) => onChange({ terms: next })} />;
  const warnings = [...new Set(paths.flatMap(({ inputs }) => inputs.warnings))];
  return (
    <div className="grid items-start gap-x-12 gap-y-10 lg:grid-cols-[17rem_minmax(0,1fr)]">
      <div className="min-w-0 lg:sticky lg:top-24">
        {isWide ? (
          form
        ) : (
          <div className="border-b border-line">
            <Fold summary="Value of your hours, years, discounting, background">{form}</Fold>
          </div>
        )}
      </div>
      <div className="grid min-w-0 gap-12">
        <section aria-labelledby="costs" className="grid gap-6">
          <h2 id="costs" className="text-2xl">
            What it costs
          </h2>
          <CostByPart paths={paths} />
          {terms.hourValueUsd === 0 ? (
            <p className="text-[0.94rem] text-muted">
              Your hours count nothing until you give an hour a value; they are named below.
            </p>
          ) : null}
          <Figures paths={paths} years={terms.years} />
          {warnings.length > 0 ? (
            <Callout tone="warn">
              <ul className="list-disc pl-5">
                {warnings.map((warning) => (
                  <li key={warning}>{warning}</li>
                ))}
              </ul>
            </Callout>
          ) : null}
        </section>
        <BreakEvenSection paths={paths} state={state} onChange={onChange} />
        <ExamSection catalog={catalog} paths={paths} state={state} onChange={onChange} />
        <section aria-labelledby="years" className="grid gap-6">
          <h2 id="years" className="text-2xl">
            By year
          </h2>
          <div className="grid gap-8 md:grid-cols-2">
            {paths.map((path) => (
              <CostByYear key={path.name} path={path} hasHead={paths.length > 1} />
            ))}
          </div>
        </section>
        <SensitivitySection paths={paths} />
        <HowItIsCounted />
      </div>
    </div>
  );
}

function ExamSection({ catalog, paths, state, onChange }: AnswerProps) {
  const { edits } = state.terms;
  const exams = new Map(
    paths.flatMap(({ inputs }) =>
      inputs.exams.map((exam, index) => {
        const own = inputs.scenario.renewals.filter((one) => one.exam === index);
        const isTyped = edits[exam.code]?.renewalFeeUsd !== undefined || edits[exam.code]?.renewalHours !== undefined;
        const renewal = own.find(({ feeUsd, hours }) => feeUsd + hours > 0) ?? (isTyped ? own[0] : undefined);
        return [exam.code, { exam, renewal }] as const;
      }),
    ),
  );
  const set = (code: string, next: ExamEdits) => {
    const { [code]: _, ...others } = edits;
    const kept = Object.keys(next).length > 0 ? { ...others, [code]: next } : others;
    onChange({ terms: { ...state.terms, edits: kept } });
  };
  return (
    <section aria-labelledby="numbers" className="grid gap-3">
      <h2 id="numbers" className="text-2xl">
        The numbers behind it
      </h2>
      <p className="text-muted">Each one says where it comes from. Change what you know better.</p>
      <div className="border-b border-line">
        {[...exams.values()].map(({ exam, renewal }) => (
          <ExamFields
            key={exam.code}
            catalog={catalog}
            inputs={exam}
            renewal={renewal}
            edits={edits[exam.code] ?? {}}
            onChange={(next) => set(exam.code, next)}
          />
        ))}
      </div>
      <KnownPrices catalog={catalog} codes={[...exams.keys()]} />
    </section>
  );
}

function HowItIsCounted() {
  return (
    <section aria-labelledby="counted" className="grid gap-2 text-[0.97rem] text-muted">
      <h2 id="counted" className="text-2xl text-ink">
        How it is counted
      </h2>
      <p>
        The cost is exact, not simulated: every number of sittings of every exam is gone through, each with its
        probability. A chance with an interval is a Beta distribution, so one failure also lowers the hope for the next
        sitting. The 80 % holds sittings and your pace of study, alike at all exams; it does not hold a change of
        prices.
      </p>
      <p>
        Exams are taken to be passed independently, a renewal at the first sitting, and the dates as if each exam were
        passed at once. Fees are list prices in US dollars; local prices, taxes and vouchers of an employer are yours to
        put in.
      </p>
    </section>
  );
}
