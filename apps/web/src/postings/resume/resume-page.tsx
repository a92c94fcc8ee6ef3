import type { Catalog } from '@cairn/catalog';
import { EmptyState, ErrorState, Loading } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { sentenceOf } from '../../api.ts';
import { DecidingNav } from '../../app/deciding-nav.tsx';
import { RouterLinkButton, TextLink } from '../../app/links.tsx';
import { Page } from '../../app/page.tsx';
import { WithCatalog } from '../../app/with-catalog.tsx';
import { fromKept } from '../kept-answer.ts';
import type { Answer, BroughtFile, ReadResume } from '../reading/messages.ts';
import { readingStore } from '../reading/reading-store.ts';
import { useReading } from '../reading/use-reading.ts';
import { surveyQuery, surveysQuery } from '../survey-requests.ts';
import { BringResume } from './bring-resume.tsx';
import { ResumeBeside } from './resume-beside.tsx';

export const resumePage = createLazyRoute('/postings/resume')({ component: ResumePage });

function ResumePage() {
  return (
    <Page
      kicker={<DecidingNav />}
      title="Your résumé beside the postings"
      lede="What they ask for and you say, what they ask for and you do not say, and what you say that nobody asks for."
    >
      <WithCatalog>{(catalog) => <Beside catalog={catalog} />}</WithCatalog>
    </Page>
  );
}

type CatalogProps = { readonly catalog: Catalog };

/** The survey that is open goes before the newest that was kept. */
function Beside({ catalog }: CatalogProps) {
  const { answer } = useReading();
  const isOpen = answer !== undefined && answer.survey.postings > 0;
  return isOpen ? (
    <WithSurvey catalog={catalog} answer={answer} name="the postings that are open" />
  ) : (
    <WithNewest catalog={catalog} />
  );
}

function WithNewest({ catalog }: CatalogProps) {
  const { data, error, refetch } = useQuery(surveysQuery);
  const [newest] = data ?? [];
  if (error) {
    return (
      <ErrorState title="Kept surveys could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} />
    );
  }
  if (!data) return <Loading label="Reading kept surveys" />;
  return newest ? <WithKept catalog={catalog} id={newest.id} /> : <NoPostings />;
}

function WithKept({ catalog, id }: CatalogProps & { readonly id: string }) {
  const { data, error, refetch } = useQuery(surveyQuery(id));
  const answer = data && fromKept(data.survey);
  if (error) {
    return (
      <ErrorState title="The survey could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} />
    );
  }
  if (!data) return <Loading label="Opening the newest survey" />;
  return answer ? <WithSurvey catalog={catalog} answer={answer} name={`“${data.name}”`} /> : <NoPostings />;
}

function NoPostings() {
  return (
    <EmptyState
      title="First the postings, then the résumé"
      action={
        <RouterLinkButton to="/postings" look="primary">
          Bring postings
        </RouterLinkButton>
      }
    >
      A résumé says something beside what is asked for. Bring the postings you want; five are enough to begin with.
    </EmptyState>
  );
}

type SurveyProps = CatalogProps & { readonly answer: Answer; readonly name: string };

function WithSurvey({ catalog, answer, name }: SurveyProps) {
  const [resume, setResume] = useState<ReadResume | 'reading'>();
  const bring = async (file: BroughtFile) => {
    setResume('reading');
    setResume(await readingStore.readResume(file, catalog.skills));
  };
  return (
    <div className="grid gap-10">
      <p>
        Beside {name}: {answer.survey.postings.toLocaleString('en')} read.{' '}
        <TextLink to="/postings">See or change them</TextLink>
      </p>
      <BringResume isReading={resume === 'reading'} onBring={(file) => void bring(file)} />
      {resume && resume !== 'reading' && resume.outcome === 'refused' ? (
        <ErrorState title="The résumé was not read" detail={resume.sentence} />
      ) : null}
      {resume && resume !== 'reading' && resume.outcome === 'read' ? (
        <ResumeBeside catalog={catalog} answer={answer} resume={resume} />
      ) : null}
    </div>
  );
}
