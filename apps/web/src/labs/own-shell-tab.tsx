import type { LabRun } from '@cairn/contract';
import { ErrorState, Loading } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { sentenceOf } from '../api.ts';
import { CodeBlock } from './code-block.tsx';
import { credentialsQuery } from './lab-requests.ts';

/** For those who work in a shell of their own, with the tools that they have. */
export function OwnShellTab({ run }: { run: LabRun }) {
  const { data, error, refetch } = useQuery(credentialsQuery(run.id));
  if (error) {
    return <ErrorState title="The keys could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} />;
  }
  if (!data) return <Loading label="Reading the keys" lines={3} />;
  return (
    <div className="grid gap-5">
      <div className="grid gap-2">
        <h2 className="text-2xl">Your own terminal</h2>
        <p>
          Paste these lines into bash or zsh on this machine. From then on <code className="font-mono">aws</code>, boto3
          and the SDKs started in that terminal reach this lab’s account and no other; close the terminal and nothing of
          it is left.
        </p>
      </div>
      <CodeBlock code={data.shell} what="the lines" />
      <dl className="grid gap-x-6 gap-y-3 text-[0.94rem] sm:grid-cols-2">
        <Fact name="Address" value={data.endpoint} />
        <Fact name="Region" value={data.region} />
        <Fact name="Account" value={data.accountId} />
        <Fact name="Access key" value={data.accessKeyId} />
      </dl>
      <p className="text-[0.94rem] text-muted">
        The key begins with LKIA: no real cloud issues such keys, so a slip of the hand cannot reach one.
      </p>
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="font-semibold text-muted">{name}</dt>
      <dd className="break-words font-mono">{value}</dd>
    </div>
  );
}
