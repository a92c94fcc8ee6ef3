import type { ReactNode } from 'react';
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
};

export function ToolBar({ player, preferences, onCommand }: ToolBarProps) {
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {toolsOf(player, preferences).map(({ command, text, pressed, label }) => (
        <button
          key={command}
          type="button"
          title={label}
          aria-pressed={pressed}
          disabled={isAtLimit(command, preferences)}
          // Keeps the selection that is about to be highlighted.
          onMouseDown={(event) => command === 'highlight' && event.preventDefault()}
          onClick={() => onCommand(command)}
          className="inline-flex min-h-9 items-center gap-1.5 rounded-lg border border-line bg-card px-2.5 text-[0.9rem] font-semibold text-ink hover:border-accent aria-pressed:border-accent aria-pressed:bg-accent-soft disabled:opacity-50"
        >
          {text}
          {label ? <span className="sr-only">: {label}</span> : null}
        </button>
      ))}
    </div>
  );
}

function toolsOf({ attempt, state, isStriking, hasCalculator, isLocked }: Player, preferences: Preferences): Tool[] {
  const { zoomPercent, isHighContrast } = preferences;
  const all: (Tool | undefined)[] = [
    {
      command: 'flag',
      pressed: state.flagged,
      text: (
        <>
          <FlagMark isEmpty={!state.flagged} /> {state.flagged ? 'Flagged' : 'Flag'}
        </>
      ),
    },
    isLocked
      ? undefined
      : { command: 'strike', text: 'Strike', pressed: isStriking, label: 'number keys strike options out' },
    { command: 'highlight', text: 'Highlight' },
    { command: 'note', text: state.note === '' ? 'Note' : 'Note ✎' },
    attempt.tools.calculator ? { command: 'calculator', text: 'Calculator', pressed: hasCalculator } : undefined,
    { command: 'smaller', text: 'A−', label: `smaller text, now ${zoomPercent} %` },
    { command: 'larger', text: 'A+', label: `larger text, now ${zoomPercent} %` },
    { command: 'contrast', text: 'Contrast', pressed: isHighContrast, label: 'high contrast' },
    attempt.mode === 'study' ? { command: 'pause', text: 'Pause' } : undefined,
    { command: 'help', text: 'Keys', label: 'keyboard shortcuts' },
  ];
  return all.filter((tool) => tool !== undefined);
}

const isAtLimit = (command: Command, { zoomPercent }: Preferences): boolean =>
  (command === 'larger' && zoomPercent >= ZOOM.max) || (command === 'smaller' && zoomPercent <= ZOOM.min);
