import type { Catalog } from '@cairn/catalog';
import { Callout, EmptyState, ErrorState, Loading } from '@cairn/ui';
import { createLazyRoute } from '@tanstack/react-router';
import { sentenceOf } from '../api.ts';
import { DecidingNav } from '../app/deciding-nav.tsx';
import { RouterLinkButton } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { today } from '../app/today.ts';
import { WithCatalog } from '../app/with-catalog.tsx';
import { inputsOf, type RoadmapInputs, searchOfInputs, storedInputs } from './inputs.ts';
import { Planner } from './planner.tsx';
import { SavedList } from './saved-list.tsx';
import { useSavedRoadmaps } from './use-saved-roadmaps.ts';

export const roadmapPage = createLazyRoute('/roadmap')({ component: RoadmapPage });

function RoadmapPage() {
  return (
    <Page
      kicker={<DecidingNav />}
      title="Roadmap"
      lede="From the hours you have to the exam day: study, exams, costs and renewals on one line."
    >
      <WithCatalog>{(catalog) => <Plans catalog={catalog} />}</WithCatalog>
    </Page>
  );
}

function Plans({ catalog }: { catalog: Catalog }) {
  const search = roadmapPage.useSearch();
  const navigate = roadmapPage.useNavigate();
  const { list, save, remove } = useSavedRoadmaps();
  const saved = list.data?.find(({ id }) => id === search.saved);
  const writeAddress = (inputs: RoadmapInputs, id?: string) =>
    void navigate({
      search: id === undefined ? searchOfInputs(inputs) : { saved: id },
      replace: true,
      resetScroll: false,
    });
  if (search.saved !== undefined && list.isPending) return <Loading label="Reading the saved roadmap" />;
  const isMissing = search.saved !== undefined && !saved && list.isSuccess;
  const { inputs, faults } = inputsOf(search, today());
  return (
    <div className="grid gap-10">
      {isMissing ? (
        <EmptyState
          title="This roadmap is not here"
          action={
            <RouterLinkButton to="/roadmap" search={{}} look="primary">
              Draw a new one
            </RouterLinkButton>
          }
        >
          It was deleted, or it was saved on another machine.
        </EmptyState>
      ) : (
        <>
          {faults.length > 0 ? (
            <Callout tone="warn" announce title="Part of this address could not be read">
              <ul className="list-disc pl-5">
                {faults.map((fault) => (
                  <li key={fault}>{fault}</li>
                ))}
              </ul>
            </Callout>
          ) : null}
          <Planner
            // Another saved roadmap is another plan: its state starts afresh.
            key={saved?.id ?? 'new'}
            catalog={catalog}
            saved={saved}
            initial={saved ? storedInputs(saved.inputs, today()) : inputs}
            saving={save}
            onChange={writeAddress}
          />
        </>
      )}
      {list.error ? (
        <ErrorState
          title="Saved roadmaps could not be read"
          detail={sentenceOf(list.error)}
          onRetry={() => void list.refetch()}
        />
      ) : (
        <SavedList saved={list.data ?? []} openId={saved?.id} removing={remove} />
      )}
    </div>
  );
}
