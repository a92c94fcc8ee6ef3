import { type Catalog, type SalaryCell, type SalaryGroup, salariesFor, salaryRegions } from '@cairn/catalog';
import { Callout, EmptyState, Field, RangeChart, Select, SourceNote } from '@cairn/ui';
import { createLazyRoute } from '@tanstack/react-router';
import { evidenceOf } from '../app/evidence.ts';
import { TextLink } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { WithCatalog } from '../app/with-catalog.tsx';
import { byUnit, endsInWords, rangeOf, regionLabel, shortMoney } from './pay-figures.ts';

export const payPage = createLazyRoute('/read/pay')({ component: PayPage });

function PayPage() {
  return (
    <Page
      title="Pay"
      lede="Figures from different sources measure different things. They stand side by side here, each with what it measures, how many it counts and when. They are never averaged."
      kicker={<TextLink to="/read">Read</TextLink>}
    >
      <WithCatalog>{(catalog) => <Figures catalog={catalog} />}</WithCatalog>
    </Page>
  );
}

function Figures({ catalog }: { catalog: Catalog }) {
  const search = payPage.useSearch();
  const navigate = payPage.useNavigate();
  const roles = catalog.roles.filter(({ id }) => salaryRegions(catalog, id).length > 0);
  const role = roles.find(({ id }) => id === search.role) ?? roles[0];
  if (!role) return <EmptyState title="No figures">This catalog holds no figures on pay.</EmptyState>;
  const regions = salaryRegions(catalog, role.id);
  const region = regions.find((one) => one === search.region) ?? regions[0] ?? '';
  const groups = salariesFor(catalog, role.id, region);
  return (
    <div className="grid gap-10">
      <form className="grid max-w-2xl gap-4 sm:grid-cols-2" aria-label="Role and region">
        <Field label="Role">
          {(control) => (
            <Select
              {...control}
              value={role.id}
              options={roles.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(event) =>
                void navigate({ search: { role: event.currentTarget.value, region }, resetScroll: false })
              }
            />
          )}
        </Field>
        <Field label="Region">
          {(control) => (
            <Select
              {...control}
              value={region}
              options={regions.map((one) => ({ value: one, label: regionLabel(catalog, one) }))}
              onChange={(event) =>
                void navigate({ search: { role: role.id, region: event.currentTarget.value }, resetScroll: false })
              }
            />
          )}
        </Field>
      </form>
      {search.role !== undefined && search.role !== role.id ? (
        <Callout tone="warn" announce title={`There are no figures for "${search.role}"; ${role.name} is shown.`} />
      ) : null}
      {groups.map((group) => (
        <BasisGroup key={group.basis} catalog={catalog} group={group} />
      ))}
    </div>
  );
}

function BasisGroup({ catalog, group }: { catalog: Catalog; group: SalaryGroup }) {
  return (
    <section aria-labelledby={group.basis} className="grid gap-5">
      <h2 id={group.basis} className="text-2xl">
        {group.label}
      </h2>
      {byUnit(group.cells).map(({ unit, salaries }) => (
        <RangeChart
          key={unit}
          title={`${group.label}, in ${unit}`}
          unit={unit}
          ranges={salaries.map(rangeOf)}
          format={shortMoney}
        />
      ))}
      <ul className="grid gap-x-8 gap-y-3 md:grid-cols-2">
        {group.cells.map((cell) => (
          <CellNote key={cell.state === 'shown' ? cell.salary.id : cell.id} catalog={catalog} cell={cell} />
        ))}
      </ul>
    </section>
  );
}

function CellNote({ catalog, cell }: { catalog: Catalog; cell: SalaryCell }) {
  if (cell.state === 'suppressed') {
    return (
      <li className="text-[0.94rem] text-muted">
        <span className="font-semibold">{cell.label}</span>: not shown. {cell.reason}
      </li>
    );
  }
  const { salary, size } = cell;
  const parts = [endsInWords(salary), size, salary.reference, salary.via && `via ${salary.via}`].filter(Boolean);
  return (
    <li className="text-[0.94rem]">
      <span className="font-semibold">{salary.label}</span>
      <span className="block text-muted">
        {salary.sourceName}: {parts.join(' · ')}{' '}
        <SourceNote evidence={evidenceOf(catalog, salary)} about={salary.label} />
      </span>
      {salary.note ? <span className="block text-muted">{salary.note}</span> : null}
      {salary.growth ? <span className="block text-muted">Outlook: {salary.growth}</span> : null}
    </li>
  );
}
