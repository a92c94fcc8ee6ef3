import type { LabRun, PublishedLab, PublishedStep } from '@cairn/contract';
import { Callout, Loading, Tabs } from '@cairn/ui';
import { lazy, Suspense } from 'react';
import { AccountTab } from './account-tab.tsx';
import { DataTab } from './data-tab.tsx';
import { OwnShellTab } from './own-shell-tab.tsx';

const CommandLineTab = lazy(() =>
  import('./command-line/command-line-tab.tsx').then((module) => ({ default: module.CommandLineTab })),
);

const EditorTab = lazy(() => import('./editor/editor-tab.tsx').then((module) => ({ default: module.EditorTab })));

type ToolTabsProps = {
  readonly lab: PublishedLab;
  readonly run: LabRun;
  /** The step that is unfolded: each has a program of its own in the editor. */
  readonly step: PublishedStep | undefined;
};

/** What one works with. */
export function ToolTabs({ lab, run, step }: ToolTabsProps) {
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
        ...(step ? [{ id: 'editor', title: 'Editor', content: <Editor lab={lab} run={run} step={step} /> }] : []),
        ...(lab.datasets.length > 0 ? [{ id: 'data', title: 'Data', content: <DataTab lab={lab} run={run} /> }] : []),
        { id: 'account', title: 'Account', content: <AccountTab lab={lab} run={run} /> },
        { id: 'terminal', title: 'Own terminal', content: <OwnShellTab run={run} /> },
      ]}
    />
  );
}

function Editor({ lab, run, step }: { lab: PublishedLab; run: LabRun; step: PublishedStep }) {
  return (
    <Suspense fallback={<Loading label="Opening the editor" lines={3} />}>
      <EditorTab lab={lab} run={run} step={step} />
    </Suspense>
  );
}
