import { advise, type Catalog, type Profile } from '@cairn/catalog';
import { Button, Callout, Loading } from '@cairn/ui';
import { createLazyRoute } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import { DecidingNav } from '../app/deciding-nav.tsx';
import { Page } from '../app/page.tsx';
import { today } from '../app/today.ts';
import { WithCatalog } from '../app/with-catalog.tsx';
import { AnswerPanel } from './answer-panel.tsx';
import { type PostingsChoice, usePostingsEvidence } from './postings-evidence.ts';
import { PostingsLine } from './postings-line.tsx';
import { answersIn, searchOf, withAnswer, withoutPostings } from './profile.ts';
import type { ProfileKey } from './profile-search.ts';
import { QuestionForm } from './question-form.tsx';
import { type ProfileState, useProfile } from './use-profile.ts';

export const choosePage = createLazyRoute('/choose')({ component: ChoosePage });

function ChoosePage() {
  return (
    <Page
      kicker={<DecidingNav />}
      title="What fits you?"
      lede="Answer what you like, in any order: nothing is mandatory. The answer moves as you go, and every number behind it can be opened."
    >
      <WithCatalog>{(catalog) => <Choosing catalog={catalog} />}</WithCatalog>
    </Page>
  );
}

function Choosing({ catalog }: { catalog: Catalog }) {
  const search = choosePage.useSearch();
  const navigate = choosePage.useNavigate();
  const writeAddress = (profile: Profile) =>
    void navigate({ search: searchOf(profile), replace: true, resetScroll: false });
  const state = useProfile(search, writeAddress);
  const postings = usePostingsEvidence();
  if (state.isLoading) return <Loading label="Reading your answers" />;
  return <QuestionsAndAnswer catalog={catalog} state={state} postings={postings} />;
}

type ChoosingProps = { catalog: Catalog; state: ProfileState; postings: PostingsChoice };

function QuestionsAndAnswer({ catalog, state, postings }: ChoosingProps) {
  const { profile: answers } = state;
  const { evidence } = postings;
  const profile = useMemo(() => (evidence ? { ...answers, postings: evidence } : answers), [answers, evidence]);
  const change = (next: Profile) => state.change(withoutPostings(next));
  const settled = useDeferredValue(profile); // typing stays ahead of the recomputation
  const advice = useMemo(() => advise(catalog, settled, { today: today() }), [catalog, settled]);
  const winner = advice.certifications.find(({ gates }) => gates.length === 0);
  const isStarted = answersIn(profile) > 0;
  return (
    <div className="grid gap-8">
      <Remarks state={state} />
      <PostingsLine choice={postings} />
      <div className="grid items-start gap-x-12 gap-y-10 grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_minmax(0,1.05fr)]">
        <div>
          <QuestionForm
            questions={catalog.advisor.questions}
            codes={catalog.certifications.map(({ code, name }) => ({ code, name }))}
            profile={profile}
            saving={state.saving}
            onAnswer={(key: ProfileKey, value: unknown) => change(withAnswer(profile, key, value))}
            onClear={() => change({})}
          />
          {winner && isStarted ? <AnswerBar name={winner.name} /> : null}
        </div>
        <AnswerPanel catalog={catalog} profile={profile} advice={advice} onChange={change} />
      </div>
    </div>
  );
}

/** On a phone the answer lies below the questions: this bar stays in sight until the reader has come to it. */
function AnswerBar({ name }: { name: string }) {
  return (
    <a
      href="#answer"
      className="sticky bottom-0 z-20 -mx-4 mt-4 flex items-center justify-between gap-3 border-t border-line bg-card px-4 py-3 text-ink no-underline shadow-raised sm:-mx-6 sm:px-6 lg:hidden"
    >
      <span className="min-w-0 truncate">
        Now first: <strong>{name}</strong>
      </span>
      <span className="shrink-0 font-semibold text-accent">See why</span>
    </a>
  );
}

function Remarks({ state: { faults, loadError, saving, profile, change } }: { state: ProfileState }) {
  return (
    <>
      {faults.length > 0 ? (
        <Callout tone="warn" title="Part of this address or of the saved answers could not be read" announce>
          <ul className="list-disc pl-5">
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Callout>
      ) : null}
      {loadError ? (
        <Callout tone="warn" title="Your saved answers could not be read; answers given now start afresh." announce>
          <p>{loadError.message}</p>
        </Callout>
      ) : null}
      {saving === 'failed' ? (
        <Callout tone="warn" title="Your answers are on this page and in its address, but could not be saved." announce>
          <Button size="small" className="mt-2" onClick={() => change({ ...profile })}>
            Save again
          </Button>
        </Callout>
      ) : null}
    </>
  );
}
