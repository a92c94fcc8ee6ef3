import type { NameCount, Survey } from '@cairn/postings';
import { Button } from '@cairn/ui';
import { useState } from 'react';
import { AskedRow } from './asked-row.tsx';
import { Section } from './section.tsx';
import { PercentScale, StrengthLegend } from './share-bar.tsx';

export function Asked({ survey }: { readonly survey: Survey }) {
  const of = (kind: NameCount['kind']) => survey.names.filter((name) => name.kind === kind && name.postings > 0);
  return (
    <Section title="Asked for most" lede="Each number opens the words of postings that it was counted from.">
      <StrengthLegend />
      <div className="grid items-start gap-x-12 gap-y-10 lg:grid-cols-2">
        <Names title="Skills" names={of('skill')} />
        <Names title="Services of the clouds" names={of('service')} />
      </div>
    </Section>
  );
}

const FIRST = 10;
const MORE = 25;

function Names({ title, names }: { readonly title: string; readonly names: readonly NameCount[] }) {
  const [count, setCount] = useState(FIRST);
  return (
    <div className="grid gap-4">
      <h3 className="text-xl">{title}</h3>
      {names.length === 0 ? <p className="text-muted">None of these postings names one.</p> : null}
      <ol className="grid gap-4">
        {names.slice(0, count).map((name) => (
          <AskedRow key={name.id} name={name} />
        ))}
      </ol>
      {names.length > 0 ? <PercentScale /> : null}
      {names.length > count ? (
        <Button look="quiet" size="small" className="-ml-3 w-fit" onClick={() => setCount(count + MORE)}>
          Show {Math.min(MORE, names.length - count)} more of {names.length}
        </Button>
      ) : null}
    </div>
  );
}
