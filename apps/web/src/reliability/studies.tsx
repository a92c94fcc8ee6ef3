import type { ValidationStudy } from '@cairn/contract';
import { Card, Fold, HorizontalBars, tight } from '@cairn/ui';
import { dayInWords } from '../app/words.ts';
import { CalibrationCurve, Measures } from './calibration-section.tsx';
import { curveSentence, rulesOf } from './measures.ts';
import { summaryOf } from './study-words.ts';

/** A study that ships with Cairn: predictions whose outcome is known, because the answers are. */
export function Study({ study }: { readonly study: ValidationStudy }) {
  const { id, title, ranOn, reliability } = study;
  const { rules, facts } = rulesOf(study);
  return (
    <section aria-labelledby={`study-${id}`} className="grid gap-4">
      <h2 id={`study-${id}`} className="text-2xl sm:text-3xl">
        {title}
      </h2>
      <p className="max-w-prose">{tight(summaryOf(study))}</p>
      <Card className="grid gap-8 lg:grid-cols-[3fr_2fr]">
        <div className="grid content-start gap-3">
          <CalibrationCurve title="Predicted and observed" found={reliability} />
          <p className="max-w-prose">{tight(curveSentence(reliability))}</p>
        </div>
        <div className="grid content-start gap-6">
          <Measures found={reliability} />
          {rules.length > 1 ? (
            <HorizontalBars
              title="Against other ways to say it"
              unit="Brier score, lower is better"
              labelHead="Said by"
              bars={rules.map(({ name, value, isOwn }) => ({
                label: name,
                value,
                text: value.toFixed(3),
                emphasis: isOwn,
              }))}
              format={(value) => value.toFixed(2)}
            />
          ) : null}
        </div>
      </Card>
      {facts.length > 0 ? (
        <Fold summary="More numbers of this study">
          <dl className="grid max-w-2xl gap-2">
            {facts.map(({ name, value }) => (
              <div key={name} className="flex items-baseline justify-between gap-4 border-b border-line pb-1">
                <dt>{name}</dt>
                <dd className="tabular-nums">{factText(value)}</dd>
              </div>
            ))}
          </dl>
        </Fold>
      ) : null}
      <p className="text-[0.94rem] text-muted">
        Computed on {dayInWords(ranOn)}; the same seeds give the same numbers.
      </p>
    </section>
  );
}

const factText = (value: number): string =>
  Number.isInteger(value) ? value.toLocaleString('en') : String(Number(value.toPrecision(3)));
