import { Button, ErrorState, Loading } from '@cairn/ui';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { RouterLinkButton } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { queryClient } from '../app/queries.ts';
import { counted } from '../app/words.ts';
import { isUuid } from './attempt-action.ts';
import { NoSuchAttempt } from './no-such-attempt.tsx';
import { PlayerScreen } from './player.tsx';
import type { Sitting, SittingState } from './sitting.ts';
import { useSitting } from './use-sitting.ts';
import './exam.css';

export const playerPage = createLazyRoute('/attempts/$attemptId')({ component: PlayerPage });

function PlayerPage() {
  const { attemptId } = playerPage.useParams();
  return isUuid(attemptId) ? <SittingPage attemptId={attemptId} /> : <NoSuchAttempt />;
}

function SittingPage({ attemptId }: { attemptId: string }) {
  const { state, sitting } = useSitting(attemptId);
  if (!sitting) return <OpeningPage />;
  switch (state.kind) {
    case 'loading':
      return <OpeningPage />;
    case 'failed':
      return <FailedPage failure={state} sitting={sitting} />;
    case 'elsewhere':
      return <ElsewherePage kept={state.kept} sitting={sitting} />;
    case 'open':
      return state.attempt.state === 'over' ? (
        <OverPage state={state} attemptId={attemptId} />
      ) : (
        <PlayerScreen attempt={state.attempt} countdown={state.countdown} outbox={state.outbox} sitting={sitting} />
      );
  }
}

function OpeningPage() {
  return (
    <Page title="Opening the exam" width="text">
      <Loading label="Opening the exam" lines={5} />
    </Page>
  );
}

function FailedPage({ failure, sitting }: { failure: Extract<SittingState, { kind: 'failed' }>; sitting: Sitting }) {
  return (
    <Page title="This attempt cannot be opened" width="text">
      <ErrorState
        title={failure.message}
        {...(failure.canRetry && {
          detail: 'What you answered is kept on this device and is sent once Cairn answers again.',
          onRetry: () => void sitting.open(),
        })}
      />
      <div>
        <RouterLinkButton to="/exams">See your exams and attempts</RouterLinkButton>
      </div>
    </Page>
  );
}

/** One tab writes at a time, or two would overwrite each other's answers. */
function ElsewherePage({ kept, sitting }: { kept: number; sitting: Sitting }) {
  return (
    <Page
      title="This exam goes on in another window"
      width="text"
      lede="Only one window at a time may write to an exam. If you take over here, the other one stops and shows this page instead. Everything that was saved there is kept."
    >
      {kept > 0 ? (
        <div className="grid gap-3">
          <p>
            {counted(kept, 'change')} made in this browser had not reached Cairn when the other window took over. Sent
            now, {kept === 1 ? 'it replaces' : 'they replace'} what was answered there since.
          </p>
          <div className="flex flex-wrap gap-3">
            <Button look="primary" onClick={() => void sitting.takeOver({ keeps: false })}>
              Take over here, drop {kept === 1 ? 'it' : 'them'}
            </Button>
            <Button onClick={() => void sitting.takeOver({ keeps: true })}>
              Take over here, send {kept === 1 ? 'it' : 'them'}
            </Button>
          </div>
        </div>
      ) : (
        <div className="flex flex-wrap gap-3">
          <Button look="primary" onClick={() => void sitting.takeOver({ keeps: true })}>
            Take over here
          </Button>
          <RouterLinkButton to="/exams">See your exams</RouterLinkButton>
        </div>
      )}
    </Page>
  );
}

/** Straight to the report, unless something did not count: that is said first. */
function OverPage({ state, attemptId }: { state: Extract<SittingState, { kind: 'open' }>; attemptId: string }) {
  const navigate = useNavigate();
  const { rejections, pending } = state.outbox;
  const late = rejections.filter(({ reason }) => reason === 'after-time');
  const isSettled = pending.length === 0;
  useEffect(() => {
    if (!isSettled) return;
    void queryClient.invalidateQueries({ queryKey: ['attempts'] });
    void queryClient.invalidateQueries({ queryKey: ['standing'] });
    if (late.length === 0) void navigate({ to: '/attempts/$attemptId/report', params: { attemptId }, replace: true });
  }, [attemptId, isSettled, late.length, navigate]);
  return (
    <Page
      title="The exam is over"
      width="text"
      lede={
        late.length > 0
          ? `${counted(late.length, 'change')} arrived after the time was up and could not be counted. Everything before that was.`
          : 'Your report is being prepared.'
      }
    >
      <div>
        <RouterLinkButton to="/attempts/$attemptId/report" params={{ attemptId }} look="primary">
          See the report
        </RouterLinkButton>
      </div>
    </Page>
  );
}
