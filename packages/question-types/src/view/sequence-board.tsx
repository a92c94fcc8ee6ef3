import { type DragEvent, useEffect, useRef, useState } from 'react';
import { PlacedList, type PlacedStep } from './placed-list.tsx';
import { placedAt, without } from './placing.ts';
import { isLocked, type RenderText, type Revealed } from './props.ts';
import { plainText, Stem, Text } from './text.tsx';
import { OptionVerdict } from './verdict.tsx';

/** Two lists, what may be placed and what is placed: ordering and build-list. */

type Sequence = { readonly stem: string; readonly place: number; readonly steps: readonly PlacedStep[] };

export type BoardProps = {
  readonly question: Sequence;
  readonly placed: readonly string[];
  readonly onPlace: (placed: string[]) => void;
  readonly poolTitle: string;
  readonly answerTitle: string;
  readonly revealed?: Revealed<{ readonly placed: readonly string[] }> | undefined;
  readonly disabled?: boolean | undefined;
  readonly renderText?: RenderText | undefined;
};

export const DRAGGED = 'text/plain';

/** A button that goes away takes the focus with it; the next one in its list, or its own in the other, gets it. */
function useFocusAfter() {
  const board = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    board.current?.querySelector<HTMLElement>(`[data-focus="${wanted.current}"]`)?.focus();
    wanted.current = undefined;
  });
  return {
    board,
    focusNext: (name: string) => {
      wanted.current = name;
    },
  };
}

export function SequenceBoard(props: BoardProps) {
  const { question, placed, onPlace } = props;
  const [said, setSaid] = useState('');
  const { board, focusNext } = useFocusAfter();
  const locked = isLocked(props);
  const pool = question.steps.filter(({ id }) => !placed.includes(id));
  const nameOf = (id: string) => plainText(question.steps.find((step) => step.id === id)?.text ?? id);

  const place = (id: string, position: number) => {
    const next = placedAt(placed, id, position, question.place);
    const at = next.indexOf(id);
    if (at < 0) return setSaid(`All ${question.place} places are filled. Remove a step first.`);
    const neighbour = pool[pool.findIndex((step) => step.id === id) + 1] ?? pool.find((step) => step.id !== id);
    if (!placed.includes(id)) focusNext(neighbour ? `add-${neighbour.id}` : `remove-${id}`);
    setSaid(`${nameOf(id)}: place ${at + 1} of ${question.place}.`);
    onPlace(next);
  };
  const remove = (id: string) => {
    const neighbour = placed[placed.indexOf(id) + 1] ?? placed[placed.indexOf(id) - 1];
    focusNext(neighbour === undefined ? `add-${id}` : `remove-${neighbour}`);
    setSaid(`${nameOf(id)}: removed.`);
    onPlace(without(placed, id));
  };
  const dropOnPool = (event: DragEvent) => {
    event.preventDefault();
    const id = event.dataTransfer.getData(DRAGGED);
    if (!locked && placed.includes(id)) remove(id);
  };

  return (
    <div className="grid gap-5" ref={board}>
      <Stem value={question.stem} renderText={props.renderText} />
      <div className="grid gap-5 md:grid-cols-2">
        {/* biome-ignore lint/a11y/useSemanticElements: no fieldset, and no landmark: two open questions would name theirs alike */}
        <div
          role="group"
          aria-label={props.poolTitle}
          onDragOver={(event) => event.preventDefault()}
          onDrop={dropOnPool}
          className="grid content-start gap-3 rounded-lg bg-sunken p-4"
        >
          <p className="font-semibold text-ink">{props.poolTitle}</p>
          <ul className="grid gap-2">
            {pool.map((step) => (
              <PoolItem
                key={step.id}
                step={step}
                locked={locked}
                onAdd={() => place(step.id, placed.length)}
                {...props}
              />
            ))}
          </ul>
          {pool.length === 0 && <p className="text-sm text-muted">Everything is placed.</p>}
        </div>
        <PlacedList
          title={props.answerTitle}
          steps={question.steps}
          placed={placed}
          places={question.place}
          locked={locked}
          onMove={place}
          onRemove={remove}
          revealed={props.revealed}
          renderText={props.renderText}
        />
      </div>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
    </div>
  );
}

type PoolItemProps = BoardProps & { readonly step: PlacedStep; readonly locked: boolean; readonly onAdd: () => void };

function PoolItem({ step, locked, onAdd, revealed, renderText }: PoolItemProps) {
  return (
    <li
      draggable={!locked}
      onDragStart={(event) => event.dataTransfer.setData(DRAGGED, step.id)}
      className="rounded-lg border border-line bg-card px-3 py-2 text-ink"
    >
      <div className="flex items-center justify-between gap-3">
        <span>
          <Text value={step.text} renderText={renderText} />
        </span>
        {!locked && (
          <button
            type="button"
            data-focus={`add-${step.id}`}
            aria-label={`Add: ${plainText(step.text)}`}
            onClick={onAdd}
            className="min-h-11 shrink-0 rounded-lg border border-accent bg-card px-3 font-semibold text-accent text-sm hover:bg-accent-soft sm:min-h-9 focus-visible:ring-2 focus-visible:ring-accent focus-visible:ring-offset-2"
          >
            Add
          </button>
        )}
      </div>
      {revealed && (
        <OptionVerdict
          chosen={false}
          isKey={revealed.solution.placed.includes(step.id)}
          why={revealed.why[step.id]}
          renderText={renderText}
        />
      )}
    </li>
  );
}
