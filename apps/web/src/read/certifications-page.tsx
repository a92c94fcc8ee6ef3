import type { Catalog, Certification } from '@cairn/catalog';
import { Card, StatusBadge } from '@cairn/ui';
import { createLazyRoute } from '@tanstack/react-router';
import { TextLink } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { WithCatalog } from '../app/with-catalog.tsx';
import { capital, usd, VENDORS } from '../app/words.ts';
import { questionsInWords } from './certification-facts.ts';

export const certificationsPage = createLazyRoute('/certifications')({ component: CertificationsPage });

function CertificationsPage() {
  return (
    <Page
      title="Certifications"
      lede="Every exam in the catalog. Those that have ended are here too, with what takes their place today."
      kicker={<TextLink to="/read">Read</TextLink>}
    >
      <WithCatalog>
        {(catalog) => (
          <div className="grid gap-12">
            <VendorShelf catalog={catalog} vendor="aws" />
            <VendorShelf catalog={catalog} vendor="microsoft" />
          </div>
        )}
      </WithCatalog>
    </Page>
  );
}

function VendorShelf({ catalog, vendor }: { catalog: Catalog; vendor: Certification['vendor'] }) {
  const all = catalog.certifications.filter((one) => one.vendor === vendor);
  const ordered = [
    ...all.filter(({ status }) => status !== 'retired'),
    ...all.filter(({ status }) => status === 'retired'),
  ];
  return (
    <section aria-labelledby={vendor} className="grid gap-4">
      <h2 id={vendor} className="text-3xl">
        {VENDORS[vendor]}
      </h2>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {ordered.map((certification) => (
          <li key={certification.code}>
            <CertificationCard certification={certification} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function CertificationCard({ certification }: { certification: Certification }) {
  const { code, name, status, level, exam } = certification;
  const price = exam.priceUsd.value;
  const facts = [
    questionsInWords(certification),
    exam.minutes.value === null ? undefined : `${exam.minutes.value} min`,
    price === null ? undefined : usd(price),
  ].filter((fact) => fact !== undefined);
  return (
    <Card className="relative flex h-full flex-col gap-2 hover:border-accent">
      <p className="flex items-center justify-between gap-2">
        <span className="font-mono text-[0.9rem] text-muted">{code}</span>
        <StatusBadge status={status} />
      </p>
      <h3 className="text-xl">
        <TextLink
          to="/certifications/$code"
          params={{ code: code.toLowerCase() }}
          className="!text-ink !no-underline after:absolute after:inset-0"
        >
          {name}
        </TextLink>
      </h3>
      <p className="mt-auto text-[0.94rem] text-muted">{[capital(level), ...facts].join(' · ')}</p>
    </Card>
  );
}
