import { type ReactNode, useId } from 'react';
import { tight } from '../tight.ts';
import { useWidth } from './use-width.ts';

export type ChartTable = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

type ChartFrameProps = {
  title: string;
  /** What the chart shows, in one sentence: read aloud in place of the picture. */
  summary: string;
  table: ChartTable;
  /** In pixels; a function of the width where words wrap. */
  height: number | ((width: number) => number);
  /** What shapes and colours stand for, where there are several. */
  legend?: ReactNode;
  children: (width: number) => ReactNode;
};

/** Title, picture and the same numbers as a table: nobody needs to see the picture. */
export function ChartFrame({ title, summary, table, height, legend, children }: ChartFrameProps) {
  const id = useId();
  const [box, width] = useWidth();
  const tall = typeof height === 'number' ? height : height(width);
  return (
    <figure className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <figcaption id={`${id}-title`} className="font-semibold">
        {tight(title)}
      </figcaption>
      {legend}
      <div ref={box} className="min-w-0 overflow-hidden">
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: the caption above is its title, by aria-labelledby */}
        <svg
          role="img"
          aria-labelledby={`${id}-title ${id}-summary`}
          className="chart block"
          width={width}
          height={tall}
          viewBox={`0 0 ${width} ${tall}`}
        >
          <desc id={`${id}-summary`}>{summary}</desc>
          {children(width)}
        </svg>
      </div>
      <details className="group/table text-[0.94rem]">
        <summary className="w-fit rounded text-muted underline decoration-dotted underline-offset-4 hover:text-accent">
          Show as table
        </summary>
        <DataTable table={table} label={title} />
      </details>
    </figure>
  );
}

function DataTable({ table, label }: { table: ChartTable; label: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset, and no landmark, of which a page of charts would have dozens
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, so the keyboard must reach it
    <div role="group" className="mt-2 overflow-x-auto" tabIndex={0} aria-label={`Table: ${label}`}>
      <table className="w-full text-left">
        <thead>
          <tr>
            {table.head.map((text) => (
              <th key={text} scope="col" className="border-b border-line py-1 pr-4 font-semibold">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows may read the same, and rows never move
            <tr key={line}>
              {row.map((text, column) => (
                <td
                  key={`${table.head[column] ?? column}`}
                  className="border-b border-line py-1 pr-4 align-top tabular-nums"
                >
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
