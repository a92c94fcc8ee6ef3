import { testInformation } from '@cairn/psychometrics';
import { Callout, Card, LineChart } from '@cairn/ui';
import { counted } from '../app/words.ts';
import type { ItemAnalysis, Remark } from './analysis.ts';
import { gravity } from './flags.ts';
import { fixed } from './numbers.ts';

/** One sentence on the whole test, its figures, and where it measures well. */
export function Overview({ analysis }: { readonly analysis: ItemAnalysis }) {
  return (
    <div className="grid gap-5">
      <p role="status" className="max-w-3xl font-display text-2xl font-semibold leading-snug">
        {verdictOf(analysis.items)}
      </p>
      <Remarks remarks={analysis.remarks} />
      <Card className="grid gap-8 lg:grid-cols-[2fr_3fr]">
        <Figures analysis={analysis} />
        <Information analysis={analysis} />
      </Card>
    </div>
  );
}

/** Of a question with few answers nothing is known, so it is not said to be well. */
function verdictOf(items: ItemAnalysis['items']): string {
  const flagged = items.filter(({ flags }) => gravity(flags) >= 10).length;
  if (flagged > 0)
    return `${counted(flagged, 'question')} of ${items.length} ${flagged === 1 ? 'needs' : 'need'} a look.`;
  const judged = items.filter(({ flags }) => !flags.some(({ kind }) => kind === 'few-answers')).length;
  if (judged === 0) return 'Too few answers to judge any of these questions.';
  return judged === items.length
    ? `None of the ${items.length} questions stands out.`
    : `None of the ${judged} questions with enough answers stands out; ${items.length - judged} have too few.`;
}

function Remarks({ remarks }: { readonly remarks: readonly Remark[] }) {
  if (remarks.length === 0) return null;
  return (
    <ul className="grid gap-3">
      {remarks.map(({ tone, text, details }) => (
        <li key={text}>
          <Callout tone={tone} title={text}>
            {details && details.length > 0 ? (
              <ul className="list-disc ps-5 text-[0.94rem]">
                {details.map((detail) => (
                  <li key={detail}>{detail}</li>
                ))}
              </ul>
            ) : null}
          </Callout>
        </li>
      ))}
    </ul>
  );
}

const MODEL_NAMES = {
  rasch: 'Rasch: every question discriminates alike',
  '2pl': 'Two parameters: difficulty and discrimination',
} as const;

function Figures({ analysis }: { readonly analysis: ItemAnalysis }) {
  const { test, model, persons, items, answered } = analysis;
  const figures: [string, string, string][] = [
    [
      'Reliability, alpha',
      fixed(test.alpha),
      test.alpha !== undefined && test.alpha < 0
        ? 'Below 0: the questions contradict one another, or there are too few answers.'
        : 'How alike two such tests would rank these people. 0.9 carries decisions about persons, 0.7 about groups.',
    ],
    [
      'Standard error of a score',
      test.standardError === undefined ? '–' : `${fixed(test.standardError, 1)} points`,
      Number.isFinite(test.meanScore)
        ? `Of ${test.maximum}; the mean is ${fixed(test.meanScore, 1)}.`
        : 'Nobody has a score.',
    ],
    [
      'Reliability of ability',
      fixed(test.marginalReliability),
      model
        ? `${MODEL_NAMES[model.name]}. ${model.converged ? `${model.iterations} iterations` : 'It did not converge: do not rely on its numbers'}.`
        : 'No model could be fitted; see above.',
    ],
  ];
  return (
    <div className="grid content-start gap-4">
      <p className="text-muted">
        {counted(persons, 'person')}, {counted(items.length, 'question')}, {Math.round(answered * 100)} % of the cells
        answered.
      </p>
      <dl className="grid gap-4">
        {figures.map(([name, value, meaning]) => (
          <div key={name} className="grid gap-0.5 border-t border-line pt-3">
            <dt className="flex items-baseline justify-between gap-3 font-semibold">
              {name}
              <span className="whitespace-nowrap font-display text-2xl tabular-nums">{value}</span>
            </dt>
            <dd className="text-[0.94rem] text-muted">{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

const THETAS = Array.from({ length: 65 }, (_, k) => -4 + k / 8);

function Information({ analysis: { items, model, answered } }: { readonly analysis: ItemAnalysis }) {
  if (!model?.converged) return null; // a curve of numbers that did not settle would look sure
  const calibrated = items.flatMap(({ parameters }) => (parameters ? [parameters] : []));
  if (calibrated.length === 0) return null;
  const points = THETAS.map((theta) => ({ x: theta, y: testInformation(theta, calibrated) }));
  const best = points.reduce((most, point) => (point.y > most.y ? point : most));
  const whole = answered < 0.95 ? 'Answered in full, it' : 'It';
  const sentence = `${whole} measures best at ${fixed(best.x, 1)} logits, with a standard error of ${fixed(1 / Math.sqrt(best.y))}.`;
  return (
    <div className="grid content-start gap-2">
      <LineChart
        title="Where this test measures well"
        summary={sentence}
        x={{ title: 'Ability (logits from the mean)', min: -4, max: 4 }}
        y={{ title: 'Information (1/logit²), higher is sharper', min: 0 }}
        series={[{ label: 'Information', points }]}
      />
      <p className="text-[0.94rem] text-muted">{sentence}</p>
    </div>
  );
}
