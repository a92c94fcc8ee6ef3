import { Tabs as BaseTabs } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';

export type Tab = { readonly id: string; readonly title: string; readonly content: ReactNode };

type TabsProps = { tabs: readonly Tab[]; label: string; value?: string; onChange?: (id: string) => void };

export function Tabs({ tabs, label, value, onChange }: TabsProps) {
  const control = value === undefined ? { defaultValue: tabs[0]?.id ?? '' } : { value };
  return (
    <BaseTabs.Root {...control} onValueChange={(id) => onChange?.(String(id))}>
      <BaseTabs.List aria-label={label} className="flex gap-1 overflow-x-auto border-b border-line p-1 pb-0">
        {tabs.map(({ id, title }) => (
          <BaseTabs.Tab
            key={id}
            value={id}
            className="min-h-11 whitespace-nowrap rounded-t-lg border-b-3 border-transparent px-4 font-semibold text-muted hover:text-ink data-active:border-accent data-active:text-ink"
          >
            {title}
          </BaseTabs.Tab>
        ))}
      </BaseTabs.List>
      {tabs.map(({ id, content }) => (
        <BaseTabs.Panel key={id} value={id} className="pt-5">
          {content}
        </BaseTabs.Panel>
      ))}
    </BaseTabs.Root>
  );
}
