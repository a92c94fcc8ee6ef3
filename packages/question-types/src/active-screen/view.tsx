import { useId } from 'react';
import { assignedTo } from '../answering-rules.ts';
import { AnswerSelect, textOf, withAnswer } from '../view/answer-select.tsx';
import { isLocked, isPartRight, type RenderText, type Revealed, type ViewProps } from '../view/props.ts';
import { plainText, Stem, Text } from '../view/text.tsx';
import { PartVerdict } from '../view/verdict.tsx';
import type { ActiveScreenResponse, PublishedActiveScreen, PublishedField } from './schema.ts';

type Settings = Readonly<Record<string, string>>;

/** The first touch of the form also answers its check boxes as they stand: unchecked is a setting too. */
export function withSetting(
  fields: readonly PublishedField[],
  settings: Settings,
  id: string,
  value: string | undefined,
): Record<string, string> {
  const boxes = fields.filter(({ control }) => control === 'check-box').map((box) => [box.id, 'unchecked']);
  return withAnswer({ ...Object.fromEntries(boxes), ...settings }, id, value);
}

export function ActiveScreenView(props: ViewProps<PublishedActiveScreen, ActiveScreenResponse>) {
  const { question, response, onChange, revealed, renderText } = props;
  const heading = useId();
  const settings = response?.settings ?? {};
  return (
    <div className="grid gap-5">
      <Stem value={question.stem} renderText={renderText} />
      <section aria-labelledby={heading} className="overflow-hidden rounded-lg border border-line bg-card shadow-sm">
        <p id={heading} className="border-line border-b bg-sunken px-4 py-3 font-semibold text-ink">
          {plainText(question.title)}
        </p>
        <div className="grid gap-5 px-4 py-4">
          {question.fields.map((field) => (
            <FieldRow
              key={field.id}
              field={field}
              value={assignedTo(settings, field.id)}
              onSet={(value) =>
                onChange({
                  kind: 'active-screen',
                  settings: withSetting(question.fields, settings, field.id, value),
                })
              }
              locked={isLocked(props)}
              revealed={revealed}
              renderText={renderText}
            />
          ))}
        </div>
      </section>
    </div>
  );
}

type FieldProps = {
  readonly field: PublishedField;
  readonly value: string | undefined;
  readonly onSet: (value: string | undefined) => void;
  readonly locked: boolean;
  readonly revealed?: Revealed<ActiveScreenResponse> | undefined;
  readonly renderText?: RenderText | undefined;
};

function FieldRow(props: FieldProps) {
  const { field, revealed, renderText } = props;
  return (
    <div>
      <Control {...props} />
      {revealed && (
        <PartVerdict
          right={isPartRight(revealed, field.id)}
          answer={settingText(field, assignedTo(revealed.solution.settings, field.id))}
          why={revealed.why[field.id]}
          renderText={renderText}
        />
      )}
    </div>
  );
}

function settingText(field: PublishedField, value: string | undefined): string {
  if (field.control === 'check-box') return value === 'checked' ? 'Checked' : 'Unchecked';
  return textOf(field.options, value);
}

const focusRing = 'accent-accent focus-visible:ring-2 focus-visible:ring-accent';

function Control({ field, value, onSet, locked, renderText }: FieldProps) {
  const name = useId();
  const label = plainText(field.label);
  if (field.control === 'drop-down') {
    return (
      <div className="grid items-center gap-1 sm:grid-cols-2">
        <span className="font-medium text-ink">{label}</span>
        <AnswerSelect label={label} value={value} options={field.options} disabled={locked} onPick={onSet} />
      </div>
    );
  }
  if (field.control === 'check-box') {
    return (
      <label className="flex min-h-11 cursor-pointer items-center gap-3 text-ink">
        <input
          type="checkbox"
          checked={value === 'checked'}
          disabled={locked}
          onChange={(event) => onSet(event.target.checked ? 'checked' : 'unchecked')}
          className={`size-4.5 shrink-0 ${focusRing}`}
        />
        {label}
      </label>
    );
  }
  return (
    <fieldset className="grid gap-1">
      <legend className="font-medium text-ink">{label}</legend>
      {field.options.map(({ id, text }) => (
        <label key={id} className="flex min-h-11 cursor-pointer items-center gap-3 text-ink">
          <input
            type="radio"
            name={name}
            value={id}
            checked={value === id}
            disabled={locked}
            onChange={() => onSet(id)}
            className={`size-4.5 shrink-0 ${focusRing}`}
          />
          <span>
            <Text value={text} renderText={renderText} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}
