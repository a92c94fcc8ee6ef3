import type { Catalog } from '@cairn/catalog';
import { Button, Field, Icon } from '@cairn/ui';
import type { RoadmapInputs } from './inputs.ts';

type SteppingStonesProps = { catalog: Catalog; inputs: RoadmapInputs; onChange: (inputs: RoadmapInputs) => void };

/** The exams on the way: as the catalog advises, or as the person wants them. */
export function SteppingStones({ catalog, inputs, onChange }: SteppingStonesProps) {
  const goal = catalog.certifications.find(({ code }) => code === inputs.to);
  const via = inputs.via ?? goal?.steppingStones ?? [];
  const set = (next: readonly string[]) => onChange({ ...inputs, via: next });
  const addable = catalog.certifications.filter(
    ({ code, status }) => code !== inputs.to && !via.includes(code) && status !== 'retired',
  );
  const reset = () => {
    const { via: _, ...others } = inputs;
    onChange(others);
  };
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="pb-1 font-semibold">Stepping stones</legend>
      {via.length === 0 ? <p className="text-[0.94rem] text-muted">None: straight to the goal.</p> : null}
      <ol className="grid gap-2">
        {via.map((code, index) => (
          <li key={code} className="flex items-center rounded-lg border border-line bg-card">
            <span className="flex-1 px-3 font-semibold">{code}</span>
            {index > 0 ? (
              <button
                type="button"
                className="grid size-11 place-items-center rounded-lg hover:text-accent"
                aria-label={`Move ${code} earlier`}
                onClick={() => set(swapped(via, index))}
              >
                <Icon name="chevron" className="size-5 rotate-180" />
              </button>
            ) : null}
            <button
              type="button"
              className="grid size-11 place-items-center rounded-lg hover:text-bad"
              aria-label={`Skip ${code}`}
              onClick={() => set(via.filter((one) => one !== code))}
            >
              <Icon name="cross" className="size-4" />
            </button>
          </li>
        ))}
      </ol>
      <Field label={<span className="font-normal text-muted">Add a stepping stone</span>}>
        {(control) => (
          <select
            {...control}
            className="min-h-11 w-full rounded-lg border border-muted/70 bg-card px-3 py-2"
            value=""
            onChange={(event) => set([...via, event.currentTarget.value])}
          >
            <option value="">Choose …</option>
            {addable.map(({ code, name }) => (
              <option key={code} value={code}>
                {code} · {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {inputs.via ? (
        <Button look="quiet" size="small" className="-ml-3 w-fit" onClick={reset}>
          Back to the advised stones
        </Button>
      ) : null}
    </fieldset>
  );
}

/** The entry at `index` and the one before it change places. */
function swapped(codes: readonly string[], index: number): readonly string[] {
  const moved = codes[index];
  if (moved === undefined) return codes;
  const others = codes.filter((_, place) => place !== index);
  return [...others.slice(0, index - 1), moved, ...others.slice(index - 1)];
}
