import type { Advice, AdvisedCertification, Catalog, Profile } from '@cairn/catalog';
import { Callout, Card, EmptyState, Fold, SourceNote } from '@cairn/ui';
import { evidenceOf } from '../app/evidence.ts';
import { TextLink } from '../app/links.tsx';
import { Arithmetic } from './arithmetic.tsx';
import { Flips } from './flips.tsx';
import { answersIn } from './profile.ts';
import { Gated, Ranked } from './ranked.tsx';
import { Weights } from './weights.tsx';
import { Winner } from './winner.tsx';

type AnswerPanelProps = { catalog: Catalog; profile: Profile; advice: Advice; onChange: (profile: Profile) => void };

export function AnswerPanel({ catalog, profile, advice, onChange }: AnswerPanelProps) {
  const open = advice.certifications.filter(({ gates }) => gates.length === 0);
  const gated = advice.certifications.filter(({ gates }) => gates.length > 0);
  const [first, second] = open;
  if (answersIn(profile) === 0) return <NothingAnswered />;
  return (
    <section
      id="answer"
      aria-label="Your answer"
      className="grid gap-6 lg:sticky lg:top-24 lg:max-h-[calc(100dvh-7rem)] lg:overflow-y-auto lg:pb-6 lg:pr-2"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself on wide screens, so the keyboard must reach it
      tabIndex={0}
    >
      <Notices catalog={catalog} advice={advice} />
      {first ? (
        <Card>
          <Winner advice={advice} profile={profile} first={first} second={second} />
          <div className="mt-6 border-b border-line">
            <Fold summary="The arithmetic">
              <Arithmetic catalog={catalog} certification={first} />
            </Fold>
            <Fold summary="What would change this answer">
              <Flips catalog={catalog} flips={advice.flips} onTry={onChange} />
            </Fold>
            <Fold summary="What matters to you">
              <Weights catalog={catalog} profile={profile} onChange={onChange} />
            </Fold>
            <Fold summary="Sources">
              <WinnerSources catalog={catalog} first={first} />
            </Fold>
          </div>
        </Card>
      ) : (
        <NothingOpen catalog={catalog} advice={advice} gated={gated} onChange={onChange} />
      )}
      {first ? (
        <Card>
          <Ranked
            title="Certifications"
            options={open.map(({ code, name, score, id }) => ({
              key: code,
              name,
              note: code,
              score,
              link: { code: id },
            }))}
          />
          <Gated gated={gated} />
        </Card>
      ) : null}
      <Card>
        <Ranked
          title="Roles"
          options={advice.roles.map(({ id, name, score, reasons }) => ({
            key: id,
            name,
            note: reasons[0] ?? '',
            score,
            link: { role: id },
          }))}
        />
      </Card>
    </section>
  );
}

function NothingAnswered() {
  return (
    <section id="answer" aria-label="Your answer" className="lg:sticky lg:top-24">
      <EmptyState title="Your answer appears here">
        Roles and certifications, ranked for you, from the first answer on. After three or four it says more about you
        than about the exams.
      </EmptyState>
    </section>
  );
}

type NothingOpenProps = Omit<AnswerPanelProps, 'profile'> & { gated: readonly AdvisedCertification[] };

/** Every exam is closed: what would open one matters more than the list. */
function NothingOpen({ catalog, advice, gated, onChange }: NothingOpenProps) {
  const ways = advice.flips.filter(({ about }) => about === 'certification');
  return (
    <Card>
      <h2 className="text-3xl">Nothing fits all your limits</h2>
      {ways.length > 0 ? (
        <>
          <p className="mt-2 mb-3 text-muted">One change is enough:</p>
          <Flips catalog={catalog} flips={ways} onTry={onChange} />
        </>
      ) : (
        <p className="mt-2 text-muted">Each exam is listed below with what closes it. Loosen one limit.</p>
      )}
      <Gated gated={gated} />
    </Card>
  );
}

/** The first sentence says what happened; the rest is for reading. */
function Notices({ catalog, advice }: { catalog: Catalog; advice: Advice }) {
  // That nothing is open is the heading of the answer already.
  const shown = advice.notices.filter(({ code }) => code !== 'none');
  return shown.map(({ code, sentence, equivalents, sources }) => {
    const [head = sentence, ...rest] = sentence.split(/(?<=\.) (?=[A-Z])/);
    return (
      <Callout key={`${code}${sentence}`} tone="warn" title={head} announce>
        {rest.length > 0 ? <p>{rest.join(' ')}</p> : null}
        <p className="flex flex-wrap items-center gap-x-4">
          {equivalents.map((one) => (
            <TextLink key={one} to="/certifications/$code" params={{ code: one.toLowerCase() }}>
              About {one}
            </TextLink>
          ))}
          {sources.length > 0 ? <SourceNote evidence={evidenceOf(catalog, { sources })} about={code} /> : null}
        </p>
      </Callout>
    );
  });
}

function WinnerSources({ catalog, first }: { catalog: Catalog; first: AdvisedCertification }) {
  const certification = catalog.certifications.find(({ code }) => code === first.code);
  return (
    <div className="grid gap-3">
      <ul className="grid gap-2">
        {first.sources.map((key) => {
          const source = catalog.sources.find((one) => one.key === key);
          return (
            <li key={key}>
              {source?.title ?? key}
              <span className="block wrap-anywhere text-[0.94rem] text-muted">{source?.address}</span>
            </li>
          );
        })}
      </ul>
      <p className="text-[0.94rem] text-muted">
        Life cycle and price were checked on {certification?.lifecycle.checkedOn ?? 'an unknown day'}. Values for fit
        and study hours are our estimates: {catalog.advisor.basis}
      </p>
    </div>
  );
}
