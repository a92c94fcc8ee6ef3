import { Badge, Callout, Card } from '@cairn/ui';
import { useEffect, useRef } from 'react';
import { TextLink } from '../app/links.tsx';
import { type Dif, difficultyOf, type ItemReport } from './analysis.ts';
import { FLAG_WORDS } from './flags.ts';
import { CharacteristicCurve, OptionCurves } from './item-charts.tsx';
import { fixed, pValue, wholePercent, withError } from './numbers.ts';

type DetailProps = {
  readonly item: ItemReport;
  readonly before: string | undefined;
  readonly after: string | undefined;
};

/** Everything about one question: what is wrong with it first, then the curves, then the numbers. */
export function ItemDetail({ item, before, after }: DetailProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question is another place to read from
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start' });
  }, [item.id]);
  return (
    <section aria-labelledby="question" className="grid gap-6">
      <nav aria-label="Questions" className="flex flex-wrap gap-x-6 gap-y-2">
        <TextLink to="/authors/item-analysis" search={{}} resetScroll={false}>
          All questions
        </TextLink>
        {before === undefined ? null : <ItemLink id={before} text="Previous" />}
        {after === undefined ? null : <ItemLink id={after} text="Next" />}
      </nav>
      <h2 id="question" ref={heading} tabIndex={-1} className="scroll-mt-24 text-3xl">
        Question {item.id}
      </h2>
      <Flags item={item} />
      {item.observed.length > 0 || item.options.length > 0 ? (
        <Card className="grid gap-8 lg:grid-cols-2">
          {item.observed.length > 0 ? <CharacteristicCurve item={item} /> : null}
          {item.options.length > 0 ? <OptionCurves options={item.options} /> : null}
        </Card>
      ) : null}
      <div className="grid items-start gap-8 lg:grid-cols-2">
        {item.options.length > 0 ? <OptionTable item={item} /> : null}
        <Numbers item={item} />
      </div>
    </section>
  );
}

function ItemLink({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <TextLink to="/authors/item-analysis" search={{ item: id }} resetScroll={false}>
      {text}: {id}
    </TextLink>
  );
}

function Flags({ item: { flags } }: { readonly item: ItemReport }) {
  if (flags.length === 0) return <Callout tone="good" title="Nothing about this question stands out." />;
  return (
    <ul className="grid gap-3">
      {flags.map(({ kind, sentence }) => (
        <li key={kind}>
          <Callout tone={FLAG_WORDS[kind].tone} title={sentence}>
            <p>{FLAG_WORDS[kind].advice}</p>
          </Callout>
        </li>
      ))}
    </ul>
  );
}

function OptionTable({ item: { options } }: { readonly item: ItemReport }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: no landmark, only a box that scrolls
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, so the keyboard must reach it
    <div role="group" aria-label="Table of options" tabIndex={0} className="overflow-x-auto">
      <table className="w-full text-left">
        <thead>
          <tr className="border-b border-line">
            {['Option', 'Chosen by', 'Share', 'Correlation with the rest'].map((head) => (
              <th key={head} scope="col" className="py-2 pr-4 font-semibold">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {options.map(({ label, isKey, count, share, discrimination }) => (
            <tr key={label} className="border-b border-line">
              <th scope="row" className="py-2 pr-4 font-semibold">
                {label} {isKey ? <Badge tone="accent">Key</Badge> : null}
              </th>
              <td className="py-2 pr-4 tabular-nums">{count.toLocaleString('en')}</td>
              <td className="py-2 pr-4 tabular-nums">{wholePercent(share)}</td>
              <td className="py-2 pr-4 tabular-nums">{fixed(discrimination)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function difText({ reference, focal, delta, p, severity }: Dif): string {
  const harder = delta < 0 ? focal : reference;
  const found = severity === 'A' ? 'No difference that matters' : `Harder for “${harder}” at equal score`;
  return `${found} (ETS class ${severity}, Δ ${fixed(delta)}, p ${pValue(p)})`;
}

function Numbers({ item }: { readonly item: ItemReport }) {
  const { parameters, errors, fit, dif } = item;
  const rows: [string, string][] = [
    ['Answers', item.answers.toLocaleString('en')],
    ['Share of the points', wholePercent(item.easiness)],
    ['Correlation with the other questions', fixed(item.discrimination)],
    ['Discrimination a (per logit)', withError(parameters?.a, errors.a)],
    ['Difficulty b (logits)', withError(difficultyOf(parameters), errors.b)],
    [
      'Fit S-X² (a small p: the curve does not describe it)',
      fit ? `${fixed(fit.statistic, 1)} on ${fit.degrees} df, p ${pValue(fit.p)}` : '–',
    ],
    ['Infit, outfit (1 is expected)', `${fixed(item.infit)}, ${fixed(item.outfit)}`],
    ...(dif ? [[`“${dif.focal}” against “${dif.reference}”`, difText(dif)] satisfies [string, string]] : []),
  ];
  return (
    <dl className="grid gap-1">
      {rows.map(([name, value]) => (
        <div key={name} className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line py-1.5">
          <dt className="text-muted">{name}</dt>
          <dd className="tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
