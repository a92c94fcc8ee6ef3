import type { ViewProps } from '../view/props.ts';
import { SequenceBoard } from '../view/sequence-board.tsx';
import type { OrderingResponse, PublishedOrdering } from './schema.ts';

export function OrderingView({ response, onChange, ...props }: ViewProps<PublishedOrdering, OrderingResponse>) {
  return (
    <SequenceBoard
      {...props}
      poolTitle="Steps"
      answerTitle="Your order"
      placed={response?.placed ?? []}
      onPlace={(placed) => onChange({ kind: 'ordering', placed })}
    />
  );
}
