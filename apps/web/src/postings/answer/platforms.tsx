import { FEW, type Survey, sentencesOf } from '@cairn/postings';
import { Callout, EmptyState } from '@cairn/ui';
import { AskedRow } from './asked-row.tsx';
import { Section, Sentences } from './section.tsx';
import { PercentScale, StrengthLegend } from './share-bar.tsx';

/** Sentences say the shares of the first clouds again; beside the chart only the order and its doubt add something. */
const ORDERS = 3;

export function Platforms({ survey }: { readonly survey: Survey }) {
  const asked = survey.platforms.filter(({ postings }) => postings > 0);
  const sentences = sentencesOf(survey);
  const orders = sentences.filter(({ about }) => about === 'order-of-platforms').slice(0, ORDERS);
  return (
    <Section
      title="Which cloud"
      lede="Share of the postings that ask for each cloud, by its own name or by one of its services."
    >
      {asked.length === 0 ? (
        <EmptyState title="None of these postings asks for a cloud" />
      ) : (
        <div className="grid max-w-4xl gap-4">
          <StrengthLegend />
          {survey.postings < FEW ? <FewPostings survey={survey} /> : null}
          <ul className="grid gap-4">
            {asked.map((platform) => (
              <AskedRow key={platform.id} name={platform} />
            ))}
          </ul>
          <PercentScale />
          <Sentences texts={orders.map(({ text }) => text)} />
        </div>
      )}
    </Section>
  );
}

function FewPostings({ survey }: { readonly survey: Survey }) {
  const first = sentencesOf(survey).find(({ about }) => about === 'platforms');
  return (
    <Callout tone="warn" title="Few postings prove little">
      {first ? <p>{first.text}</p> : null}
    </Callout>
  );
}
