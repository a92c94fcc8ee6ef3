import type { LabRun } from '@cairn/contract';
import { Button, Callout, ErrorState } from '@cairn/ui';
import { sentenceOf } from '../api.ts';
import { RouterLinkButton } from '../app/links.tsx';
import { rebuildLab } from './lab-requests.ts';
import { useRunChange } from './use-run-change.ts';

/** What keeps one from going on, and what to do about it. */
export function RunNotices({ run }: { run: LabRun }) {
  if (run.state === 'superseded') return <Superseded lab={run.lab} />;
  return (
    <>
      {run.account.state === 'gone' ? <Gone run={run} /> : null}
      {run.isOutdated ? (
        <Callout title="This lab has a newer version">
          <p>You go on in the one that you began. Starting over takes the new one.</p>
        </Callout>
      ) : null}
    </>
  );
}

function Gone({ run }: { run: LabRun }) {
  const rebuild = useRunChange(run, () => rebuildLab(run.id));
  return (
    <div className="grid gap-3">
      <Callout tone="warn" title="The account is not there any more">
        <p>
          The sandbox was restarted since. What you passed is safe, and rebuilding takes no credit away: your passed
          steps are done again in a new account.
        </p>
        <Button
          look="primary"
          size="small"
          className="mt-3"
          disabled={rebuild.isPending}
          onClick={() => rebuild.mutate(undefined)}
        >
          {rebuild.isPending ? 'Rebuilding…' : 'Rebuild the account'}
        </Button>
      </Callout>
      {rebuild.error ? <ErrorState title="It could not be rebuilt" detail={sentenceOf(rebuild.error)} /> : null}
    </div>
  );
}

function Superseded({ lab }: { lab: string }) {
  return (
    <Callout tone="warn" title="This lab was started again in another window">
      <p>A lab has one account, and the later run has it.</p>
      <RouterLinkButton to="/labs/$labId" params={{ labId: lab }} size="small" className="mt-3">
        Open the later run
      </RouterLinkButton>
    </Callout>
  );
}
