import { ContextTabs, VIEWS } from '@cairn/question-types/views';
import { Button, Callout } from '@cairn/ui';
import type { RefObject } from 'react';
import { MakeCardButton } from '../cards/make-card-button.tsx';
import { questionOf, responseOf } from './attempt-view.ts';
import { canStrike } from './choosing.ts';
import { CheckedVerdict, revealedOf, Sources } from './feedback-panel.tsx';
import { lockOf } from './moving.ts';
import { renderText } from './rendered-text.tsx';
import type { Player } from './use-player.ts';

type QuestionPanelProps = {
  readonly player: Player;
  readonly zoomPercent: number;
  readonly box: RefObject<HTMLDivElement | null>;
};

export function QuestionPanel({ player, zoomPercent, box }: QuestionPanelProps) {
  const { attempt, place, state, isLocked } = player;
  if (!place) return <Callout title="No question is open">Choose one from the list of questions.</Callout>;
  const { section, slot } = place;
  const question = questionOf(slot);
  const feedback = state.checked ? attempt.feedback[slot.id] : undefined;
  const View = VIEWS[question.kind];
  return (
    <div ref={box} style={{ zoom: `${zoomPercent}%` }} className="holds-width grid gap-5 text-[1.06rem]">
      <SectionNotice player={player} />
      <div className={section.context ? 'grid items-start gap-6 lg:grid-cols-2' : 'grid max-w-3xl gap-6'}>
        {section.context ? (
          <ContextTabs
            key={section.id}
            title={section.context.title}
            tabs={section.context.tabs}
            renderText={renderText}
          />
        ) : null}
        <div className="grid min-w-0 gap-5">
          {slot.practiceOnly ? (
            <p className="text-[0.94rem] text-muted">For practice only: the real exam does not ask in this way.</p>
          ) : null}
          {state.checked ? <CheckedVerdict feedback={feedback} /> : null}
          <View
            key={slot.id}
            question={question}
            response={responseOf(state)}
            onChange={player.answer}
            struckOut={state.struckOut}
            onStrikeOut={canStrike(question) ? player.strike : undefined}
            revealed={feedback && revealedOf(feedback)}
            disabled={isLocked}
            renderText={renderText}
          />
          {feedback ? <Sources feedback={feedback} /> : null}
          {feedback ? <MakeCardButton attemptId={attempt.id} slot={slot.id} /> : null}
          <Marks player={player} />
        </div>
      </div>
      {lockOf(attempt, section) === 'free' || section.slots.at(-1)?.id !== slot.id ? null : (
        <p className="text-[0.94rem] text-muted">
          This is the last question of “{section.title}”. Before this part locks, you are asked.
        </p>
      )}
    </div>
  );
}

/** What this part of the exam allows, said at its first question and wherever it cannot be undone. */
function SectionNotice({ player }: { player: Player }) {
  const { attempt, place } = player;
  if (!place) return null;
  const { section, index } = place;
  switch (lockOf(attempt, section)) {
    case 'free':
      return null;
    case 'forward-only':
      return (
        <Callout tone="warn" title={`${section.title}: question ${index + 1} of ${section.slots.length}`}>
          <p>Here the questions come one after another. Once you go on, there is no way back to this one.</p>
        </Callout>
      );
    case 'on-leaving':
      return index === 0 ? (
        <Callout title={section.title}>
          <p>You can move freely within this part. It locks for good when you leave it.</p>
        </Callout>
      ) : null;
  }
}

/** Note and highlights of this question, where they can be read and taken back. */
function Marks({ player }: { player: Player }) {
  const { note, highlights } = player.state;
  if (note === '' && highlights.length === 0) return null;
  return (
    <section aria-label="Your marks" className="grid gap-3 border-t border-line pt-4">
      {note === '' ? null : (
        <div>
          <h2 className="font-sans text-base font-semibold tracking-normal">Your note</h2>
          <p className="whitespace-pre-line">{note}</p>
        </div>
      )}
      {highlights.length === 0 ? null : (
        <div className="grid gap-2">
          <h2 className="font-sans text-base font-semibold tracking-normal">Highlighted</h2>
          <ul className="grid gap-1.5">
            {highlights.map((passage) => (
              <li key={passage} className="flex items-start justify-between gap-3">
                <mark className="bg-warn-soft text-ink">{passage}</mark>
                <Button
                  size="small"
                  aria-label={`Clear the highlight: ${passage.slice(0, 60)}`}
                  onClick={() => player.highlight(highlights.filter((other) => other !== passage))}
                >
                  Clear
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
