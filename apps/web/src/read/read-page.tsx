import type { Catalog } from '@cairn/catalog';
import { Card, SourceNote } from '@cairn/ui';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { evidenceOf } from '../app/evidence.ts';
import { TextLink } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { WithCatalog } from '../app/with-catalog.tsx';
import { dayInWords } from '../app/words.ts';

export const readPage = createLazyRoute('/read')({ component: ReadPage });

const SHELVES = [
  { to: '/read/faq', title: 'Questions and answers', text: 'Hard or not, worth it or not, what pays, how to prepare.' },
  { to: '/read/glossary', title: 'Glossary', text: 'The words of the trade in plain sentences.' },
  {
    to: '/read/services',
    title: 'Which service',
    text: 'Needs down the side, AWS and Azure across, closed services marked.',
  },
  { to: '/certifications', title: 'Certifications', text: 'Every exam: shape, domains, cost, life cycle, sources.' },
  { to: '/read/pay', title: 'Pay', text: 'Figures side by side, with what they measure and how many they count.' },
  {
    to: '/cost',
    title: 'Cost and return',
    text: 'What a path costs, and what it would have to bring to pay for itself.',
  },
  {
    to: '/reliability',
    title: 'How honest is the number?',
    text: 'Chances that were stated, beside how often they held.',
  },
  {
    to: '/simulation',
    title: 'What can 30 answers tell?',
    text: 'What a test of that length can and cannot see. Try it.',
  },
] as const;

function ReadPage() {
  return (
    <Page title="Read" lede="What is known about roles, exams and pay: each fact with its source and its date.">
      <ul className="grid gap-4 sm:grid-cols-2">
        {SHELVES.map(({ to, title, text }) => (
          <li key={to}>
            <Link
              to={to}
              className="block h-full rounded-xl border border-line bg-card p-6 text-ink no-underline shadow-card hover:border-accent"
            >
              <span className="block font-display text-2xl font-semibold">{title}</span>
              <span className="text-muted">{text}</span>
            </Link>
          </li>
        ))}
      </ul>
      <WithCatalog>{(catalog) => <RolesAndNews catalog={catalog} />}</WithCatalog>
    </Page>
  );
}

function RolesAndNews({ catalog }: { catalog: Catalog }) {
  const news = [...catalog.news].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
  return (
    <div className="grid gap-10 lg:grid-cols-2">
      <section aria-labelledby="roles" className="grid content-start gap-4">
        <h2 id="roles" className="text-2xl">
          Roles
        </h2>
        <ul className="divide-y divide-line border-y border-line">
          {catalog.roles.map(({ id, name, summary }) => (
            <li key={id} className="py-3">
              <TextLink to="/roles/$id" params={{ id }} className="font-semibold">
                {name}
              </TextLink>
              <p className="text-muted">{summary}</p>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="news" className="grid content-start gap-4">
        <h2 id="news" className="text-2xl">
          What changed lately
        </h2>
        {news.length === 0 ? <p className="text-muted">No change is recorded in this catalog.</p> : null}
        <ul className="grid gap-3">
          {news.map((one) => (
            <li key={one.id}>
              <Card className="!p-4">
                <p className="font-semibold">
                  {one.subject}
                  {one.date ? <span className="font-normal text-muted"> · {dayInWords(one.date)}</span> : null}
                </p>
                <p>
                  {one.text} <SourceNote evidence={evidenceOf(catalog, one)} about={one.subject} />
                </p>
              </Card>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
