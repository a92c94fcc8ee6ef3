import { Button, Callout, StackedStones } from '@cairn/ui';
import type { OutboxState } from './outbox.ts';

export function PausedScreen({ onResume }: { onResume: () => void }) {
  return (
    <div className="mx-auto grid max-w-prose justify-items-center gap-4 py-16 text-center">
      <StackedStones done={2} total={4} label="" className="h-20" />
      <h1 className="text-3xl">Paused</h1>
      <p className="text-muted">The clock stands still and the question is covered. Your answers are saved.</p>
      <Button look="primary" onClick={onResume}>
        Go on
      </Button>
    </div>
  );
}

/** Nothing can be answered any more, and the server has not yet said that it has everything. */
export function HandingInScreen({ outbox, isTimeUp }: { outbox: OutboxState; isTimeUp: boolean }) {
  const isOffline = outbox.link.kind === 'down';
  return (
    <div role="status" className="mx-auto grid max-w-prose justify-items-center gap-4 py-16 text-center">
      <StackedStones done={3} total={4} label="" className="h-20" />
      <h1 className="text-3xl">{isTimeUp ? 'Time is up' : 'Handing in'}</h1>
      <p className="text-muted">
        {isOffline
          ? 'Cairn does not answer. Your answers are kept on this device and are sent as soon as it does: leave this page open, or come back to it later.'
          : 'Your answers are on their way. The report opens by itself.'}
      </p>
    </div>
  );
}

/** Something was not taken, and why. It stays until it is put away. */
export function RejectionNotice({ outbox, onDismiss }: { outbox: OutboxState; onDismiss: () => void }) {
  const reasons = [...new Set(outbox.rejections.map(({ message }) => message))];
  if (reasons.length === 0 && !outbox.isDiskRefused) return null;
  return (
    <div className="mb-5 grid gap-3">
      {reasons.length === 0 ? null : (
        <Callout tone="warn" announce title="Not everything was taken">
          <ul className="list-disc pl-5">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          <Button size="small" className="mt-3" onClick={onDismiss}>
            Understood
          </Button>
        </Callout>
      )}
      {outbox.isDiskRefused ? (
        <Callout tone="warn" announce title="This browser keeps nothing on its disk">
          <p>Answers are safe once the indicator says “Saved”. Until then, keep this tab open.</p>
        </Callout>
      ) : null}
    </div>
  );
}
