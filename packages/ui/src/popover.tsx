import { Popover as BasePopover } from '@base-ui/react/popover';
import type { ReactNode } from 'react';

type PopoverProps = { trigger: ReactNode; about: string; title: string; children: ReactNode };

/** A small button that opens a small panel beside it. */
export function Popover({ trigger, about, title, children }: PopoverProps) {
  return (
    <BasePopover.Root>
      <BasePopover.Trigger className="-mx-1 inline-flex min-h-6 items-center gap-1 rounded px-1 text-[0.85rem] text-muted underline decoration-dotted underline-offset-4 hover:text-accent">
        {trigger}
        <span className="sr-only"> for {about}</span>
      </BasePopover.Trigger>
      <BasePopover.Portal>
        <BasePopover.Positioner sideOffset={6} className="z-50 max-w-[min(24rem,calc(100vw-2rem))]">
          <BasePopover.Popup className="rounded-lg border border-line bg-card p-4 text-[0.94rem] text-ink shadow-raised">
            <BasePopover.Title className="font-sans text-base font-semibold tracking-normal">{title}</BasePopover.Title>
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}

/** A word in running text that opens what it means. It reads as text, and is a button for whoever asks. */
export function TermPopover({ word, title, children }: { word: string; title: string; children: ReactNode }) {
  return (
    <BasePopover.Root>
      <BasePopover.Trigger className="inline rounded-xs text-start underline decoration-muted/60 decoration-dotted decoration-from-font underline-offset-[0.22em] hover:text-accent hover:decoration-accent data-popup-open:text-accent">
        {word}
      </BasePopover.Trigger>
      <BasePopover.Portal>
        <BasePopover.Positioner align="start" sideOffset={6} className="z-50 max-w-[min(24rem,calc(100vw-2rem))]">
          <BasePopover.Popup className="grid gap-1.5 rounded-lg border border-line bg-card p-4 text-[0.94rem] text-ink shadow-raised">
            <BasePopover.Title className="font-sans text-base font-semibold tracking-normal">{title}</BasePopover.Title>
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
