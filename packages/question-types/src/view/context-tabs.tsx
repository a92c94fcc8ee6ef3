import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { RenderText } from './props.ts';
import { Text } from './text.tsx';

type Tab = { readonly id: string; readonly title: string; readonly text: string };
type Props = {
  readonly title: string;
  readonly tabs: readonly Tab[];
  readonly renderText?: RenderText | undefined;
};

/** Where the arrow keys, Home and End lead among the tabs. */
export function nextTab(key: string, current: number, count: number): number {
  if (key === 'ArrowRight') return (current + 1) % count;
  if (key === 'ArrowLeft') return (current + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : current;
}

/** Shared background of a case study, in tabs. */
export function ContextTabs({ title, tabs, renderText }: Props) {
  const name = useId();
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(0);
  const current = tabs[open] ?? tabs[0];
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextTab(event.key, open, tabs.length);
    if (next === open) return;
    event.preventDefault();
    setOpen(next);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };
  if (current === undefined) return null;
  return (
    <div className="rounded-lg border border-line bg-card">
      <h2 className="px-4 pt-4 font-semibold text-ink text-lg">{title}</h2>
      <div ref={list} role="tablist" aria-label={title} className="flex flex-wrap gap-1 border-line border-b px-4 pt-3">
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${name}-tab-${tab.id}`}
            aria-selected={index === open}
            aria-controls={`${name}-panel`}
            tabIndex={index === open ? 0 : -1}
            onClick={() => setOpen(index)}
            onKeyDown={onKeyDown}
            className="min-h-11 rounded-t-lg border-transparent border-b-3 px-3 text-muted focus-visible:ring-2 focus-visible:ring-accent aria-selected:border-accent aria-selected:bg-accent-soft aria-selected:font-semibold aria-selected:text-ink"
          >
            {tab.title}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${name}-panel`}
        aria-labelledby={`${name}-tab-${current.id}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel of plain text is read and scrolled by keyboard
        tabIndex={0}
        className="max-w-prose px-4 py-4 text-ink leading-relaxed focus-visible:ring-2 focus-visible:ring-accent"
      >
        <Text value={current.text} renderText={renderText} />
      </div>
    </div>
  );
}
