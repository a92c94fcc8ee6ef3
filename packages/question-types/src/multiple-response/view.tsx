import { ChoiceRows } from '../view/choice-rows.tsx';
import type { ViewProps } from '../view/props.ts';
import type { MultipleResponseResponse, PublishedMultipleResponse } from './schema.ts';

export function MultipleResponseView({
  response,
  onChange,
  ...props
}: ViewProps<PublishedMultipleResponse, MultipleResponseResponse>) {
  return (
    <ChoiceRows
      {...props}
      control="checkbox"
      chosen={response?.chosen ?? []}
      onChoose={(chosen) => onChange({ kind: 'multiple-response', chosen })}
    />
  );
}
