import type { PayDifferences } from '@cairn/catalog';
import { BASIS_NAMES } from './pay-figures.ts';

/** Why the figures of this cell differ, by its own numbers: sources are explained, never averaged. */
export function WhyTheyDiffer({ differences }: { differences: readonly PayDifferences[] }) {
  const told = differences.filter(({ notes, spread }) => notes.length > 1 || spread !== undefined);
  if (told.length === 0) {
    return (
      <p className="text-muted">There is one figure only in each unit, so nothing here can be set against another.</p>
    );
  }
  return (
    <section aria-labelledby="why" className="grid gap-6">
      <h2 id="why" className="text-2xl">
        Why they differ
      </h2>
      {told.map(({ unit, spread, notes }) => (
        <div key={unit} className="grid gap-3">
          <h3 className="text-lg">In {unit}</h3>
          {spread ? <Spread spread={spread} /> : null}
          <ul className="grid gap-3 md:grid-cols-2 md:gap-x-8">
            {notes.map(({ basis, sentence, reason }) => (
              <li key={basis} className="border-l-2 border-accent/40 pl-3 text-[0.97rem]">
                <strong className="block">{BASIS_NAMES[basis]}</strong>
                <span className="block">{sentence}</span>
                <span className="block text-muted">{reason}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Spread({ spread: { low, high, share } }: { spread: NonNullable<PayDifferences['spread']> }) {
  return (
    <p>
      The highest middle is <strong>{Math.round(share * 100)} % above</strong> the lowest: {high.sourceName} (
      {high.reference}) against {low.sourceName} ({low.reference}). Both can be right: they count other people, in
      another way, at another time.
    </p>
  );
}
