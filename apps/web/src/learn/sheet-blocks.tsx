import type { SheetBlock } from '@cairn/contract';
import { InlineMarkdown, SourceNote } from '@cairn/ui';
import { ServiceDecisions } from './service-decisions.tsx';

type Block<Kind extends SheetBlock['kind']> = Extract<SheetBlock, { kind: Kind }>;

export function SheetBlockView({ block }: { block: SheetBlock }) {
  return (
    <section className={`sheet-block ${block.kind === 'services' || isWide(block) ? 'sheet-wide' : ''}`}>
      <h3 className="flex flex-wrap items-baseline justify-between gap-x-3 pb-2 font-sans text-[1.06rem] font-semibold tracking-normal">
        {block.title}
        <BlockSources block={block} />
      </h3>
      <Content block={block} />
    </section>
  );
}

const isWide = (block: SheetBlock): boolean => block.kind === 'table' && block.head.length > 3;

function Content({ block }: { block: SheetBlock }) {
  switch (block.kind) {
    case 'services':
      return <ServiceDecisions needs={block.needs} title={block.title} />;
    case 'table':
      return <SheetTable block={block} />;
    case 'formulas':
      return <Formulas block={block} />;
    case 'distinctions':
      return <Distinctions block={block} />;
  }
}

function BlockSources({ block }: { block: SheetBlock }) {
  if (block.kind === 'services') return null;
  const evidence = block.sources.map(({ url, title, checkedOn }) => ({ source: title, url, date: checkedOn }));
  return (
    <span className="font-normal print:hidden">
      <SourceNote evidence={evidence} about={block.title} />
    </span>
  );
}

function SheetTable({ block: { title, head, rows } }: { block: Block<'table'> }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset, and no landmark, of which a sheet would have many
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, so the keyboard must reach it
    <div role="group" tabIndex={0} aria-label={title} className="overflow-x-auto print:overflow-visible">
      <table className="w-full text-left text-[0.97rem] print:text-[7.6pt]">
        <thead>
          <tr>
            {head.map((text) => (
              <th key={text} scope="col" className="border-b border-line py-1 pr-4 font-semibold print:py-0">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join('|')} className="break-inside-avoid align-top">
              {row.map((text, column) => (
                <td key={head[column]} className="border-b border-line py-1 pr-4 wrap-anywhere print:py-0">
                  <InlineMarkdown text={text} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Formulas({ block: { formulas } }: { block: Block<'formulas'> }) {
  return (
    <dl className="grid gap-2 print:gap-0.5 print:text-[7.6pt]">
      {formulas.map(({ name, formula, says }) => (
        <div key={name} className="break-inside-avoid border-b border-line pb-2 print:pb-0">
          <dt className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-semibold">{name}</span>
            <span className="font-mono text-[0.9em]">{formula}</span>
          </dt>
          <dd className="text-[0.94rem] text-muted print:text-[7.4pt]">{says}</dd>
        </div>
      ))}
    </dl>
  );
}

function Distinctions({ block: { pairs } }: { block: Block<'distinctions'> }) {
  return (
    <dl className="grid gap-2 print:gap-0.5 print:text-[7.6pt]">
      {pairs.map(({ between, tell }) => (
        <div key={between} className="break-inside-avoid border-b border-line pb-2 print:pb-0">
          <dt className="font-semibold">{between}</dt>
          <dd>
            <InlineMarkdown text={tell} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
