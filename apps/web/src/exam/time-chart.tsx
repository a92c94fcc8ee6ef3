import type { Report } from '@cairn/contract';
import { ChartFrame, linear, ticks } from '@cairn/ui';
import { clockText, spokenTime } from './countdown.ts';

const HEAD = 20;
const HEIGHT = 190;
const LEFT = 44;

/** Time on each question against the even pace. Filled: all points; hollow: points lost. */
export function TimeChart({ report }: { report: Report }) {
  const { questions, limitSeconds } = report;
  const pace = limitSeconds === null ? undefined : limitSeconds / Math.max(1, questions.length);
  const longest = Math.max(pace ?? 0, 60, ...questions.map(({ seconds }) => seconds));
  const total = questions.reduce((sum, { seconds }) => sum + seconds, 0);
  const slow = pace === undefined ? 0 : questions.filter(({ seconds }) => seconds > 2 * pace).length;
  return (
    <ChartFrame
      title="Time on each question"
      height={HEAD + HEIGHT + 40}
      summary={`${questions.length} questions in ${spokenTime(total)}.${
        pace === undefined ? '' : ` An even pace is ${spokenTime(pace)} each; ${slow} took more than twice that.`
      }`}
      table={{
        head: ['Question', 'Time', 'Points'],
        rows: questions.map(({ number, seconds, points, possible }) => [
          String(number),
          clockText(seconds),
          `${points} of ${possible}`,
        ]),
      }}
    >
      {(width) => {
        const y = linear([0, longest * 1.08], [HEAD + HEIGHT, HEAD]);
        const gap = (width - LEFT) / Math.max(1, questions.length);
        return (
          <>
            <Scale longest={longest} y={y} width={width} />
            {questions.map((question, index) => (
              <Bar key={question.slot} question={question} x={LEFT + index * gap} gap={gap} y={y} />
            ))}
            {pace === undefined ? null : <PaceLine pace={pace} y={y(pace)} width={width} />}
            <Numbers count={questions.length} gap={gap} width={width} />
          </>
        );
      }}
    </ChartFrame>
  );
}

function Scale({ longest, y, width }: { longest: number; y: (seconds: number) => number; width: number }) {
  return (
    <g>
      <text x={0} y={12}>
        minutes
      </text>
      {ticks(0, longest / 60, 4).map((minutes) => (
        <g key={minutes}>
          <line x1={LEFT - 4} x2={width} y1={y(minutes * 60)} y2={y(minutes * 60)} className="stroke-line" />
          <text x={LEFT - 8} y={y(minutes * 60) + 4} textAnchor="end">
            {minutes}
          </text>
        </g>
      ))}
    </g>
  );
}

type BarProps = {
  readonly question: Report['questions'][number];
  readonly x: number;
  readonly gap: number;
  readonly y: (seconds: number) => number;
};

function Bar({ question, x, gap, y }: BarProps) {
  if (question.seconds === 0) return null; // never opened: no time is not a short time
  const isRight = question.points >= question.possible;
  const width = Math.max(1.5, Math.min(26, gap * 0.72));
  const top = Math.min(y(question.seconds), y(0) - 1.5);
  return (
    <rect
      x={x + (gap - width) / 2}
      y={top}
      width={width}
      height={y(0) - top}
      rx={Math.min(3, width / 3)}
      className={isRight ? 'fill-accent stroke-accent' : 'fill-card stroke-bad'}
      strokeWidth={1.5}
    />
  );
}

function PaceLine({ pace, y, width }: { pace: number; y: number; width: number }) {
  return (
    <g>
      <line x1={LEFT} x2={width} y1={y} y2={y} className="stroke-ink" strokeWidth={1.5} strokeDasharray="6 4" />
      <text x={width} y={y - 6} textAnchor="end" className="chart-strong chart-halo">
        {`even pace ${clockText(pace)}`}
      </text>
    </g>
  );
}

function Numbers({ count, gap, width }: { count: number; gap: number; width: number }) {
  const every = [1, 2, 5, 10, 20].find((step) => gap * step >= 24) ?? 50;
  const shown = Array.from({ length: count }, (_, index) => index + 1).filter(
    (number) => number % every === 0 || (number === 1 && every > 2),
  );
  return (
    <g>
      {shown.map((number) => (
        <text key={number} x={LEFT + (number - 0.5) * gap} y={HEAD + HEIGHT + 16} textAnchor="middle">
          {number}
        </text>
      ))}
      <text x={width} y={HEAD + HEIGHT + 34} textAnchor="end">
        question
      </text>
    </g>
  );
}
