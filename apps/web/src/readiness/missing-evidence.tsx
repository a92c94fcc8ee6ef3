import type { Readiness } from '@cairn/contract';
import { Callout } from '@cairn/ui';
import { RouterLinkButton } from '../app/links.tsx';
import { counted } from '../app/words.ts';

/** Why there is no number, and the shortest way to one. */
export function MissingEvidence({ readiness }: { readiness: Readiness }) {
  const { missing, missingAnswers, exam } = readiness;
  return (
    <Callout tone="accent" title={`About ${counted(missingAnswers, 'more answer')} before there is a number`}>
      {missing ? <p>{missing}</p> : null}
      <div className="mt-3 flex flex-wrap gap-3">
        <RouterLinkButton to="/exams/$examId/diagnosis" params={{ examId: exam }} look="primary">
          Take the diagnosis
        </RouterLinkButton>
        <RouterLinkButton to="/exams/$examId" params={{ examId: exam }}>
          Study or sit a form
        </RouterLinkButton>
      </div>
    </Callout>
  );
}
