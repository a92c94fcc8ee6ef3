import type { ViewProps } from '../view/props.ts';
import { SequenceBoard } from '../view/sequence-board.tsx';
import type { BuildListResponse, PublishedBuildList } from './schema.ts';

export function BuildListView({ response, onChange, ...props }: ViewProps<PublishedBuildList, BuildListResponse>) {
  return (
    <SequenceBoard
      {...props}
      poolTitle="Actions"
      answerTitle="Answer area"
      placed={response?.placed ?? []}
      onPlace={(placed) => onChange({ kind: 'build-list', placed })}
    />
  );
}
