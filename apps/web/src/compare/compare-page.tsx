import { type Catalog, compare } from '@cairn/catalog';
import { Callout, EmptyState } from '@cairn/ui';
import { createLazyRoute } from '@tanstack/react-router';
import { useMemo } from 'react';
import { DecidingNav } from '../app/deciding-nav.tsx';
import { Page } from '../app/page.tsx';
import { WithCatalog } from '../app/with-catalog.tsx';
import { ComparisonView } from './comparison-view.tsx';
import { Picker } from './picker.tsx';

export const comparePage = createLazyRoute('/compare')({ component: ComparePage });

function ComparePage() {
  return (
    <Page
      kicker={<DecidingNav />}
      title="Compare"
      lede="Two to four roles, or two to four certifications, side by side, each cell with its source."
    >
      <WithCatalog>{(catalog) => <Comparing catalog={catalog} />}</WithCatalog>
    </Page>
  );
}

function Comparing({ catalog }: { catalog: Catalog }) {
  const { ids: written = '' } = comparePage.useSearch();
  const navigate = comparePage.useNavigate();
  const ids = useMemo(() => written.split(',').filter((id) => id.trim() !== ''), [written]);
  const outcome = useMemo(() => (ids.length >= 2 ? compare(catalog, ids) : undefined), [catalog, ids]);
  const show = (next: readonly string[]) =>
    void navigate({ search: next.length > 0 ? { ids: next.join(',') } : {}, resetScroll: false });
  return (
    <div className="grid gap-8">
      <Picker catalog={catalog} ids={ids} onChange={show} />
      {outcome === undefined ? (
        <EmptyState title={ids.length === 1 ? 'Pick one more' : 'Pick at least two'}>
          <p>Certifications stand beside certifications and roles beside roles. Some that people ask for:</p>
          <Suggestions onPick={show} />
        </EmptyState>
      ) : null}
      {outcome?.outcome === 'refused' ? <Callout tone="warn" announce title={outcome.sentence} /> : null}
      {outcome?.outcome === 'compared' ? <ComparisonView catalog={catalog} comparison={outcome.comparison} /> : null}
    </div>
  );
}

const SUGGESTIONS = [
  { label: 'ML engineer and AI engineer', ids: ['ml-engineer', 'ai-engineer'] },
  { label: 'AIF-C01 and AI-901', ids: ['AIF-C01', 'AI-901'] },
  { label: 'MLA-C02 and AI-103', ids: ['MLA-C02', 'AI-103'] },
  { label: 'The retired pair: MLS-C01 and AI-102', ids: ['MLS-C01', 'AI-102'] },
] as const;

function Suggestions({ onPick }: { onPick: (ids: readonly string[]) => void }) {
  return (
    <ul className="mt-4 flex flex-wrap justify-center gap-2">
      {SUGGESTIONS.map(({ label, ids }) => (
        <li key={label}>
          <button
            type="button"
            className="min-h-10 rounded-full border border-muted/60 bg-card px-4 text-ink hover:border-accent hover:text-accent"
            onClick={() => onPick(ids)}
          >
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}
