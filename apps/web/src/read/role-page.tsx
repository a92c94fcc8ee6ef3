import { type Catalog, ROLE_ASPECTS, type Role, type RoleAspect, salaryRegions } from '@cairn/catalog';
import { EmptyState, SourceNote, StatusBadge } from '@cairn/ui';
import { createLazyRoute } from '@tanstack/react-router';
import { evidenceOf } from '../app/evidence.ts';
import { RouterLinkButton, TextLink } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { WithCatalogPage } from '../app/with-catalog.tsx';
import { capital, titled } from '../app/words.ts';

export const rolePage = createLazyRoute('/roles/$id')({ component: RolePage });

function RolePage() {
  const { id } = rolePage.useParams();
  return (
    <WithCatalogPage title="Role">
      {(catalog) => {
        const role = catalog.roles.find((one) => one.id === id);
        return role ? <Sheet catalog={catalog} role={role} /> : <UnknownRole id={id} />;
      }}
    </WithCatalogPage>
  );
}

function UnknownRole({ id }: { id: string }) {
  return (
    <Page title="No such role" lede={`The catalog has no role with the id ${id}.`}>
      <EmptyState
        title="Pick one from the list"
        action={
          <RouterLinkButton to="/read" look="primary">
            All roles
          </RouterLinkButton>
        }
      />
    </Page>
  );
}

function Sheet({ catalog, role }: { catalog: Catalog; role: Role }) {
  const aspects = (Object.keys(ROLE_ASPECTS) as RoleAspect[]).filter((aspect) => role.aspects[aspect]); // its own keys
  return (
    <Page title={role.name} lede={role.summary} kicker={<TextLink to="/read">Read</TextLink>}>
      <div className="flex flex-wrap gap-3">
        <RouterLinkButton to="/compare" search={{ ids: role.id }} look="primary">
          Compare this role
        </RouterLinkButton>
        {salaryRegions(catalog, role.id).length > 0 ? (
          <RouterLinkButton to="/read/pay" search={{ role: role.id }}>
            What it pays
          </RouterLinkButton>
        ) : null}
      </div>
      <dl className="max-w-3xl divide-y divide-line border-y border-line">
        {aspects.map((aspect) => (
          <AspectEntry key={aspect} catalog={catalog} role={role} aspect={aspect} />
        ))}
      </dl>
      <Certifications catalog={catalog} role={role} />
      <Neighbours catalog={catalog} role={role} />
    </Page>
  );
}

function AspectEntry({ catalog, role, aspect }: { catalog: Catalog; role: Role; aspect: RoleAspect }) {
  const cell = role.aspects[aspect];
  if (!cell) return null;
  return (
    <div className="grid gap-x-6 gap-y-1 py-4 sm:grid-cols-[12rem_1fr]">
      <dt className="font-semibold">{ROLE_ASPECTS[aspect]}</dt>
      <dd className="grid gap-2">
        {cell.values && cell.values.length > 1 ? (
          <ul className="list-disc pl-5">
            {cell.values.map((value) => (
              <li key={value}>{capital(value)}</li>
            ))}
          </ul>
        ) : (
          <p>{cell.text}</p>
        )}
        {cell.note ? <p className="text-[0.94rem] text-muted">{cell.note}</p> : null}
        <SourceNote evidence={evidenceOf(catalog, cell)} about={ROLE_ASPECTS[aspect].toLowerCase()} />
      </dd>
    </div>
  );
}

function Certifications({ catalog, role }: { catalog: Catalog; role: Role }) {
  const fits = [...role.certifications].sort((a, b) => b.fit - a.fit);
  if (fits.length === 0) return null;
  return (
    <section aria-labelledby="fits" className="grid max-w-3xl gap-4">
      <h2 id="fits" className="text-3xl">
        Certifications that speak to it
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {fits.map(({ code, why }) => {
          const certification = catalog.certifications.find((one) => one.code === code);
          return certification ? (
            <li key={code} className="grid gap-1 py-3">
              <p className="flex flex-wrap items-center gap-2">
                <TextLink to="/certifications/$code" params={{ code: code.toLowerCase() }} className="font-semibold">
                  {titled(certification)}
                </TextLink>
                <StatusBadge status={certification.status} />
              </p>
              <p className="text-muted">{why}</p>
            </li>
          ) : null;
        })}
      </ul>
    </section>
  );
}

function Neighbours({ catalog, role }: { catalog: Catalog; role: Role }) {
  const neighbours = role.neighbours.flatMap((id) => catalog.roles.find((one) => one.id === id) ?? []);
  if (neighbours.length === 0) return null;
  return (
    <section aria-labelledby="neighbours" className="grid gap-3">
      <h2 id="neighbours" className="text-3xl">
        Roles next to it
      </h2>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {neighbours.map(({ id, name }) => (
          <li key={id}>
            <TextLink to="/roles/$id" params={{ id }}>
              {name}
            </TextLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
