import type { LabRun, PublishedLab } from '@cairn/contract';
import { Callout, Loading, Tabs } from '@cairn/ui';
import { lazy, Suspense } from 'react';
import { AccountTab } from './account-tab.tsx';
import { OwnShellTab } from './own-shell-tab.tsx';

const CommandLineTab = lazy(() =>
  import('./command-line/command-line-tab.tsx').then((module) => ({ default: module.CommandLineTab })),
);

/** What one works with. */
export function ToolTabs({ lab, run }: { lab: PublishedLab; run: LabRun }) {
  if (run.account.state === 'gone') {
    return (
      <Callout title="No account to work in">
        <p>The tools come back with the account.</p>
      </Callout>
    );
  }
  return (
    <Tabs
      label="Tools"
      tabs={[
        {
          id: 'command-line',
          title: 'Command line',
          content: (
            <Suspense fallback={<Loading label="Opening the command line" lines={3} />}>
              <CommandLineTab run={run} />
            </Suspense>
          ),
        },
        { id: 'account', title: 'Account', content: <AccountTab lab={lab} run={run} /> },
        { id: 'terminal', title: 'Own terminal', content: <OwnShellTab run={run} /> },
      ]}
    />
  );
}
