import { Icon } from '@cairn/ui';
import type { OutboxState } from './outbox.ts';
import { saveText, timeOfDay } from './save-text.ts';

/** Seen at all times; spoken only when the connection goes, or a screen reader would talk after every click. */
export function SaveIndicator({ outbox }: { outbox: OutboxState }) {
  const { tone, text } = saveText(outbox, timeOfDay);
  return (
    <span
      className={`inline-flex items-center gap-1.5 text-[0.9rem] tabular-nums ${tone === 'warn' ? 'font-semibold text-warn' : 'text-muted'}`}
    >
      {tone === 'calm' ? <Icon name="check" className="size-4" /> : null}
      {tone === 'warn' ? <Icon name="warning" className="size-4" /> : null}
      <span aria-hidden={tone === 'warn'}>{text}</span>
      <span className="sr-only" aria-live="polite">
        {tone === 'warn' ? text : ''}
      </span>
    </span>
  );
}
