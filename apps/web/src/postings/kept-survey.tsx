import type { Catalog } from '@cairn/catalog';
import { EmptyState, ErrorState, Loading } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { sentenceOf } from '../api.ts';
import { RouterLinkButton } from '../app/links.tsx';
import { dayInWords } from '../app/words.ts';
import { AnswerView } from './answer/answer-view.tsx';
import { Glance } from './answer/glance.tsx';
import { fromKept } from './kept-answer.ts';
import { surveyQuery } from './survey-requests.ts';

/** A survey from the server: counts and quotes, no texts. */
export function KeptSurvey({ catalog, id }: { readonly catalog: Catalog; readonly id: string }) {
  const { data, error, refetch } = useQuery(surveyQuery(id));
  const answer = useMemo(() => data && fromKept(data.survey), [data]);
  const back = <RouterLinkButton to="/postings">Bring other postings</RouterLinkButton>;
  if (error) {
    return (
      <div className="grid gap-6">
        <ErrorState title="This survey cannot be opened" detail={sentenceOf(error)} onRetry={() => void refetch()} />
        <div>{back}</div>
      </div>
    );
  }
  if (!data) return <Loading label="Opening the survey" />;
  if (!answer) {
    return (
      <EmptyState title="Kept by another version" action={back}>
        This version cannot show it. Bring its postings again.
      </EmptyState>
    );
  }
  const day = dayInWords(new Date(data.madeAt).toISOString().slice(0, 10));
  return (
    <div className="grid gap-8">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p>
          <strong className="font-display text-2xl">{data.name}</strong>
          <span className="text-muted"> · kept on {day}</span>
        </p>
        {back}
      </div>
      <Glance survey={answer.survey} />
      <AnswerView catalog={catalog} answer={answer} held={[]} />
    </div>
  );
}
