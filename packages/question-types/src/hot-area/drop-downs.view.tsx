import { assignedTo } from '../answering-rules.ts';
import { AnswerSelect, textOf, withAnswer } from '../view/answer-select.tsx';
import { isPartRight, type RenderText, type Revealed } from '../view/props.ts';
import { plainText } from '../view/text.tsx';
import { PartVerdict } from '../view/verdict.tsx';
import { piecesOf } from './blanks.ts';
import type { PublishedDropDowns } from './schema.ts';

type Answers = Readonly<Record<string, string>>;

type Props = {
  readonly question: PublishedDropDowns;
  readonly answers: Answers;
  readonly onAnswer: (answers: Record<string, string>) => void;
  readonly locked: boolean;
  readonly revealed?: Revealed<{ readonly answers: Answers }> | undefined;
  readonly renderText?: RenderText | undefined;
};

/** Code or text with a select in each blank. */
export function DropDowns(props: Props) {
  const { question, revealed, renderText } = props;
  const isCode = question.language !== 'text';
  const body = piecesOf(question.body).map((piece) =>
    piece.kind === 'text' ? piece.text : <Blank key={piece.id} id={piece.id} {...props} />,
  );
  return (
    <div className="grid gap-4">
      {isCode ? (
        // A wide line scrolls sideways, so the block takes the focus to be scrolled by keyboard. On a phone it wraps:
        // a blank beyond the edge would be overlooked.
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable block must be reachable by keyboard
          tabIndex={0}
          className="overflow-x-auto rounded-lg bg-sunken p-4 text-ink text-sm leading-loose max-sm:whitespace-pre-wrap"
        >
          <code>{body}</code>
        </pre>
      ) : (
        <div className="whitespace-pre-line rounded-lg bg-sunken p-4 text-ink leading-loose">{body}</div>
      )}
      {revealed && (
        <ul className="grid gap-2">
          {question.areas.map(({ id, label, options }) => (
            <li key={id}>
              <span className="font-medium text-ink">{plainText(label)}</span>
              <PartVerdict
                right={isPartRight(revealed, id)}
                answer={textOf(options, assignedTo(revealed.solution.answers, id))}
                why={revealed.why[id]}
                renderText={renderText}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Blank({ id, question, answers, onAnswer, locked }: Props & { readonly id: string }) {
  const area = question.areas.find((candidate) => candidate.id === id);
  if (area === undefined) return null;
  return (
    <AnswerSelect
      label={area.label}
      value={assignedTo(answers, id)}
      options={area.options}
      disabled={locked}
      onPick={(value) => onAnswer(withAnswer(answers, id, value))}
      className="mx-1 font-mono text-sm"
    />
  );
}
