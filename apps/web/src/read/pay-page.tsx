import {
  ageOf,
  type Catalog,
  payClaim,
  payDifferences,
  payMatrix,
  type Salary,
  type SalaryGroup,
  salariesFor,
  salaryRegions,
} from '@cairn/catalog';
import { Callout, EmptyState, Field, RangeChart, Select } from '@cairn/ui';
import { createLazyRoute } from '@tanstack/react-router';
import { DecidingNav } from '../app/deciding-nav.tsx';
import { TextLink } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { today } from '../app/today.ts';
import { WithCatalog } from '../app/with-catalog.tsx';
import { useOwnPay } from './own-pay.ts';
import { ClaimAgainstRanges } from './pay-claim.tsx';
import { PayConversion } from './pay-conversion.tsx';
import { WhyTheyDiffer } from './pay-differences.tsx';
import { byUnit, rangeWithBasis, regionLabel, shortMoney } from './pay-figures.ts';
import { PayMatrixTable } from './pay-matrix.tsx';
import { EachFigure } from './pay-notes.tsx';
import { rateIn, searchOfRate } from './pay-search.ts';

export const payPage = createLazyRoute('/read/pay')({ component: PayPage });

function PayPage() {
  return (
    <Page
      title="Pay"
      lede="Figures from different sources measure different things. They stand side by side here, each with what it measures, how many it counts and when. They are never averaged."
      kicker={<DecidingNav />}
    >
      <WithCatalog>{(catalog) => <Figures catalog={catalog} />}</WithCatalog>
    </Page>
  );
}

function Figures({ catalog }: { readonly catalog: Catalog }) {
  const own = useOwnPay(catalog);
  const search = payPage.useSearch();
  const navigate = payPage.useNavigate();
  const roles = catalog.roles.filter(({ id }) => salaryRegions(catalog, id).length > 0);
  const role = roles.find(({ id }) => id === search.role) ?? roles[0];
  if (!role) return <EmptyState title="No figures">This catalog holds no figures on pay.</EmptyState>;
  const regions = salaryRegions(catalog, role.id);
  const region = regions.find((one) => one === search.region) ?? regions[0] ?? '';
  const groups = salariesFor(catalog, role.id, region, own);
  const shown = shownIn(groups);
  const claim = role.id === 'ml-engineer' || role.id === 'ai-engineer' ? payClaim(catalog) : undefined;
  const go = (next: { role: string; region: string }) => void navigate({ search: next, resetScroll: false });
  return (
    <div className="grid gap-12">
      <PayMatrixTable catalog={catalog} matrix={payMatrix(catalog)} role={role.id} region={region} />
      <form className="grid max-w-2xl gap-4 sm:grid-cols-2" aria-label="Role and region">
        <Field label="Role">
          {(control) => (
            <Select
              {...control}
              value={role.id}
              options={roles.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(event) => go({ role: event.currentTarget.value, region })}
            />
          )}
        </Field>
        <Field label="Region">
          {(control) => (
            <Select
              {...control}
              value={region}
              options={regions.map((one) => ({ value: one, label: regionLabel(catalog, one) }))}
              onChange={(event) => go({ role: role.id, region: event.currentTarget.value })}
            />
          )}
        </Field>
      </form>
      {search.role !== undefined && search.role !== role.id ? (
        <Callout tone="warn" announce title={`There are no figures for "${search.role}"; ${role.name} is shown.`} />
      ) : null}
      <SideBySide title={`${role.name}, ${regionLabel(catalog, region)}`} groups={groups} catalog={catalog} />
      <PayConversion
        salaries={shown}
        rate={rateIn(search)}
        onRate={(rate) =>
          void navigate({ search: { role: role.id, region, ...searchOfRate(rate) }, resetScroll: false })
        }
      />
      <WhyTheyDiffer differences={payDifferences(shown)} />
      {claim ? <ClaimAgainstRanges catalog={catalog} claim={claim} /> : null}
      <EachFigure catalog={catalog} groups={groups} />
      <p className="text-muted">
        None of these figures says what a certificate adds.{' '}
        <TextLink to="/cost">What a path costs, and what it would have to bring</TextLink>.
      </p>
    </div>
  );
}

function shownIn(groups: readonly SalaryGroup[]): readonly Salary[] {
  return groups.flatMap(({ cells }) => cells.flatMap((cell) => (cell.state === 'shown' ? cell.salary : [])));
}

type SideBySideProps = { readonly title: string; readonly groups: readonly SalaryGroup[]; readonly catalog: Catalog };

/** One chart a unit, with every basis on the same axis: the eye compares, nobody averages. */
function SideBySide({ title, groups, catalog }: SideBySideProps) {
  const units = byUnit(groups.flatMap(({ cells }) => cells));
  return (
    <section aria-labelledby="beside" className="grid gap-6">
      <h2 id="beside" className="text-2xl">
        {title}
      </h2>
      {units.length === 0 ? <p>Every figure here counts fewer than 20 people, so none is shown.</p> : null}
      {units.map(({ unit, salaries }) => (
        <RangeChart
          key={unit}
          title={`In ${unit}`}
          unit={unit}
          ranges={salaries.map((salary) =>
            rangeWithBasis(salary, ageOf(salary, today()).text, regionLabel(catalog, salary.region)),
          )}
          format={shortMoney}
        />
      ))}
    </section>
  );
}
