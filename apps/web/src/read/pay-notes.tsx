import { ageOf, type Catalog, type SalaryCell, type SalaryGroup } from '@cairn/catalog';
import { Badge, SourceNote } from '@cairn/ui';
import { evidenceOf } from '../app/evidence.ts';
import { today } from '../app/today.ts';
import { endsInWords } from './pay-figures.ts';

/** Each figure by itself: what its ends are, how many it counts, from when it is, where it was read. */
export function EachFigure({ catalog, groups }: { catalog: Catalog; groups: readonly SalaryGroup[] }) {
  return (
    <section aria-labelledby="each" className="grid gap-6">
      <h2 id="each" className="text-2xl">
        Each figure
      </h2>
      {groups.map(({ basis, label, cells }) => (
        <div key={basis} className="grid gap-3">
          <h3 className="text-lg">{label}</h3>
          <ul className="grid gap-x-8 gap-y-3 md:grid-cols-2">
            {cells.map((cell) => (
              <CellNote key={cell.state === 'shown' ? cell.salary.id : cell.id} catalog={catalog} cell={cell} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function CellNote({ catalog, cell }: { catalog: Catalog; cell: SalaryCell }) {
  if (cell.state === 'suppressed') {
    return (
      <li className="text-[0.94rem] text-muted">
        <span className="font-semibold">{cell.label}</span>: not shown. {cell.reason}
      </li>
    );
  }
  const { salary, size } = cell;
  const age = ageOf(salary, today());
  const parts = [salary.regionLabel, endsInWords(salary), size, salary.reference, salary.via && `via ${salary.via}`];
  return (
    <li className="text-[0.94rem]">
      <span className="font-semibold">{salary.label}</span>{' '}
      <Badge tone={age.isOld ? 'warn' : 'neutral'}>{age.text}</Badge>
      <span className="block text-muted">
        {salary.sourceName}: {parts.filter(Boolean).join(' · ')}{' '}
        <SourceNote evidence={evidenceOf(catalog, salary)} about={salary.label} />
      </span>
      {salary.note ? <span className="block text-muted">{salary.note}</span> : null}
      {salary.growth ? <span className="block text-muted">Outlook: {salary.growth}</span> : null}
    </li>
  );
}
