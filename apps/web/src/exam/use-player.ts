import type { Attempt, PublishedSection } from '@cairn/contract';
import type { Response } from '@cairn/question-types';
import { useEffect, useRef, useState } from 'react';
import { findPlace, questionOf, responseOf, stateOf } from './attempt-view.ts';
import { canStrike, chooseByNumber, optionAt, toggled } from './choosing.ts';
import { isFinal, moveTo, neighbour, openingSlot } from './moving.ts';
import type { Sitting } from './sitting.ts';

/** What is open over the question. One at a time. */
export type Overlay =
  | { readonly kind: 'help' | 'navigator' | 'note' | 'highlight' | 'report' | 'hand-in' }
  | { readonly kind: 'leave-section'; readonly section: PublishedSection; readonly slot: string }
  | { readonly kind: 'leave-unanswered'; readonly slot: string };

export type Player = ReturnType<typeof usePlayer>;

/** What the candidate can do, whether by button or key. Rules live in moving.ts; the server has the last word. */
export function usePlayer(attempt: Attempt, sitting: Sitting) {
  const view = useView();
  const slotId = attempt.currentSlot ?? openingSlot(attempt) ?? null;
  useOpeningVisit(attempt, sitting, slotId);
  return {
    attempt,
    place: findPlace(attempt, slotId),
    ...view,
    ...moving(attempt, sitting, view),
    ...slotActions(attempt, sitting, slotId, view),
    pause: () => sitting.record({ kind: attempt.state === 'paused' ? 'resume' : 'pause' }),
    handIn: () => {
      view.setOverlay(undefined);
      sitting.record({ kind: 'submit' });
    },
  };
}

/** What this screen shows; nothing of it is part of the attempt. */
function useView() {
  const [screen, setScreen] = useState<'question' | 'review'>('question');
  const [overlay, setOverlay] = useState<Overlay>();
  const [isStriking, setStriking] = useState(false);
  const [hasCalculator, setCalculator] = useState(false);
  /** One sentence for the screen reader and the eye; the count makes a repeated one new. */
  const [remark, setRemark] = useState({ text: '', count: 0 });
  const say = (text: string) => setRemark(({ count }) => ({ text, count: count + 1 }));
  return {
    screen,
    setScreen,
    overlay,
    setOverlay,
    isStriking,
    setStriking,
    hasCalculator,
    setCalculator,
    remark,
    say,
  };
}

type View = ReturnType<typeof useView>;

function moving(attempt: Attempt, sitting: Sitting, view: View) {
  const { setOverlay, setScreen, say } = view;
  const visit = (slot: string) => {
    setOverlay(undefined);
    setScreen('question');
    say('');
    sitting.record({ kind: 'visit', slot });
  };
  const go = (slot: string) => {
    const move = moveTo(attempt, slot);
    switch (move.outcome) {
      case 'go':
        return visit(slot);
      case 'leaves-section':
        return setOverlay({ kind: 'leave-section', section: move.section, slot });
      case 'leaves-unanswered':
        return setOverlay({ kind: 'leave-unanswered', slot });
      case 'closed':
        return say(move.reason);
    }
  };
  const step = (by: -1 | 1) => {
    const next = neighbour(attempt, by);
    if (next) return go(next.id);
    if (by === 1) setScreen('review');
    else say('This is the first question.');
  };
  const leaveSection = (section: PublishedSection, slot: string) => {
    sitting.record({ kind: 'leave-section', section: section.id });
    visit(slot);
  };
  return { visit, go, step, leaveSection };
}

/** The server times each question from the visits, so opening the sitting is one. */
function useOpeningVisit(attempt: Attempt, sitting: Sitting, slotId: string | null): void {
  const visited = useRef(false);
  useEffect(() => {
    if (visited.current || slotId === null || attempt.state !== 'running') return;
    visited.current = true;
    sitting.record({ kind: 'visit', slot: slotId });
  }, [attempt.state, sitting, slotId]);
}

function slotActions(attempt: Attempt, sitting: Sitting, slotId: string | null, { say, isStriking }: View) {
  const slot = slotId ?? '';
  const place = findPlace(attempt, slotId);
  const state = stateOf(attempt, slot);
  const isLocked = !place || isFinal(attempt, slot);
  const answer = (response: Response) => {
    if (!isLocked) sitting.record({ kind: 'answer', slot, response });
  };
  const strike = (option: string) => {
    if (!isLocked) sitting.record({ kind: 'strike', slot, options: toggled(state.struckOut, option) });
  };
  const highlight = (passages: string[]) => sitting.record({ kind: 'highlight', slot, passages });
  return {
    state,
    isLocked,
    answer,
    strike,
    clear: () => sitting.record({ kind: 'answer', slot, response: null }),
    flag: () => {
      sitting.record({ kind: 'flag', slot, flagged: !state.flagged });
      say(state.flagged ? 'Flag taken off.' : 'Flagged for review.');
    },
    note: (text: string) => sitting.record({ kind: 'note', slot, text }),
    highlight,
    check: () => {
      if (state.answered && !state.checked) sitting.record({ kind: 'check', slot });
      else if (!state.checked) say('Answer the question first, then check it.');
    },
    /** A number key: chooses the option, or strikes it out. */
    pick: (number: number) => {
      if (!place || isLocked) return;
      const question = questionOf(place.slot);
      const option = optionAt(question, number);
      if (isStriking && option !== undefined && canStrike(question)) return strike(option);
      const response = chooseByNumber(question, responseOf(state), number);
      if (response) answer(response);
    },
  };
}
