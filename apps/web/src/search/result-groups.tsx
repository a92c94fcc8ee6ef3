import type { SearchGroup, SearchKind } from '@cairn/contract';
import { useId } from 'react';
import { ResultLink } from './result-link.tsx';
import { KINDS } from './search-words.ts';

type Props = {
  readonly groups: readonly SearchGroup[];
  readonly onOpen: () => void;
  /** How to see those of one kind that do not stand here. */
  readonly more?: (kind: SearchKind, total: number) => React.ReactNode;
};

export function ResultGroups({ groups, onOpen, more }: Props) {
  return groups.map((group) => <Group key={group.kind} group={group} onOpen={onOpen} more={more} />);
}

type GroupProps = Pick<Props, 'onOpen'> & { readonly group: SearchGroup; readonly more: Props['more'] | undefined };

function Group({ group: { kind, total, results }, onOpen, more }: GroupProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-1">
      <h2 id={id} className="flex items-baseline gap-2 px-3 font-sans text-[0.94rem] font-semibold text-muted">
        {KINDS[kind].many}
        <span className="font-normal tabular-nums">{total}</span>
      </h2>
      <ul className="grid">
        {results.map((result) => (
          <li key={result.ref}>
            <ResultLink result={result} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {more && total > results.length ? <p className="px-3 pb-1">{more(kind, total)}</p> : null}
    </section>
  );
}
