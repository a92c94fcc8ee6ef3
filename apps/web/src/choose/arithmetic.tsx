import type { AdvisedCertification, Catalog } from '@cairn/catalog';
import { StackedBar } from '@cairn/ui';

/** Weight × value = points, criterion by criterion: nothing else enters the score. */
export function Arithmetic({ catalog, certification }: { catalog: Catalog; certification: AdvisedCertification }) {
  const rows = [...certification.contributions].sort((a, b) => b.points - a.points);
  const labelOf = (id: string) => catalog.advisor.criteria.find((one) => one.id === id)?.label ?? id;
  return (
    <div className="grid gap-5">
      <StackedBar
        title={`Points of ${certification.code}`}
        unit="points of 100"
        max={100}
        format={(value) => String(Number(value.toFixed(1)))}
        segments={rows.map(({ criterion, points }) => ({ label: labelOf(criterion), value: points * 100 }))}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on narrow screens, so the keyboard must reach it */}
      <section className="overflow-x-auto" aria-label="The arithmetic as a table" tabIndex={0}>
        <table className="w-full text-left text-[0.94rem] tabular-nums">
          <thead>
            <tr className="border-b border-line align-bottom">
              <th scope="col" className="py-1 pr-2 font-semibold">
                No.
              </th>
              <th scope="col" className="py-1 pr-2 font-semibold">
                Criterion
              </th>
              <th scope="col" className="py-1 pr-2 text-right font-semibold">
                Weight
              </th>
              <th scope="col" className="py-1 pr-2 text-right font-semibold">
                × Value
              </th>
              <th scope="col" className="py-1 text-right font-semibold">
                = Points
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ criterion, weight, value, points }, index) => (
              <tr key={criterion} className="border-b border-line">
                <td className="py-1 pr-2 text-muted">{index + 1}</td>
                <th scope="row" className="py-1 pr-2 font-normal">
                  {labelOf(criterion)}
                </th>
                <td className="py-1 pr-2 text-right">{(weight * 100).toFixed(1)}</td>
                <td className="py-1 pr-2 text-right">{value.toFixed(2)}</td>
                <td className="py-1 text-right font-semibold">{(points * 100).toFixed(1)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td />
              <th scope="row" colSpan={3} className="py-1 font-semibold">
                Sum
              </th>
              <td className="py-1 text-right font-semibold">{(certification.score * 100).toFixed(1)}</td>
            </tr>
          </tfoot>
        </table>
      </section>
      <p className="text-[0.94rem] text-muted">
        A value lies between 0 (worst) and 1 (best) on a fixed scale. It depends on you and this exam only, so another
        option never moves it. An open question counts as 0.5.
      </p>
    </div>
  );
}
