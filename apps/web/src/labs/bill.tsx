import type { LabBill, LabRun } from '@cairn/contract';
import { Badge, Card, ErrorState, Fold, Loading } from '@cairn/ui';
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

type Line = LabBill['lines'][number];

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
      <p className="text-[0.88rem] text-muted">{pricesText(lines)}</p>
      {lines.length > 0 ? (
        <Fold summary={counted(lines.length, 'line')}>
          <ul className="grid gap-3 text-[0.94rem]">
            {lines.map((line) => (
              <BillLine key={`${line.service} ${line.item} ${line.unit}`} line={line} />
            ))}
          </ul>
        </Fold>
      ) : null}
    </>
  );
}

/** What the amounts are worth: of which list, looked up or not. */
function pricesText(lines: readonly Line[]): string {
  const unchecked = lines.filter(({ source }) => source === null).length;
  const list = 'On-demand list prices of us-east-1, without free tiers, taxes and discounts.';
  if (unchecked === 0) return list;
  return `${list} The prices of ${counted(unchecked, 'line')} are from memory: nobody checked them.`;
}

function BillLine({ line: { service, item, unit, usdPerUnit, quantity, usd, isRunning, source } }: { line: Line }) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
      <span className="font-semibold">{item}</span>
      <span className="tabular-nums">{dollars(usd)}</span>
      <span className="col-span-2 text-muted">
        {service}: {quantityText(quantity)} × ${priceText(usdPerUnit)} per {unit}
        {isRunning ? ', still running' : ''}
      </span>
      <span className="col-span-2 text-[0.88rem] text-muted">
        {source ? <Source source={source} /> : <Badge tone="warn">Price from memory, not checked</Badge>}
      </span>
    </li>
  );
}

function Source({ source: { from, seenOn } }: { source: NonNullable<Line['source']> }) {
  if (!from.startsWith('https://')) return `Price: ${from}, seen on ${seenOn}`;
  return (
    <>
      Price:{' '}
      <a
        href={from}
        target="_blank"
        rel="noreferrer"
        className="font-semibold text-accent underline underline-offset-4"
        aria-label={`where the price was read: ${new URL(from).hostname}, in a new tab`}
      >
        {new URL(from).hostname}
      </a>
      , seen on {seenOn}
    </>
  );
}

const quantityText = (quantity: number): string => quantity.toLocaleString('en', { maximumSignificantDigits: 4 });

/** As it is written in lists: "0.000005", never "5e-6". */
const priceText = (usd: number): string => usd.toLocaleString('en', { maximumFractionDigits: 12 });
