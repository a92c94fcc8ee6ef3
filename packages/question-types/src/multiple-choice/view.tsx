import { ChoiceRows } from '../view/choice-rows.tsx';
import type { ViewProps } from '../view/props.ts';
import type { MultipleChoiceResponse, PublishedMultipleChoice } from './schema.ts';

export function MultipleChoiceView({
  response,
  onChange,
  ...props
}: ViewProps<PublishedMultipleChoice, MultipleChoiceResponse>) {
  return (
    <ChoiceRows
      {...props}
      control="radio"
      chosen={response?.chosen ?? []}
      onChoose={(chosen) => onChange({ kind: 'multiple-choice', chosen })}
    />
  );
}
