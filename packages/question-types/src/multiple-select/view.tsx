import { ChoiceRows } from '../view/choice-rows.tsx';
import type { ViewProps } from '../view/props.ts';
import type { MultipleSelectResponse, PublishedMultipleSelect } from './schema.ts';

export function MultipleSelectView({
  response,
  onChange,
  ...props
}: ViewProps<PublishedMultipleSelect, MultipleSelectResponse>) {
  return (
    <ChoiceRows
      {...props}
      control="checkbox"
      chosen={response?.chosen ?? []}
      onChoose={(chosen) => onChange({ kind: 'multiple-select', chosen })}
    />
  );
}
