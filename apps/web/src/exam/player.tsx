import type { Attempt } from '@cairn/contract';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { questionOf } from './attempt-view.ts';
import { Calculator } from './calculator.tsx';
import type { Countdown } from './countdown.ts';
import { kindName } from './exam-words.ts';
import { Navigator, positionText } from './navigator.tsx';
import type { OutboxState } from './outbox.ts';
import { PlayerBar } from './player-bar.tsx';
import { PlayerDialogs } from './player-dialogs.tsx';
import { PlayerFoot } from './player-foot.tsx';
import { HandingInScreen, PausedScreen, RejectionNotice } from './player-states.tsx';
import { clampZoom, type Preferences, ZOOM } from './preferences.ts';
import { QuestionPanel } from './question-panel.tsx';
import { ReviewScreen } from './review-screen.tsx';
import { type Command, SHORTCUTS } from './shortcuts.ts';
import type { Sitting } from './sitting.ts';
import { ToolBar } from './tool-bar.tsx';
import { useHighlighting } from './use-highlighting.ts';
import { type Player, usePlayer } from './use-player.ts';
import { usePlayerKeys } from './use-player-keys.ts';
import { type ChangePreferences, usePreferences } from './use-preferences.ts';
import { useTimeUp } from './use-time-up.ts';

type PlayerScreenProps = {
  readonly attempt: Attempt;
  readonly countdown: Countdown;
  readonly outbox: OutboxState;
  readonly sitting: Sitting;
};

type Stage = 'answering' | 'paused' | 'handing-in';

export function PlayerScreen({ attempt, countdown, outbox, sitting }: PlayerScreenProps) {
  const player = usePlayer(attempt, sitting);
  const [preferences, setPreferences] = usePreferences();
  const question = useRef<HTMLDivElement>(null);
  const { highlight } = useHighlighting(player, question);
  const isTimeUp = useTimeUp(countdown, () => sitting.record({ kind: 'submit' }));
  const stage = stageOf(attempt, outbox, isTimeUp);
  const command = commandsOf(player, setPreferences, highlight);
  usePlayerKeys({
    shortcuts: SHORTCUTS,
    isOn: player.overlay === undefined && stage !== 'handing-in',
    hasSingleKeys: preferences.hasSingleKeys,
    onCommand: (pressed) => (stage === 'answering' || pressed === 'pause') && command(pressed),
    onChoose: (number) => stage === 'answering' && player.screen === 'question' && player.pick(number),
  });
  useEffect(() => {
    document.title = `${positionText(attempt)} · ${attempt.title} · Cairn`;
  }, [attempt]);
  return (
    <div className="flex min-h-dvh flex-col">
      <PlayerBar
        attempt={attempt}
        countdown={countdown}
        outbox={outbox}
        isTimerHidden={preferences.isTimerHidden}
        onToggleTimer={() => command('timer')}
      />
      <div className="mx-auto w-full min-w-0 max-w-[92rem] flex-1 px-4 py-4 sm:px-6 sm:py-6">
        <RejectionNotice outbox={outbox} onDismiss={sitting.dismissRejections} />
        {stage === 'handing-in' ? <HandingInScreen outbox={outbox} isTimeUp={isTimeUp} /> : null}
        {stage === 'paused' ? <PausedScreen onResume={player.pause} /> : null}
        {stage === 'answering' ? (
          <AnsweringScreen player={player} preferences={preferences} box={question} onCommand={command} />
        ) : null}
      </div>
      {stage === 'answering' ? <PlayerFoot player={player} /> : null}
      <PlayerDialogs
        player={player}
        outbox={outbox}
        preferences={preferences}
        onPreferences={setPreferences}
        box={question}
      />
    </div>
  );
}

function stageOf({ state }: Attempt, { pending }: OutboxState, isTimeUp: boolean): Stage {
  if (isTimeUp || pending.some(({ kind }) => kind === 'submit')) return 'handing-in';
  return state === 'paused' ? 'paused' : 'answering';
}

type AnsweringProps = {
  readonly player: Player;
  readonly preferences: Preferences;
  readonly box: RefObject<HTMLDivElement | null>;
  readonly onCommand: (command: Command) => void;
};

function AnsweringScreen(props: AnsweringProps) {
  const { player } = props;
  const heading = useHeadingFocus(player);
  return (
    <>
      {player.screen === 'review' ? (
        <ReviewScreen player={player} heading={heading} />
      ) : (
        <QuestionScreen {...props} heading={heading} />
      )}
      {player.hasCalculator ? <Calculator onClose={() => player.setCalculator(false)} /> : null}
      <Remark player={player} />
    </>
  );
}

