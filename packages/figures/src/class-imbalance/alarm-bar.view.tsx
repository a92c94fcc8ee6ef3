import { useWidth } from '@cairn/ui';
import { grouped } from '../number-words.ts';
import { CASES, type Counts } from './model.ts';

/** Of 10,000 cases: what raises an alarm, and what is missed. Each row has a scale of its own, said beside it. */
export function AlarmBar({ counts, positives }: { readonly counts: Counts; readonly positives: string }) {
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = counts;
  return (
    <div className="grid min-w-0 gap-3">
      <p className="font-semibold">Of {grouped(CASES)} cases</p>
      <TwoParts
        title={`${grouped(truePositives + falsePositives)} alarms`}
        parts={[
          { text: `${grouped(truePositives)} right`, count: truePositives, fill: 'fill-accent' },
          { text: `${grouped(falsePositives)} false`, count: falsePositives, fill: 'fill-warn' },
        ]}
      />
      <TwoParts
        title={`${grouped(falseNegatives + trueNegatives)} without an alarm`}
        parts={[
          { text: `${grouped(falseNegatives)} ${positives} missed`, count: falseNegatives, fill: 'fill-bad' },
          { text: `${grouped(trueNegatives)} rightly left alone`, count: trueNegatives, fill: 'fill-muted' },
        ]}
      />
    </div>
  );
}

type Part = { readonly text: string; readonly count: number; readonly fill: string };

function TwoParts({ title, parts }: { readonly title: string; readonly parts: readonly [Part, Part] }) {
  const [box, width] = useWidth();
  const [first, second] = parts;
  const all = first.count + second.count;
  const cut = all === 0 ? 0 : (first.count / all) * width;
  return (
    <div ref={box} className="min-w-0 overflow-hidden">
      <svg
        role="img"
        aria-label={`${title}: ${first.text}, ${second.text}.`}
        className="chart block"
        width={width}
        height={56}
        viewBox={`0 0 ${width} 56`}
      >
        <text x={0} y={13}>
          {title}
        </text>
        {all > 0 ? (
          <>
            <rect x={0} y={20} width={Math.max(first.count > 0 ? 2 : 0, cut - 1)} height={14} className={first.fill} />
            <rect x={cut + 1} y={20} width={Math.max(0, width - cut - 1)} height={14} className={second.fill} />
          </>
        ) : null}
        <text x={0} y={50} className={`chart-strong ${first.fill}`}>
          {first.text}
        </text>
        <text x={width} y={50} textAnchor="end" className={`chart-strong ${second.fill}`}>
          {second.text}
        </text>
      </svg>
    </div>
  );
}
