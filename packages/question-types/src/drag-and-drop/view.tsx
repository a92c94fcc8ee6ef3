import { type DragEvent, useState } from 'react';
import { assignedTo } from '../answering-rules.ts';
import { AnswerSelect, textOf, withAnswer } from '../view/answer-select.tsx';
import { isLocked, isPartRight, type ViewProps } from '../view/props.ts';
import { plainText, Stem, Text } from '../view/text.tsx';
import { PartVerdict } from '../view/verdict.tsx';
import type { DragAndDropResponse, PublishedDragAndDrop } from './schema.ts';

type Props = ViewProps<PublishedDragAndDrop, DragAndDropResponse>;
type Placed = Readonly<Record<string, string>>;
type Target = PublishedDragAndDrop['targets'][number];

/** A value that may serve once leaves its former target when it is placed anew. */
export function withPlaced(
  use: 'once' | 'many',
  placed: Placed,
  target: string,
  value: string | undefined,
): Record<string, string> {
  const kept = Object.entries(placed).filter(([, other]) => use === 'many' || other !== value);
  return withAnswer(Object.fromEntries(kept), target, value);
}

export function DragAndDropView(props: Props) {
  const { question, response, onChange, renderText } = props;
  const [said, setSaid] = useState('');
  const placed = response?.placed ?? {};
  const place = (target: Target, value: string | undefined) => {
    setSaid(`${target.label}: ${value === undefined ? 'empty' : textOf(question.values, value)}.`);
    onChange({ kind: 'drag-and-drop', placed: withPlaced(question.use, placed, target.id, value) });
  };
  return (
    <div className="grid gap-5">
      <Stem value={question.stem} renderText={renderText} />
      <div className="rounded-lg bg-sunken p-4">
        <p className="mb-2 font-semibold text-ink">
          {question.use === 'once'
            ? 'Each value may be used once or not at all. To move one, clear it where it is, or drag it.'
            : 'A value may be used several times.'}
        </p>
        <ul className="flex flex-wrap gap-2">
          {question.values.map(({ id, text }) => (
            <li
              key={id}
              draggable={!isLocked(props)}
              onDragStart={(event) => event.dataTransfer.setData('text/plain', id)}
              className={`rounded-lg border px-3 py-2 ${isLocked(props) ? '' : 'cursor-grab'} ${
                question.use === 'once' && Object.values(placed).includes(id)
                  ? 'border-muted/60 border-dashed text-muted'
                  : 'border-line bg-card text-ink'
              }`}
            >
              <Text value={text} renderText={renderText} />
            </li>
          ))}
        </ul>
      </div>
      <ul className="grid gap-3">
        {question.targets.map((target) => (
          <TargetRow key={target.id} {...props} target={target} onPlace={(value) => place(target, value)} />
        ))}
      </ul>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
    </div>
  );
}

type RowProps = Props & { readonly target: Target; readonly onPlace: (value: string | undefined) => void };

function TargetRow({ target, onPlace, ...props }: RowProps) {
  const { question, response, revealed, renderText } = props;
  const placed = response?.placed ?? {};
  const locked = isLocked(props);
  const given = assignedTo(placed, target.id);
  const elsewhere = (value: string) => {
    if (question.use === 'many') return '';
    const holder = question.targets.find(({ id }) => id !== target.id && assignedTo(placed, id) === value);
    return holder ? ` (now in ${plainText(holder.label)})` : '';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const value = event.dataTransfer.getData('text/plain');
    if (!locked && question.values.some(({ id }) => id === value)) onPlace(value);
  };
  return (
    <li
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      className={`rounded-lg border border-dashed px-4 py-3 ${given ? 'border-accent bg-accent-soft' : 'border-muted/60 bg-card'}`}
    >
      <div className="grid items-center gap-2 sm:grid-cols-2">
        <span className="font-medium text-ink">{plainText(target.label)}</span>
        <AnswerSelect
          label={`Value for: ${target.label}`}
          value={given}
          options={question.values}
          takenBy={elsewhere}
          disabled={locked}
          onPick={onPlace}
        />
      </div>
      {revealed && (
        <PartVerdict
          right={isPartRight(revealed, target.id)}
          answer={textOf(question.values, assignedTo(revealed.solution.placed, target.id))}
          why={revealed.why[target.id]}
          renderText={renderText}
        />
      )}
    </li>
  );
}
