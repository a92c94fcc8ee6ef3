import type { Catalog } from '@cairn/catalog';
import { Button, ErrorState, Fold } from '@cairn/ui';
import { type RefObject, useEffect, useRef } from 'react';
import { TextLink } from '../app/links.tsx';
import { AnswerView } from './answer/answer-view.tsx';
import { Glance } from './answer/glance.tsx';
import { BringPostings } from './bring-postings.tsx';
import { KeepSurvey } from './keep-survey.tsx';
import { KeptSurveys } from './kept-surveys.tsx';
import { type Reading, readingStore } from './reading/reading-store.ts';
import { useReading } from './reading/use-reading.ts';
import { ReadingProgress } from './reading-progress.tsx';
import { Remarks } from './remarks.tsx';

/** The postings of this visit: bring them, watch them being read, see what they say. */
export function OpenSurvey({ catalog }: { readonly catalog: Catalog }) {
  const reading = useReading();
  const place = useKeptFocus(reading.state);
  const bring = <BringPostings catalog={catalog} isMore={reading.answer !== undefined} />;
  return (
    <section ref={place} tabIndex={-1} aria-label="Your postings" className="grid gap-8 outline-none">
      {reading.state === 'failed' ? <ErrorState title="Reading stopped" detail={reading.sentence ?? ''} /> : null}
      {reading.state === 'reading' ? <ReadingProgress reading={reading} /> : null}
      <Remarks remarks={reading.remarks} leftOut={reading.remarksLeftOut} />
      {reading.state === 'answered' && reading.answer ? (
        <Answered catalog={catalog} reading={reading} bring={bring} />
      ) : null}
      {reading.state === 'empty' || reading.state === 'failed' ? (
        <>
          {bring}
          <KeptSurveys />
        </>
      ) : null}
    </section>
  );
}

type AnsweredProps = { readonly catalog: Catalog; readonly reading: Reading; readonly bring: React.ReactNode };

function Answered({ catalog, reading, bring }: AnsweredProps) {
  const { answer, held } = reading;
  if (!answer) return null;
  return (
    <>
      <div className="grid gap-3">
        <Glance survey={answer.survey} />
        <p>
          <TextLink to="/postings/resume">Put your résumé beside them</TextLink>
        </p>
      </div>
      <div className="grid gap-4">
        <KeepSurvey answer={answer} keptAs={reading.keptAs} />
        <div className="border-b border-line">
          <Fold summary="Add more postings">{bring}</Fold>
          <Fold summary="Surveys you kept">
            <KeptSurveys />
          </Fold>
        </div>
      </div>
      <AnswerView catalog={catalog} answer={answer} held={held} />
      <div>
        <Button onClick={() => readingStore.forget()}>Forget these postings and start afresh</Button>
      </div>
    </>
  );
}

/** The button that was pressed goes away with its view; the focus then stays at the place where the next one comes. */
function useKeptFocus(state: Reading['state']): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement>(null);
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  }, [state]);
  return place;
}