type QuestionScreenProps = AnsweringProps & { readonly heading: RefObject<HTMLHeadingElement | null> };

function QuestionScreen({ player, preferences, heading, box, onCommand }: QuestionScreenProps) {
  const { attempt } = player;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8 xl:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="grid min-w-0 content-start gap-5">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <div>
            <h1 ref={heading} tabIndex={-1} aria-describedby="question-kind" className="text-2xl sm:text-3xl">
              {positionText(attempt)}
            </h1>
            <p id="question-kind" className="text-[0.94rem] text-muted">
              {kindOf(player)}
            </p>
          </div>
          <ToolBar player={player} preferences={preferences} onCommand={onCommand} />
        </div>
        <QuestionPanel player={player} zoomPercent={preferences.zoomPercent} box={box} />
      </div>
      <aside aria-label="All questions" className="hidden content-start xl:grid">
        <div className="sticky top-24 max-h-[calc(100dvh-12rem)] overflow-y-auto rounded-xl border border-line bg-card p-4">
          <h2 className="sr-only">All questions</h2>
          <Navigator attempt={attempt} onGo={player.go} />
        </div>
      </aside>
    </div>
  );
}

/** Read after the number when the focus comes to the heading: what kind of answer is asked for. */
function kindOf({ place }: Player): string {
  if (!place) return '';
  const name = kindName(questionOf(place.slot).kind);
  const kind = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  switch (place.section.kind) {
    case 'questions':
      return kind;
    case 'case-study':
      return `Case study · ${kind}`;
    case 'series':
      return `Solution series · ${kind}`;
  }
}

const REMARK_MILLISECONDS = 5000;

/** What just happened, or why it did not: spoken, and seen for a while above the foot. */
function Remark({ player }: { player: Player }) {
  const { text, count } = player.remark;
  const [past, setPast] = useState(count);
  useEffect(() => {
    const timer = setTimeout(() => setPast(count), REMARK_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [count]);
  const isShown = text !== '' && count !== past;
  return (
    <div aria-live="polite" className="pointer-events-none fixed inset-x-4 bottom-24 z-30 grid justify-items-center">
      {isShown ? (
        <p key={count} className="rounded-lg bg-ink px-4 py-2 text-[0.94rem] text-paper shadow-raised">
          {text}
        </p>
      ) : null}
    </div>
  );
}

/** After moving, reading starts at the new heading; the first question leaves the focus where it is. */
function useHeadingFocus({ place, screen }: Player) {
  const heading = useRef<HTMLHeadingElement>(null);
  const where = screen === 'review' ? 'review' : place?.slot.id;
  const before = useRef(where);
  useEffect(() => {
    if (before.current === where) return;
    before.current = where;
    const focus = () => heading.current?.focus({ preventScroll: true });
    focus();
    window.scrollTo({ top: 0 });
    // A dialog that led here gives the focus back to where it came from as it closes, a frame later.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(focus);
    });
    return () => cancelAnimationFrame(frame);
  }, [where]);
  return heading;
}

function commandsOf(player: Player, change: ChangePreferences, highlight: () => void) {
  const { attempt, screen } = player;
  const isStudy = attempt.mode === 'study';
  const zoom = (by: number) => change(({ zoomPercent }) => ({ zoomPercent: clampZoom(zoomPercent + by) }));
  const onQuestion = (run: () => void) => () => (screen === 'question' ? run() : undefined);
  const commands: Record<Command, () => void> = {
    next: onQuestion(() => player.step(1)),
    previous: () => (screen === 'review' ? player.setScreen('question') : player.step(-1)),
    flag: onQuestion(player.flag),
    strike: onQuestion(() => player.setStriking(!player.isStriking)),
    highlight: onQuestion(highlight),
    note: onQuestion(() => player.setOverlay({ kind: 'note' })),
    check: onQuestion(() => isStudy && player.check()),
    navigator: () => player.setOverlay({ kind: 'navigator' }),
    review: () => player.setScreen(screen === 'review' ? 'question' : 'review'),
    timer: () => change(({ isTimerHidden }) => ({ isTimerHidden: !isTimerHidden })),
    calculator: () => attempt.tools.calculator && player.setCalculator(!player.hasCalculator),
    larger: () => zoom(ZOOM.step),
    smaller: () => zoom(-ZOOM.step),
    contrast: () => change(({ isHighContrast }) => ({ isHighContrast: !isHighContrast })),
    pause: () => isStudy && player.pause(),
    report: onQuestion(() => player.setOverlay({ kind: 'report' })),
    help: () => player.setOverlay({ kind: 'help' }),
  };
  return (command: Command) => commands[command]();
}
