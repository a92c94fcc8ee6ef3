import type { LabBill, LabRun } from '@cairn/contract';
import { Card, ErrorState, Fold, Loading } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { sentenceOf } from '../api.ts';
import { counted } from '../app/words.ts';
import { billQuery } from './lab-requests.ts';
import { dollars } from './lab-words.ts';

/** What the account would have cost for real: the most useful number of a lab that costs nothing. */
export function Bill({ run }: { run: LabRun }) {
  const { data, error, refetch } = useQuery(billQuery(run.id));
  return (
    <Card className="grid gap-3 !p-4">
      <h3 className="text-xl">Bill</h3>
      {data ? <Lines bill={data} /> : null}
      {error && !data ? (
        <ErrorState title="The bill could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} />
      ) : null}
      {!data && !error ? <Loading label="Reading the bill" lines={2} /> : null}
    </Card>
  );
}

function Lines({ bill: { totalUsd, lines } }: { bill: LabBill }) {
  const running = lines.filter(({ isRunning }) => isRunning);
  return (
    <>
      <p>
        You did not pay{' '}
        <strong className="font-display text-2xl font-semibold tabular-nums text-accent">{dollars(totalUsd)}</strong>
      </p>
      <p className="text-[0.94rem] text-muted">
        {running.length === 0
          ? 'Nothing in it grows by the hour.'
          : `${counted(running.length, 'line grows', 'lines grow')} with every hour: ${running.map(({ item }) => item).join(', ')}.`}
      </p>
      {lines.length > 0 ? (
        <Fold summary={counted(lines.length, 'line')}>
          <ul className="grid gap-3 text-[0.94rem]">
            {lines.map(({ service, item, unit, usdPerUnit, quantity, usd, isRunning }) => (
              <li key={`${service} ${item} ${unit}`} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
                <span className="font-semibold">{item}</span>
                <span className="tabular-nums">{dollars(usd)}</span>
                <span className="col-span-2 text-muted">
                  {service}: {quantityText(quantity)} × ${usdPerUnit} a {unit}
                  {isRunning ? ', still running' : ''}
                </span>
              </li>
            ))}
          </ul>
        </Fold>
      ) : null}
    </>
  );
}

const quantityText = (quantity: number): string => quantity.toLocaleString('en', { maximumSignificantDigits: 4 });
