import { type Catalog, type Certification, findCertification } from '@cairn/catalog';
import { Badge, Callout, EmptyState, SourceNote, StatusBadge } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { evidenceOf } from '../app/evidence.ts';
import { examAddress, RouterLinkButton, TextLink } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { examsQuery } from '../app/queries.ts';
import { WithCatalogPage } from '../app/with-catalog.tsx';
import { capital, VENDORS } from '../app/words.ts';
import { Conflicts, Preparation, Services } from './certification-background.tsx';
import { endingInWords, examFacts, standingFacts } from './certification-facts.ts';
import { Domains } from './domains.tsx';
import { FactList } from './fact-list.tsx';
import { LifeLine } from './life-line.tsx';

export const certificationPage = createLazyRoute('/certifications/$code')({ component: CertificationPage });

function CertificationPage() {
  const { code } = certificationPage.useParams();
  return (
    <WithCatalogPage title={code.toUpperCase()}>
      {(catalog) => {
        const found = findCertification(catalog, code);
        return found.outcome === 'found' ? (
          <Sheet catalog={catalog} certification={found.certification} />
        ) : (
          <UnknownCode code={code.toUpperCase()} nearest={found.nearest} />
        );
      }}
    </WithCatalogPage>
  );
}

function UnknownCode({ code, nearest }: { code: string; nearest: string | undefined }) {
  return (
    <Page title="No such certification" lede={`The catalog has no exam with the code ${code}.`}>
      <EmptyState
        title={nearest ? `Did you mean ${nearest}?` : 'Pick one from the list'}
        action={
          nearest ? (
            <RouterLinkButton to="/certifications/$code" params={{ code: nearest.toLowerCase() }} look="primary">
              Open {nearest}
            </RouterLinkButton>
          ) : (
            <RouterLinkButton to="/certifications" look="primary">
              All certifications
            </RouterLinkButton>
          )
        }
      />
    </Page>
  );
}

function Sheet({ catalog, certification }: { catalog: Catalog; certification: Certification }) {
  const { code, name, vendor, level, status, guideVersion } = certification;
  const ending = endingInWords(catalog, certification);
  return (
    <Page title={name} kicker={<TextLink to="/certifications">Certifications</TextLink>}>
      <div className="-mt-4 flex flex-wrap items-center gap-2">
        <Badge>{code}</Badge>
        <Badge>{VENDORS[vendor]}</Badge>
        <Badge>{capital(level)}</Badge>
        <StatusBadge status={status} />
      </div>
      {ending ? (
        <Callout tone={status === 'retired' ? 'bad' : 'warn'} title={ending}>
          <SourceNote evidence={evidenceOf(catalog, certification.lifecycle)} about="its life cycle" />
        </Callout>
      ) : null}
      <Actions certification={certification} />
      <LifeLine catalog={catalog} certification={certification} />
      <div className="grid items-start gap-12 lg:grid-cols-[minmax(0,1fr)_13rem]">
        <div className="grid min-w-0 gap-12">
          <Section id="exam">
            <FactList facts={examFacts(catalog, certification)} />
            <p className="text-[0.94rem] text-muted">Exam guide: {guideVersion}.</p>
          </Section>
          <Section id="domains">
            <Domains catalog={catalog} certification={certification} />
          </Section>
          <Section id="standing">
            <FactList facts={standingFacts(catalog, certification)} />
          </Section>
          <Section id="preparation">
            <Preparation certification={certification} />
          </Section>
          <Section id="services">
            <Services catalog={catalog} certification={certification} />
          </Section>
          <Conflicts catalog={catalog} certification={certification} />
        </div>
        <OnThisPage />
      </div>
    </Page>
  );
}

const SECTIONS = {
  exam: 'The exam',
  domains: 'What it asks',
  standing: 'Before and after',
  preparation: 'How hard, how long',
  services: 'Services it names',
} as const;

function OnThisPage() {
  return (
    <nav aria-label="On this page" className="sticky top-24 hidden border-l border-line pl-5 lg:block">
      <p className="pb-2 font-semibold">On this page</p>
      <ul className="grid gap-1.5">
        {Object.entries(SECTIONS).map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`} className="text-muted no-underline hover:text-accent hover:underline">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Section({ id, children }: { id: keyof typeof SECTIONS; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="grid gap-4">
      <h2 id={id} className="text-3xl">
        {SECTIONS[id]}
      </h2>
      {children}
    </section>
  );
}

function Actions({ certification }: { certification: Certification }) {
  const { data } = useQuery(examsQuery);
  const exam = data?.find((one) => one.code === certification.code);
  const isOver = certification.status === 'retired';
  return (
    <div className="flex flex-wrap gap-3">
      {exam ? (
        <RouterLinkButton to={examAddress(`/exams/${exam.id}`)} look="primary">
          Sit a practice exam
        </RouterLinkButton>
      ) : null}
      {isOver ? null : (
        <RouterLinkButton to="/roadmap" search={{ to: certification.code }}>
          Plan the way to it
        </RouterLinkButton>
      )}
      <RouterLinkButton to="/compare" search={{ ids: certification.code }}>
        Compare it
      </RouterLinkButton>
    </div>
  );
}
