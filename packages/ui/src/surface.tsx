import type { ComponentProps, ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';

export function Card({ className = '', ...rest }: ComponentProps<'div'>) {
  return <div className={`rounded-xl border border-line bg-card p-5 shadow-card sm:p-6 ${className}`} {...rest} />;
}

export type Tone = 'neutral' | 'accent' | 'good' | 'bad' | 'warn';

const TONES: Record<Tone, string> = {
  neutral: 'bg-sunken text-ink',
  accent: 'bg-accent-soft text-accent',
  good: 'bg-good-soft text-good',
  bad: 'bg-bad-soft text-bad',
  warn: 'bg-warn-soft text-warn',
};

export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1 whitespace-nowrap rounded-full px-2.5 py-0.5 text-[0.85rem] font-semibold ${TONES[tone]}`}
    >
      {children}
    </span>
  );
}

export type LifeStatus = 'announced' | 'beta' | 'active' | 'retiring' | 'retired';

const STATUSES: Record<LifeStatus, { tone: Tone; icon: IconName; text: string }> = {
  announced: { tone: 'warn', icon: 'calendar', text: 'Announced' },
  beta: { tone: 'warn', icon: 'info', text: 'Beta' },
  active: { tone: 'good', icon: 'check', text: 'Active' },
  retiring: { tone: 'warn', icon: 'warning', text: 'Retiring' },
  retired: { tone: 'bad', icon: 'cross', text: 'Retired' },
};

export function StatusBadge({ status }: { status: LifeStatus }) {
  const { tone, icon, text } = STATUSES[status];
  return (
    <Badge tone={tone}>
      <Icon name={icon} className="size-3.5" />
      {text}
    </Badge>
  );
}

const CALLOUTS: Record<Tone, { frame: string; icon: IconName }> = {
  neutral: { frame: 'border-line bg-sunken', icon: 'info' },
  accent: { frame: 'border-accent/40 bg-accent-soft', icon: 'info' },
  good: { frame: 'border-good/40 bg-good-soft', icon: 'check' },
  bad: { frame: 'border-bad/40 bg-bad-soft', icon: 'cross' },
  warn: { frame: 'border-warn/40 bg-warn-soft', icon: 'warning' },
};

/** A remark that interrupts. `announce` reads it aloud when it appears on its own. */
export function Callout({
  tone = 'neutral',
  title,
  announce = false,
  children,
}: {
  tone?: Tone;
  title?: ReactNode;
  announce?: boolean;
  children?: ReactNode;
}) {
  const { frame, icon } = CALLOUTS[tone];
  return (
    <div className={`flex gap-3 rounded-lg border p-4 ${frame}`} {...(announce && { role: 'status' })}>
      <span className="mt-1">
        <Icon name={icon} />
      </span>
      <div className="min-w-0 flex-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}

/** A section that folds. Closed content stays findable by the browser's own search. */
export function Fold({
  summary,
  children,
  open,
  id,
}: {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  id?: string;
}) {
  return (
    <details className="group/fold border-t border-line" {...(open !== undefined && { open })} {...(id && { id })}>
      <summary className="flex items-center justify-between gap-3 py-3 font-semibold hover:text-accent">
        <span className="min-w-0 flex-1">{summary}</span>
        <Icon name="chevron" className="size-5 transition-transform group-open/fold:rotate-180" />
      </summary>
      <div className="pb-5">{children}</div>
    </details>
  );
}
