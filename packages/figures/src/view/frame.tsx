import { Button, type ChartTable, InlineMarkdown, tight } from '@cairn/ui';
import { type ReactNode, useId } from 'react';
import { useSettled } from './use-settled.ts';

type FigureFrameProps = {
  readonly title: string;
  readonly caption: string;
  /** What may be moved: sliders, radio rows, amounts. */
  readonly controls: ReactNode;
  /** Buttons that do something once; they stand before Reset. */
  readonly actions?: ReactNode;
  /** What the state means, in plain words. Read aloud once a movement has ended. */
  readonly sentence: string;
  readonly onReset: () => void;
  readonly isChanged: boolean;
  /** The essence for whoever does not see the picture, and the numbers behind it. */
  readonly words: { readonly text: string; readonly table: ChartTable };
  /** The picture that answers at once; it stands beside the controls, or right above them. */
  readonly children: ReactNode;
  /** Further pictures, below the sentence. */
  readonly more?: ReactNode;
};

/** A figure: what it is called, the picture beside (or above) what moves it, one sentence, and the same in words. */
export function FigureFrame(props: FigureFrameProps) {
  const { title, caption, controls, actions, sentence, onReset, isChanged, words, children, more } = props;
  const id = useId();
  return (
    <figure
      aria-labelledby={id}
      className="@container grid min-w-0 gap-4 rounded-xl border border-line bg-card p-4 shadow-card sm:p-6"
    >
      <figcaption className="grid gap-1">
        <span id={id} className="font-display text-[1.15rem] font-semibold leading-tight">
          {title}
        </span>
        <span className="text-muted">
          <InlineMarkdown text={tight(caption)} />
        </span>
      </figcaption>
      <div className="grid min-w-0 gap-x-8 gap-y-5 @min-[42rem]:grid-cols-[minmax(0,1fr)_15rem]">
        <div className="grid min-w-0 content-start gap-4">{children}</div>
        <form
          aria-label={`Controls: ${title}`}
          className="grid content-start gap-x-6 gap-y-4 @min-[30rem]:grid-cols-2 @min-[42rem]:grid-cols-1"
          onSubmit={(event) => event.preventDefault()}
        >
          {controls}
          <div className="col-span-full flex flex-wrap gap-2">
            {actions}
            <Button size="small" disabled={!isChanged} onClick={onReset}>
              Reset
            </Button>
          </div>
        </form>
      </div>
      <Sentence text={sentence} />
      {more}
      <InWords {...words} label={title} />
    </figure>
  );
}

/** Seen at once, heard once it has settled: a drag must not read a number for every pixel. */
function Sentence({ text }: { readonly text: string }) {
  const settled = useSettled(text);
  return (
    <div>
      <p aria-hidden="true" className="border-l-4 border-accent pl-4 text-[1.06rem] font-medium">
        {tight(text)}
      </p>
      <p className="sr-only">{settled === '' ? text : ''}</p>
      <p className="sr-only" aria-live="polite">
        {settled}
      </p>
    </div>
  );
}

type InWordsProps = FigureFrameProps['words'] & { readonly label: string };

function InWords({ text, table, label }: InWordsProps) {
  return (
    <details className="text-[0.94rem]">
      <summary className="w-fit rounded text-muted underline decoration-dotted underline-offset-4 hover:text-accent">
        The figure in words
      </summary>
      <p className="mt-2 max-w-prose">{tight(text)}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: no fieldset, and no landmark, of which a lesson would have several */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, so the keyboard must reach it */}
      <div role="group" tabIndex={0} aria-label={`Numbers: ${label}`} className="mt-3 overflow-x-auto">
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
            {table.rows.map((row) => (
              <tr key={row.join('|')}>
                {row.map((text, column) => (
                  <td key={table.head[column]} className="border-b border-line py-1 pr-4 align-top tabular-nums">
                    {tight(text)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
