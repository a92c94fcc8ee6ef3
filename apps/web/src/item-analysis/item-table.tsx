import { Badge, Button, Fold } from '@cairn/ui';
import { useEffect, useRef } from 'react';
import { TextLink } from '../app/links.tsx';
import { difficultyOf, type ItemReport } from './analysis.ts';
import { FLAG_WORDS } from './flags.ts';
import { FIRST_ORDER, type Order, type OrderKey, ordered, pressed } from './item-order.ts';
import { fixed, pValue, wholePercent, withError } from './numbers.ts';

type Column = { readonly key: OrderKey; readonly head: string; readonly meaning: string };

const COLUMNS: readonly Column[] = [
  { key: 'id', head: 'Question', meaning: 'id in the file' },
  { key: 'flags', head: 'Flags', meaning: 'what needs a look; open the question to read why' },
  { key: 'easiness', head: 'Right', meaning: 'share of the points that was earned' },
  {
    key: 'discrimination',
    head: 'Item–rest',
    meaning: 'correlation with the score on the other questions: 0.3 and more is good, below 0 is a fault',
  },
  {
    key: 'a',
    head: 'a',
    meaning: 'discrimination per logit of ability, ± its standard error: 1 is usual, the higher the sharper',
  },
  {
    key: 'b',
    head: 'b',
    meaning:
      'difficulty in logits, ± its standard error: at this ability half of the points are expected; 0 is the mean',
  },
  {
    key: 'fit',
    head: 'Fit p',
    meaning: 'S-X² test: below 0.01 the curve of the model hardly describes the answers',
  },
];

/** A file of hundreds of questions must not make a page of thousands of cells at once. */
const SHOWN = 60;

/** How the table stands: it comes back like that from a question. */
export type TableView = { readonly order: Order; readonly isAll: boolean };

export const FIRST_VIEW: TableView = { order: FIRST_ORDER, isAll: false };

type ItemTableProps = {
  readonly items: readonly ItemReport[];
  readonly view: TableView;
  readonly onView: (view: TableView) => void;
  /** The question that one comes back from: the focus goes to it. */
  readonly last: string | undefined;
};

export function ItemTable({ items, view, onView, last }: ItemTableProps) {
  const { order, isAll } = view;
  const table = useRef<HTMLTableElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where the table comes back
  useEffect(() => {
    if (last === undefined) return;
    table.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(last)}"] a`)?.focus();
  }, []);
  const rows = ordered(items, order);
  const shown = isAll ? rows : rows.slice(0, SHOWN);
  return (
    <div className="grid gap-3">
      {/* biome-ignore lint/a11y/useSemanticElements: no landmark, only a box that scrolls */}
      <div
        role="group"
        aria-label="Table of questions"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, so the keyboard must reach it
        tabIndex={0}
        className="overflow-x-auto rounded-xl border border-line bg-card"
      >
        <table ref={table} className="w-full text-left">
          <thead className="border-b border-line">
            <tr>
              {COLUMNS.map((column) => (
                <Head
                  key={column.key}
                  column={column}
                  order={order}
                  onPress={() => onView({ order: pressed(order, column.key), isAll })}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((item) => (
              <Row key={item.id} item={item} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < rows.length ? (
        <Button className="justify-self-start" onClick={() => onView({ order, isAll: true })}>
          Show all {rows.length} questions
        </Button>
      ) : null}
      <Meanings />
    </div>
  );
}

function Meanings() {
  return (
    <Fold summary="What the columns say">
      <dl className="grid max-w-prose gap-1.5 text-[0.94rem]">
        {COLUMNS.filter(({ key }) => key !== 'id').map(({ key, head, meaning }) => (
          <div key={key} className="grid grid-cols-[5rem_1fr] gap-3">
            <dt className="font-semibold">{head}</dt>
            <dd className="text-muted">{meaning}.</dd>
          </div>
        ))}
      </dl>
    </Fold>
  );
}

type HeadProps = { readonly column: Column; readonly order: Order; readonly onPress: () => void };

function Head({ column: { key, head, meaning }, order, onPress }: HeadProps) {
  const isSorted = order.key === key;
  const direction = order.isDescending ? 'descending' : 'ascending';
  return (
    <th scope="col" className="p-0 font-semibold" {...(isSorted && { 'aria-sort': direction })}>
      <button
        type="button"
        className="flex min-h-11 w-full items-center gap-1 whitespace-nowrap px-3 hover:text-accent"
        title={meaning}
        onClick={onPress}
      >
        {head}
        <span aria-hidden="true" className={`text-[0.7rem] ${isSorted ? '' : 'invisible'}`}>
          {order.isDescending ? '▼' : '▲'}
        </span>
      </button>
    </th>
  );
}

function Row({ item }: { readonly item: ItemReport }) {
  const { id, easiness, discrimination, parameters, errors, fit, flags } = item;
  return (
    <tr data-item={id} className="border-t border-line align-top hover:bg-sunken/60">
      <th scope="row" className="px-3 py-2 font-semibold">
        <TextLink to="/authors/item-analysis" search={{ item: id }} resetScroll={false}>
          {id}
        </TextLink>
      </th>
      <td className="px-3 py-2">
        <span className="flex flex-wrap gap-1">
          {flags.map(({ kind }) => (
            <Badge key={kind} tone={FLAG_WORDS[kind].tone}>
              {FLAG_WORDS[kind].short}
            </Badge>
          ))}
        </span>
      </td>
      <td className="whitespace-nowrap px-3 py-2 tabular-nums">{wholePercent(easiness)}</td>
      <td className="whitespace-nowrap px-3 py-2 tabular-nums">{fixed(discrimination)}</td>
      <td className="whitespace-nowrap px-3 py-2 tabular-nums">{withError(parameters?.a, errors.a)}</td>
      <td className="whitespace-nowrap px-3 py-2 tabular-nums">{withError(difficultyOf(parameters), errors.b)}</td>
      <td className="whitespace-nowrap px-3 py-2 tabular-nums">{pValue(fit?.p)}</td>
    </tr>
  );
}
