import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { StackedStones } from './stones.tsx';
import { Callout } from './surface.tsx';

/** Nothing here yet: says so, and what to do next. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="grid justify-items-center gap-3 rounded-xl border border-dashed border-muted/50 px-6 py-10 text-center">
      <StackedStones done={1} total={4} label="" className="h-16" />
      <p className="font-display text-xl font-semibold">{title}</p>
      {children ? <div className="max-w-prose text-muted">{children}</div> : null}
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  );
}

export function ErrorState({ title, detail, onRetry }: { title: string; detail?: string; onRetry?: () => void }) {
  return (
    <div role="alert">
      <Callout tone="bad" title={title}>
        {detail ? <p>{detail}</p> : null}
        {onRetry ? (
          <Button size="small" className="mt-3" onClick={onRetry}>
            Try again
          </Button>
        ) : null}
      </Callout>
    </div>
  );
}

const OUTLINE = ['title', 'first', 'second', 'third', 'fourth', 'fifth'] as const;

/** The outline of what is coming, so that the page does not jump when it arrives. */
export function Loading({ label, lines = 4 }: { label: string; lines?: number }) {
  return (
    <div role="status" className="grid gap-4 py-2">
      <span className="sr-only">{label}</span>
      {OUTLINE.slice(0, lines).map((line) => (
        <div key={line} className={`skeleton rounded-lg ${line === 'title' ? 'h-10 w-3/5' : 'h-20 w-full'}`} />
      ))}
    </div>
  );
}
