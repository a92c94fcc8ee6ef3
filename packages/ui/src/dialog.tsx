import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import type { ReactNode, RefObject } from 'react';
import { Icon } from './icons.tsx';

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string;
  children?: ReactNode;
  /** Where focus goes on opening; the close button otherwise. */
  initialFocus?: RefObject<HTMLElement | null>;
  /** At the top, what grows and shrinks keeps its head in place. */
  place?: 'middle' | 'top';
  /** Buttons at the foot; the one that loses nothing comes first. */
  actions?: ReactNode;
};

const PLACES = { middle: 'top-1/2 max-w-xl -translate-y-1/2', top: 'top-[8dvh] max-w-2xl' } as const;

export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  actions,
  initialFocus,
  place = 'middle',
}: DialogProps) {
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-40 bg-black/50" />
        <BaseDialog.Popup
          {...(initialFocus && { initialFocus })}
          className={`fixed inset-x-4 z-50 mx-auto max-h-[85dvh] overflow-y-auto rounded-xl border border-line bg-card p-6 text-ink shadow-raised ${PLACES[place]}`}
        >
          <div className="flex items-start justify-between gap-4">
            <BaseDialog.Title className="text-2xl">{title}</BaseDialog.Title>
            <BaseDialog.Close aria-label="Close" className="-mr-2 -mt-1 rounded-lg p-2 hover:bg-sunken">
              <Icon name="cross" />
            </BaseDialog.Close>
          </div>
          {description ? (
            <BaseDialog.Description className="mt-2 text-muted">{description}</BaseDialog.Description>
          ) : null}
          {children ? <div className="mt-4">{children}</div> : null}
          {actions ? <div className="mt-6 flex flex-wrap justify-end gap-3">{actions}</div> : null}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
