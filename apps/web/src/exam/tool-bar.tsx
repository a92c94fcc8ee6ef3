import { type ReactNode, useState } from 'react';
import { questionOf } from './attempt-view.ts';
import { canStrike } from './choosing.ts';
import { FlagMark } from './navigator.tsx';
import { type Preferences, ZOOM } from './preferences.ts';
import type { Command } from './shortcuts.ts';
import type { Player } from './use-player.ts';

type ToolBarProps = {
  readonly player: Player;
  readonly preferences: Preferences;
  readonly onCommand: (command: Command) => void;
};

/** A toggle says by `pressed` whether it is on; a tool without it just acts. */
type Tool = {
  readonly command: Command;
  readonly text: ReactNode;
  readonly pressed?: boolean;
  readonly label?: string;
  /** On a phone it waits behind "More", so that the question begins on the first screen. */
  readonly isSecondary?: boolean;
};

const LOOK =
  'inline-flex min-h-11 items-center gap-1.5 rounded-lg border border-line bg-card px-2.5 text-[0.9rem] font-semibold text-ink hover:border-accent aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:text-on-accent disabled:opacity-50 sm:min-h-9';

export function ToolBar({ player, preferences, onCommand }: ToolBarProps) {
  const [hasMore, setMore] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {toolsOf(player, preferences).map(({ command, text, pressed, label, isSecondary }) => (
        <button
          key={command}
          type="button"
          title={label}
          aria-pressed={pressed}
          disabled={isAtLimit(command, preferences)}
          // Keeps the selection that is about to be highlighted.
          onMouseDown={(event) => command === 'highlight' && event.preventDefault()}
          onClick={() => onCommand(command)}
          className={`${LOOK} ${isSecondary && !hasMore ? 'max-sm:hidden' : ''}`}
        >
          {text}
          {label ? <span className="sr-only">: {label}</span> : null}
        </button>
      ))}
      <button type="button" aria-expanded={hasMore} onClick={() => setMore(!hasMore)} className={`${LOOK} sm:hidden`}>
        {hasMore ? 'Less' : 'More'}
        <span className="sr-only"> tools</span>
      </button>
    </div>
  );
}

function toolsOf(player: Player, preferences: Preferences): Tool[] {
  const { attempt, place, state, isStriking, hasCalculator, isLocked } = player;
  const { zoomPercent, isHighContrast } = preferences;
  const all: (Tool | undefined)[] = [
    {
      command: 'flag',
      pressed: state.flagged,
      text: (
        <>
          <FlagMark isEmpty={!state.flagged} className="size-4 [&_path]:stroke-current" />{' '}
          {state.flagged ? 'Flagged' : 'Flag'}
        </>
      ),
    },
    isLocked || !place || !canStrike(questionOf(place.slot))
      ? undefined
      : {
          command: 'strike',
          text: 'Strike',
          pressed: isStriking,
          label: 'number keys strike options out',
          isSecondary: true, // each row has its own button; this one is for the keyboard
        },
    { command: 'highlight', text: 'Highlight' },
    { command: 'note', text: state.note === '' ? 'Note' : 'Note ✎' },
    attempt.tools.calculator
      ? { command: 'calculator', text: 'Calculator', pressed: hasCalculator, isSecondary: true }
      : undefined,
    { command: 'smaller', text: 'A−', label: `smaller text, now ${zoomPercent} %`, isSecondary: true },
    { command: 'larger', text: 'A+', label: `larger text, now ${zoomPercent} %`, isSecondary: true },
    { command: 'contrast', text: 'Contrast', pressed: isHighContrast, label: 'high contrast', isSecondary: true },
    attempt.mode === 'study' ? { command: 'pause', text: 'Pause', isSecondary: true } : undefined,
    { command: 'report', text: 'Report', label: 'what is wrong with this question', isSecondary: true },
    { command: 'help', text: 'Keys', label: 'keyboard shortcuts', isSecondary: true },
  ];
  return all.filter((tool) => tool !== undefined);
}

const isAtLimit = (command: Command, { zoomPercent }: Preferences): boolean =>
  (command === 'larger' && zoomPercent >= ZOOM.max) || (command === 'smaller' && zoomPercent <= ZOOM.min);
