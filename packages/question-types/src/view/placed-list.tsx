import type { DragEvent } from 'react';
import type { RenderText, Revealed } from './props.ts';
import { plainText, Text } from './text.tsx';
import { PartVerdict } from './verdict.tsx';

export type PlacedStep = { readonly id: string; readonly text: string };

type Props = {
  readonly title: string;
  readonly steps: readonly PlacedStep[];
  readonly placed: readonly string[];
  readonly places: number;
  readonly locked: boolean;
  readonly onMove: (id: string, position: number) => void;
  readonly onRemove: (id: string) => void;
  readonly revealed?: Revealed<{ readonly placed: readonly string[] }> | undefined;
  readonly renderText?: RenderText | undefined;
};

/** The order given so far, with its open places. */
export function PlacedList(props: Props) {
  const { title, steps, placed, places, locked, onMove, revealed } = props;
  const open = Array.from({ length: Math.max(0, places - placed.length) }, (_, index) => placed.length + index + 1);
  const drop = (event: DragEvent, position: number) => {
    event.preventDefault();
    event.stopPropagation();
    const id = event.dataTransfer.getData('text/plain');
    if (!locked && steps.some((step) => step.id === id)) onMove(id, position);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset, and no landmark: two open questions would name theirs alike
    <div
      role="group"
      aria-label={title}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => drop(event, placed.length)}
      className="grid content-start gap-3 rounded-lg border border-line bg-card p-4"
    >
      <p className="font-semibold text-ink">
        {title} <span className="font-normal text-muted text-sm">{`(${placed.length} of ${places} placed)`}</span>
      </p>
      <ol className="grid gap-2">
        {placed.map((id, position) => {
          const step = steps.find((candidate) => candidate.id === id);
          if (step === undefined) return null;
          return <PlacedItem key={id} {...props} step={step} position={position} onDropHere={drop} />;
        })}
        {open.map((number) => (
          <li key={number} className="rounded-lg border border-muted/60 border-dashed px-3 py-3 text-muted text-sm">
            {`Place ${number} is open`}
          </li>
        ))}
      </ol>
      {revealed && <RightOrder steps={steps} order={revealed.solution.placed} />}
    </div>
  );
}

function RightOrder({ steps, order }: { steps: readonly PlacedStep[]; order: readonly string[] }) {
  return (
    <div className="rounded-lg bg-sunken px-3 py-2 text-ink text-sm">
      <p className="font-semibold">The right order</p>
      <ol className="mt-1 list-decimal pl-5">
        {order.map((id) => (
          <li key={id}>{plainText(steps.find((step) => step.id === id)?.text ?? id)}</li>
        ))}
      </ol>
    </div>
  );
}

type ItemProps = Props & {
  readonly step: PlacedStep;
  readonly position: number;
  readonly onDropHere: (event: DragEvent, position: number) => void;
};

function PlacedItem(props: ItemProps) {
  const { step, position, locked, revealed, renderText, onDropHere } = props;
  const rightPlace = revealed?.solution.placed.indexOf(step.id) ?? -1;
  return (
    <li
      draggable={!locked}
      onDragStart={(event) => event.dataTransfer.setData('text/plain', step.id)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => onDropHere(event, position)}
      className="rounded-lg border border-accent bg-accent-soft px-3 py-2 text-ink"
    >
      <div className="flex gap-3">
        <span aria-hidden="true" className="font-semibold">
          {position + 1}.
        </span>
        <span className="min-w-0 flex-1">
          <Text value={step.text} renderText={renderText} />
        </span>
      </div>
      {!locked && <MoveControls {...props} />}
      {revealed && (
        <PartVerdict
          right={rightPlace === position}
          answer={`place ${rightPlace + 1}`}
          correction={rightPlace < 0 ? 'It has no place in this list.' : `It belongs in place ${rightPlace + 1}.`}
          why={revealed.why[step.id]}
          renderText={renderText}
        />
      )}
    </li>
  );
}

const BUTTON =
  'min-h-11 rounded-lg border border-line sm:min-h-9 bg-card px-2.5 text-sm hover:bg-sunken focus-visible:ring-2 focus-visible:ring-accent aria-disabled:opacity-50';

function MoveControls({ step, position, placed, onMove, onRemove }: ItemProps) {
  const name = plainText(step.text);
  const moves = [
    { label: 'Up', says: 'Move up', to: position - 1, isPossible: position > 0 },
    { label: 'Down', says: 'Move down', to: position + 1, isPossible: position < placed.length - 1 },
  ];
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      {moves.map(({ label, says, to, isPossible }) => (
        <button
          key={label}
          type="button"
          aria-label={`${says}: ${name}`}
          aria-disabled={!isPossible} // stays focusable, so that moving to an end does not lose the focus
          onClick={() => isPossible && onMove(step.id, to)}
          className={BUTTON}
        >
          {label}
        </button>
      ))}
      <select
        aria-label={`Place of: ${name}`}
        value={position}
        onChange={(event) => onMove(step.id, Number(event.target.value))}
        className={BUTTON}
      >
        {placed.map((id, index) => (
          <option key={id} value={index}>
            {`Place ${index + 1}`}
          </option>
        ))}
      </select>
      <button
        type="button"
        data-focus={`remove-${step.id}`}
        aria-label={`Remove: ${name}`}
        onClick={() => onRemove(step.id)}
        className={BUTTON}
      >
        Remove
      </button>
    </div>
  );
}
