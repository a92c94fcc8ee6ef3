import type { Catalog } from '@cairn/catalog';
import { Field, Icon } from '@cairn/ui';

type PickerProps = { catalog: Catalog; ids: readonly string[]; onChange: (ids: readonly string[]) => void };

const MOST = 4;

/** What is compared, each with a button to take it away, and a list to add the next of the same kind. */
export function Picker({ catalog, ids, onChange }: PickerProps) {
  const roles = catalog.roles.filter(({ id }) => !ids.includes(id));
  const certifications = catalog.certifications.filter(({ code }) => !isIn(ids, code));
  const hasRole = ids.some((id) => catalog.roles.some((role) => role.id === id));
  const hasCertification = ids.some((id) => catalog.certifications.some(({ code }) => code === id.toUpperCase()));
  const nameOf = (id: string) =>
    catalog.roles.find((role) => role.id === id)?.name ??
    catalog.certifications.find(({ code }) => code === id.toUpperCase())?.name ??
    id;
  return (
    <div className="grid gap-4">
      {ids.length > 0 ? (
        <ul className="flex flex-wrap gap-2">
          {ids.map((id) => (
            <li key={id} className="flex items-center rounded-lg border border-accent bg-accent-soft">
              <span className="py-1.5 pl-4">{nameOf(id)}</span>
              <button
                type="button"
                className="grid size-11 place-items-center rounded-lg hover:text-bad"
                aria-label={`Take ${nameOf(id)} away`}
                onClick={() => onChange(ids.filter((one) => one !== id))}
              >
                <Icon name="cross" className="size-4" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {ids.length < MOST ? (
        <div className="max-w-xl">
          <Field label={ids.length === 0 ? 'Start with' : 'Add another'}>
            {(control) => (
              <select
                {...control}
                className="min-h-11 w-full rounded-lg border border-muted/70 bg-card px-3 py-2"
                value=""
                onChange={(event) => onChange([...ids, event.currentTarget.value])}
              >
                <option value="">Choose …</option>
                {hasRole ? null : (
                  <optgroup label="Certifications">
                    {certifications.map(({ code, name, status }) => (
                      <option key={code} value={code}>
                        {code} · {name}
                        {status === 'retired' ? ' (retired)' : ''}
                      </option>
                    ))}
                  </optgroup>
                )}
                {hasCertification ? null : (
                  <optgroup label="Roles">
                    {roles.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                  </optgroup>
                )}
              </select>
            )}
          </Field>
        </div>
      ) : (
        <p className="text-muted">Four is the most that a screen can hold; take one away to add another.</p>
      )}
    </div>
  );
}

const isIn = (ids: readonly string[], code: string) => ids.some((id) => id.toUpperCase() === code);
