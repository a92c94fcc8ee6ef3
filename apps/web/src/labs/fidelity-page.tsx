import type { Fidelity } from '@cairn/contract';
import { Badge, Button, EmptyState, ErrorState, Field, Fold, Loading, Select, TextInput, type Tone } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { sentenceOf } from '../api.ts';
import { TextLink } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { counted } from '../app/words.ts';
import { FIDELITIES, type FidelityKind, type FidelityRow, findRows } from './fidelity-rows.ts';
import { fidelityQuery } from './lab-requests.ts';

export const fidelityPage = createLazyRoute('/labs/fidelity')({ component: FidelityPage });

const TONES: Record<FidelityKind, Tone> = { real: 'good', simplified: 'warn', 'shape-only': 'neutral' };

const EXPLAINED: readonly { readonly kind: FidelityKind; readonly text: string }[] = [
  { kind: 'real', text: 'It behaves as documented, refusals and limits included, as far as we could test it.' },
  { kind: 'simplified', text: 'It works, and something about it is not as in AWS. The table says what.' },
  {
    kind: 'shape-only',
    text: 'It takes and remembers what you send, and answers in the right form. It has no effect.',
  },
];

/** Rows on the screen at once; a search narrows better than a scroll. */
const MOST_ROWS = 100;

function FidelityPage() {
  const { data, error, refetch } = useQuery(fidelityQuery);
  return (
    <Page
      title="How real is the sandbox?"
      kicker={<TextLink to="/labs">Labs</TextLink>}
      lede="It is not AWS. It is a program on this machine that answers the tools of AWS as AWS would, for the calls below. Whatever is not listed is refused, never made up."
    >
      <dl className="grid gap-4 sm:grid-cols-3">
        {EXPLAINED.map(({ kind, text }) => (
          <div key={kind} className="grid content-start gap-2 border-l-2 border-accent/50 pl-4">
            <dt>
              <Badge tone={TONES[kind]}>{FIDELITIES[kind]}</Badge>
            </dt>
            <dd className="text-muted">{text}</dd>
          </div>
        ))}
      </dl>
      {error ? (
        <ErrorState title="The list could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} />
      ) : null}
      {!data && !error ? <Loading label="Reading what the sandbox can do" lines={5} /> : null}
      {data ? <Operations fidelity={data} /> : null}
    </Page>
  );
}

function Operations({ fidelity: { rows, missing } }: { fidelity: Fidelity }) {
  const [words, setWords] = useState('');
  const [kind, setKind] = useState<FidelityKind | 'all'>('all');
  const [most, setMost] = useState(MOST_ROWS);
  const found = findRows(rows, { words, kind });
  return (
    <section aria-labelledby="operations" className="grid gap-5">
      <h2 id="operations" className="text-2xl sm:text-3xl">
        {counted(rows.length, 'operation')}
      </h2>
      <div className="grid max-w-2xl gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Field label="Search">
          {(control) => (
            <TextInput
              {...control}
              type="search"
              placeholder="s3 put object"
              value={words}
              onChange={({ currentTarget: { value } }) => setWords(value)}
            />
          )}
        </Field>
        <Field label="How real">
          {(control) => (
            <Select
              {...control}
              value={kind}
              options={[
                { value: 'all', label: 'All' },
                ...EXPLAINED.map((one) => ({ value: one.kind, label: FIDELITIES[one.kind] })),
              ]}
              onChange={({ currentTarget: { value } }) =>
                setKind(EXPLAINED.find((one) => one.kind === value)?.kind ?? 'all')
              }
            />
          )}
        </Field>
      </div>
      <p role="status" className="text-[0.94rem] text-muted">
        {found.length === rows.length ? '' : `${found.length} of ${counted(rows.length, 'operation')}`}
      </p>
      {found.length === 0 ? (
        <EmptyState title="Nothing found">
          <p>The sandbox has no such operation. A call of it is refused with a sentence that says so.</p>
        </EmptyState>
      ) : (
        <OperationTable rows={found.slice(0, most)} />
      )}
      {found.length > most ? (
        <div>
          <Button onClick={() => setMost(most + 5 * MOST_ROWS)}>Show more of {found.length}</Button>
        </div>
      ) : null}
      <Missing missing={missing} />
    </section>
  );
}

function OperationTable({ rows }: { rows: readonly FidelityRow[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, so the keyboard must reach it
    <section className="overflow-x-auto" tabIndex={0} aria-label="Operations">
      <table className="w-full min-w-[36rem] text-[0.94rem]">
        <thead>
          <tr className="border-b border-line text-left text-muted">
            {['Service', 'Operation', 'How real', 'What differs'].map((name) => (
              <th key={name} scope="col" className="py-2 pr-4 font-semibold">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ service, operation, fidelity, differs }) => (
            <tr key={`${service} ${operation}`} className="border-b border-line align-top">
              <td className="py-2 pr-4 text-muted">{service}</td>
              <td className="py-2 pr-4 font-semibold">{operation}</td>
              <td className="py-2 pr-4">
                <Badge tone={TONES[fidelity]}>{FIDELITIES[fidelity]}</Badge>
              </td>
              <td className="py-2">{differs}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Missing({ missing }: { missing: Fidelity['missing'] }) {
  if (missing.length === 0) return null;
  return (
    <Fold summary="What these services have for real, and the sandbox has not">
      <ul className="grid gap-1 sm:grid-cols-2 lg:grid-cols-3">
        {missing.map(({ service, operations }) => (
          <li key={service}>
            {service}: {counted(operations, 'operation')}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
