import { useId } from 'react';
import { assignedTo } from '../answering-rules.ts';
import { withAnswer } from './answer-select.tsx';
import { isPartRight, type RenderText, type Revealed } from './props.ts';
import { plainText, Text } from './text.tsx';
import { PartVerdict } from './verdict.tsx';

type Answers = Readonly<Record<string, string>>;

type Props = {
  readonly caption: string;
  readonly rows: readonly { readonly id: string; readonly text: string }[];
  readonly answers: Answers;
  readonly onAnswer: (answers: Record<string, string>) => void;
  readonly locked: boolean;
  readonly revealed?: Revealed<{ readonly answers: Answers }> | undefined;
  readonly renderText?: RenderText | undefined;
};

const CHOICES = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const;

/** A table of statements with Yes and No: each row one group of radios, its arrow keys stay in the row. */
export function YesNoRows(props: Props) {
  const name = useId();
  return (
    <table className="w-full border-collapse text-ink">
      <thead>
        <tr className="border-line border-b text-left text-sm text-muted">
          <th scope="col" className="py-2 pr-3 font-medium">
            {props.caption}
          </th>
          {CHOICES.map(({ value, label }) => (
            <th key={value} scope="col" className="w-14 py-2 text-center font-medium">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <YesNoRow key={row.id} {...props} row={row} name={`${name}-${row.id}`} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = Props & { readonly row: { readonly id: string; readonly text: string }; readonly name: string };

function YesNoRow({ row, name, answers, onAnswer, locked, revealed, renderText }: RowProps) {
  const given = assignedTo(answers, row.id);
  const key = revealed && assignedTo(revealed.solution.answers, row.id);
  return (
    <>
      <tr className={`align-top ${revealed ? '' : 'border-line border-b'}`}>
        <td className="py-3 pr-3">
          <Text value={row.text} renderText={renderText} />
        </td>
        {CHOICES.map(({ value, label }) => (
          <td key={value} className="p-0 text-center">
            <label className="grid min-h-12 min-w-12 cursor-pointer place-items-center">
              <span className="sr-only">{`${label}: ${plainText(row.text)}`}</span>
              <input
                type="radio"
                name={name}
                value={value}
                checked={given === value}
                disabled={locked}
                onChange={() => onAnswer(withAnswer(answers, row.id, value))}
                className="size-4.5 accent-accent focus-visible:ring-2 focus-visible:ring-accent"
              />
            </label>
          </td>
        ))}
      </tr>
      {revealed && (
        <tr className="border-line border-b">
          <td colSpan={3} className="pb-3">
            <PartVerdict
              right={isPartRight(revealed, row.id)}
              answer={key === 'yes' ? 'Yes' : 'No'}
              why={revealed.why[row.id]}
              renderText={renderText}
            />
          </td>
        </tr>
      )}
    </>
  );
}
