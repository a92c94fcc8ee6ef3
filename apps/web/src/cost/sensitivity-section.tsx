import { sensitivity } from '@cairn/catalog';
import { Tabs } from '@cairn/ui';
import { useMemo } from 'react';
import type { Computed } from './comparison.ts';
import { Tornado } from './tornado.tsx';

/** One input at a time, all others as they are. */
export function SensitivitySection({ paths }: { paths: readonly Computed[] }) {
  const [first] = paths;
  return (
    <section aria-labelledby="moves" className="grid gap-4">
      <h2 id="moves" className="text-2xl">
        What moves the answer
      </h2>
      <p className="max-w-3xl text-muted">
        Each input moves alone: chances and hours over their ranges, the others by a quarter, the view by a year, the
        rate by two points. The pale part of a bar belongs to the first value, the dark part to the second.
      </p>
      {paths.length > 1 ? (
        <Tabs
          label="Path"
          tabs={paths.map((path, index) => ({
            id: String(index),
            title: path.name,
            content: <OnePath path={path} />,
          }))}
        />
      ) : first ? (
        <OnePath path={first} />
      ) : null}
    </section>
  );
}

function OnePath({ path }: { path: Computed }) {
  const influences = useMemo(() => sensitivity(path.inputs.scenario, path.scenarioAt), [path]);
  if (influences.length === 0) return <p>Nothing that was tried moves this cost by more than half a dollar.</p>;
  return (
    <Tornado
      title={`Expected cost of ${path.codes.join(' → ')}`}
      expectedUsd={path.cost.expectedUsd}
      influences={influences}
    />
  );
}
