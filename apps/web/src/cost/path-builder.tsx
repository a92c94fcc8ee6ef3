import { type Catalog, isOffered, MOST_EXAMS, MOST_PATHS } from '@cairn/catalog';
import { Button, Icon } from '@cairn/ui';
import { today } from '../app/today.ts';
import { VENDORS } from '../app/words.ts';

type Paths = readonly (readonly string[])[];
type PathBuilderProps = { readonly catalog: Catalog; readonly paths: Paths; readonly onChange: (paths: Paths) => void };

const LETTERS = 'ABCD';

/** One to four paths, each a row of exams in order. */
export function PathBuilder({ catalog, paths, onChange }: PathBuilderProps) {
  const set = (index: number, path: readonly string[]) =>
    onChange(paths.flatMap((one, at) => (at !== index ? [one] : path.length > 0 ? [path] : [])));
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      {paths.map((path, index) => (
        <PathCard
          // biome-ignore lint/suspicious/noArrayIndexKey: a path is its place; two may hold the same exams
          key={index}
          catalog={catalog}
          name={paths.length === 1 ? 'Your path' : `Path ${LETTERS[index]}`}
          path={path}
          onChange={(next) => set(index, next)}
        />
      ))}
      {paths.length < MOST_PATHS ? (
        <div className="grid content-start gap-2 rounded-xl border border-dashed border-muted/60 p-4">
          <p className="font-semibold">{paths.length === 0 ? 'A first path' : 'Another path beside it'}</p>
          <AddExam
            catalog={catalog}
            label={paths.length === 0 ? 'First exam' : 'First exam of another path'}
            taken={[]}
            onAdd={(code) => onChange([...paths, [code]])}
          />
        </div>
      ) : null}
    </div>
  );
}

type PathCardProps = {
  readonly catalog: Catalog;
  readonly name: string;
  readonly path: readonly string[];
  readonly onChange: (path: readonly string[]) => void;
};

function PathCard({ catalog, name, path, onChange }: PathCardProps) {
  const nameOf = (code: string) => catalog.certifications.find((one) => one.code === code)?.name ?? '';
  return (
    <fieldset className="grid min-w-0 content-start gap-2 rounded-xl border border-line bg-card p-4 shadow-card">
      <legend className="sr-only">{name}</legend>
      <div className="flex items-center justify-between gap-2">
        <span className="font-semibold">{name}</span>
        <Button size="small" look="quiet" aria-label={`Remove ${name.toLowerCase()}`} onClick={() => onChange([])}>
          Remove
        </Button>
      </div>
      <ol className="grid gap-1.5">
        {path.map((code, index) => (
          <li key={code} className="flex items-center rounded-lg bg-sunken" title={nameOf(code)}>
            <span className="flex-1 px-3 font-semibold">{code}</span>
            {index > 0 ? (
              <button
                type="button"
                className="grid size-11 place-items-center rounded-lg hover:text-accent"
                aria-label={`Move ${code} earlier`}
                onClick={() => onChange(swapped(path, index))}
              >
                <Icon name="chevron" className="size-5 rotate-180" />
              </button>
            ) : null}
            <button
              type="button"
              className="grid size-11 place-items-center rounded-lg hover:text-bad"
              aria-label={`Take ${code} off ${name.toLowerCase()}`}
              onClick={() => onChange(path.filter((one) => one !== code))}
            >
              <Icon name="cross" className="size-4" />
            </button>
          </li>
        ))}
      </ol>
      {path.length < MOST_EXAMS ? (
        <AddExam
          catalog={catalog}
          label={`Next exam of ${name.toLowerCase()}`}
          taken={path}
          onAdd={(code) => onChange([...path, code])}
        />
      ) : null}
    </fieldset>
  );
}

function swapped(path: readonly string[], index: number): readonly string[] {
  const next = [...path];
  const [moved = ''] = next.splice(index, 1);
  next.splice(index - 1, 0, moved);
  return next;
}

type AddExamProps = {
  readonly catalog: Catalog;
  readonly label: string;
  readonly taken: readonly string[];
  readonly onAdd: (code: string) => void;
};

/** Exams that can no longer be taken are not offered. */
function AddExam({ catalog, label, taken, onAdd }: AddExamProps) {
  const open = catalog.certifications.filter(
    (one) =>
      !taken.includes(one.code) && one.status !== 'retiring' && (isOffered(one, today()) || one.status === 'announced'),
  );
  return (
    <select
      aria-label={label}
      className="min-h-11 w-full rounded-lg border border-muted/70 bg-card px-3 py-2"
      value=""
      onChange={(event) => onAdd(event.currentTarget.value)}
    >
      <option value="">{taken.length === 0 ? 'Choose an exam …' : 'Add an exam …'}</option>
      {(['aws', 'microsoft'] as const).map((vendor) => (
        <optgroup key={vendor} label={VENDORS[vendor]}>
          {open
            .filter((one) => one.vendor === vendor)
            .map(({ code, name, status }) => (
              <option key={code} value={code}>
                {code} · {name}
                {status === 'active' ? '' : ` (${status})`}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}
