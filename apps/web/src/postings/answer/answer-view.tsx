import type { Catalog } from '@cairn/catalog';
import { EmptyState } from '@cairn/ui';
import { useMemo, useState } from 'react';
import type { Answer, HeldHeading } from '../reading/messages.ts';
import { type AnswerActions, AnswerProvider } from './answer-context.ts';
import { Asked } from './asked.tsx';
import { Certificates } from './certificates.tsx';
import { Circumstances } from './circumstances.tsx';
import { GapAndWays } from './gap-and-ways.tsx';
import { HeatGrid } from './heat-grid.tsx';
import { InTurns } from './in-turns.tsx';
import { PayPosted } from './pay-posted.tsx';
import { Platforms } from './platforms.tsx';
import { PostingList } from './posting-list.tsx';
import { QuotesDialog, type Shown } from './quotes-dialog.tsx';

type AnswerProps = {
  readonly catalog: Catalog;
  readonly answer: Answer;
  /** Postings that can be opened; none of a kept survey. */
  readonly held: readonly HeldHeading[];
};

/** What the postings say, charts first; each number opens its quotes. */
export function AnswerView({ catalog, answer, held }: AnswerProps) {
  const [shown, setShown] = useState<Shown>();
  const actions = useActions(answer, held, setShown);
  const { survey } = answer;
  return (
    <AnswerProvider value={actions}>
      <div className="grid gap-14">
        <InTurns>
          {survey.postings === 0 ? (
            <EmptyState title="Nothing to count yet">
              No text that was brought is a posting in English. Add others above.
            </EmptyState>
          ) : (
            <Platforms survey={survey} />
          )}
          {survey.postings === 0 ? null : <Asked survey={survey} />}
          {survey.postings === 0 ? null : <HeatGrid survey={survey} />}
          {survey.postings === 0 ? null : <GapAndWays catalog={catalog} survey={survey} />}
          {survey.postings === 0 ? null : <Certificates survey={survey} />}
          {survey.postings === 0 ? null : <Circumstances answer={answer} />}
          <PayPosted answer={answer} />
          <PostingList held={held} read={survey.postings} />
        </InTurns>
      </div>
      <QuotesDialog shown={shown} onShow={setShown} />
    </AnswerProvider>
  );
}

function useActions(answer: Answer, held: readonly HeldHeading[], setShown: (shown: Shown) => void): AnswerActions {
  return useMemo(() => {
    const openable = new Map(held.map(({ id, title }) => [id, title]));
    return {
      showQuotes: (title, quotes, postings) => setShown({ kind: 'quotes', title, quotes, postings }),
      titleOf: (id) => answer.titles[id] ?? openable.get(id) ?? id,
      canOpen: (id) => openable.has(id),
      open: (id) => setShown({ kind: 'posting', id }),
    };
  }, [answer, held, setShown]);
}
