import type { LabRun, PublishedLab } from '@cairn/contract';
import { Callout, Card } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { sentenceOf } from '../api.ts';
import { AccountClock } from './account-clock.tsx';
import { ArchitecturePicture } from './architecture-picture.tsx';
import { Bill } from './bill.tsx';
import { Journal } from './journal.tsx';
import { architectureQuery } from './lab-requests.ts';

/** What there is in the account, what was called, what it would cost, and what time it is there. */
export function AccountTab({ lab, run }: { lab: PublishedLab; run: LabRun }) {
  const { data, error } = useQuery(architectureQuery(run.id));
  return (
    <div className="grid gap-6">
      <h2 className="sr-only">Account</h2>
      <Card className="grid gap-3 !p-4">
        <ArchitecturePicture architecture={lab.architecture} states={data?.nodes} />
        {error ? (
          <Callout tone="warn" title="It could not be seen what exists">
            <p>{sentenceOf(error)}</p>
          </Callout>
        ) : null}
      </Card>
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <AccountClock run={run} />
        <Bill run={run} />
      </div>
      <Journal run={run} />
    </div>
  );
}
