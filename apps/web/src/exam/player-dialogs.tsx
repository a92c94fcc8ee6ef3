import { Button, Dialog } from '@cairn/ui';
import type { RefObject } from 'react';
import { counted } from '../app/words.ts';
import { ReportDialog } from '../reports/report-dialog.tsx';
import { countsOf } from './attempt-view.ts';
import { HelpDialog } from './help-dialog.tsx';
import { HighlightDialog, NoteDialog } from './mark-dialogs.tsx';
import { Navigator } from './navigator.tsx';
import type { OutboxState } from './outbox.ts';
import type { Preferences } from './preferences.ts';
import type { Overlay, Player } from './use-player.ts';
import type { ChangePreferences } from './use-preferences.ts';

type PlayerDialogsProps = {
  readonly player: Player;
  readonly outbox: OutboxState;
  readonly preferences: Preferences;
  readonly onPreferences: ChangePreferences;
  readonly box: RefObject<HTMLElement | null>;
};

/** What lies over the question, one at a time. */
export function PlayerDialogs({ player, outbox, preferences, onPreferences, box }: PlayerDialogsProps) {
  const { overlay } = player;
  const close = () => player.setOverlay(undefined);
  if (!overlay) return null;
  switch (overlay.kind) {
    case 'help':
      return <HelpDialog onClose={close} preferences={preferences} onPreferences={onPreferences} />;
    case 'navigator':
      return (
        <Dialog
          open
          onOpenChange={close}
          title="All questions"
          actions={
            <Button
              onClick={() => {
                close();
                player.setScreen('review');
              }}
            >
              Review screen
            </Button>
          }
        >
          <Navigator attempt={player.attempt} onGo={player.go} />
        </Dialog>
      );
    case 'note':
      return <NoteDialog player={player} onClose={close} />;
    case 'highlight':
      return <HighlightDialog player={player} box={box} onClose={close} />;
    case 'report':
      return player.place ? (
        <ReportDialog attemptId={player.attempt.id} slot={player.place.slot.id} onClose={close} />
      ) : null;
    case 'hand-in':
      return <HandInDialog player={player} outbox={outbox} onClose={close} />;
    case 'leave-section':
      return <LeaveSectionDialog player={player} overlay={overlay} onClose={close} />;
    case 'leave-unanswered':
      return (
        <Dialog
          open
          onOpenChange={close}
          title="Go on without an answer?"
          description="There is no way back to this question, and an open answer earns nothing."
          actions={
            <>
              <Button onClick={close}>Stay here</Button>
              <Button look="danger" onClick={() => player.visit(overlay.slot)}>
                Go on without an answer
              </Button>
            </>
          }
        />
      );
  }
}

type LeaveProps = {
  readonly player: Player;
  readonly overlay: Extract<Overlay, { kind: 'leave-section' }>;
  readonly onClose: () => void;
};

function LeaveSectionDialog({ player, overlay, onClose }: LeaveProps) {
  const { section, slot } = overlay;
  const { questions, answered, flagged } = countsOf(player.attempt, section.slots);
  const open = questions - answered;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Leave “${section.title}” for good?`}
      description="This part locks when you leave it: its questions can be neither seen nor changed again."
      actions={
        <>
          <Button onClick={onClose}>Stay in this part</Button>
          <Button look="danger" onClick={() => player.leaveSection(section, slot)}>
            Leave and lock it
          </Button>
        </>
      }
    >
      <p>
        {open === 0 ? 'Every question here is answered' : `${counted(open, 'question')} here not answered`}
        {flagged > 0 ? `, ${flagged} flagged.` : '.'}
      </p>
    </Dialog>
  );
}

function HandInDialog({ player, outbox, onClose }: { player: Player; outbox: OutboxState; onClose: () => void }) {
  const { questions, answered, flagged } = countsOf(player.attempt);
  const open = questions - answered;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Hand in?"
      description="Your answers are scored and the report opens. They cannot be changed afterwards."
      actions={
        <>
          <Button onClick={onClose}>Not yet</Button>
          <Button look="primary" onClick={player.handIn}>
            Hand in
          </Button>
        </>
      }
    >
      <ul className="grid gap-1">
        <li>
          {open === 0 ? `All ${questions} questions are answered.` : `${counted(open, 'question')} not answered.`}
        </li>
        {flagged > 0 ? <li>{counted(flagged, 'question')} still flagged.</li> : null}
        {outbox.link.kind === 'down' ? (
          <li className="font-semibold text-warn">
            Cairn does not answer just now. You can hand in all the same: it is sent as soon as it answers, and the
            clock runs until then.
          </li>
        ) : null}
      </ul>
    </Dialog>
  );
}
