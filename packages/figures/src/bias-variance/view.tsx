import { Button, Slider } from '@cairn/ui';
import { useMemo } from 'react';
import { decimal } from '../number-words.ts';
import { FigureFrame } from '../view/frame.tsx';
import { Curve, Dot, Name, Upright } from '../view/marks.tsx';
import { Plot } from '../view/plot.tsx';
import { type FigureProps, useSetting } from '../view/use-setting.ts';
import { BEGIN, curveOf, DEGREES, otherFits, type Setting, type Study, studyOf, TRUTH, verdictOf } from './model.ts';
import { inWords, rowsOf, sentence, TITLE } from './words.ts';

export function BiasVarianceView({ params, caption }: FigureProps<Setting>) {
  const { setting, change, reset, isChanged } = useSetting(BEGIN, params);
  const { degree, points, noise, seed } = setting;
  const study = useMemo(() => studyOf({ points, noise, seed }), [points, noise, seed]);
  return (
    <FigureFrame
      title={TITLE}
      caption={caption}
      sentence={sentence(setting, study)}
      onReset={reset}
      isChanged={isChanged}
      words={{
        text: inWords(setting, study),
        table: { head: ['Degree', 'Training error', 'Validation error'], rows: rowsOf(study) },
      }}
      controls={
        <>
          <Slider
            label="Degree"
            value={degree}
            min={1}
            max={12}
            text={`${degree}: ${verdictOf(study, degree)}`}
            onChange={(value) => change({ degree: value })}
          />
          <Slider
            label="Training points"
            value={points}
            min={14}
            max={100}
            step={2}
            text={`${points}`}
            onChange={(value) => change({ points: value })}
          />
          <Slider
            label="Noise"
            value={noise}
            min={0}
            max={0.6}
            step={0.05}
            text={decimal(noise)}
            onChange={(value) => change({ noise: value })}
          />
        </>
      }
      actions={
        <Button size="small" onClick={() => change({ seed: seed + 1 })}>
          Draw other points
        </Button>
      }
      more={<ErrorPlot study={study} degree={degree} noise={noise} />}
    >
      <FitPlot study={study} setting={setting} />
    </FigureFrame>
  );
}

function FitPlot({ study, setting }: { readonly study: Study; readonly setting: Setting }) {
  const { degree } = setting;
  const fit = useMemo(() => curveOf(study.training, degree), [study, degree]);
  const others = useMemo(() => otherFits(setting), [setting]);
  return (
    <Plot
      label={`${study.training.length} points, the wave behind them, and the polynomial of degree ${degree} fitted to them: ${verdictOf(study, degree)}. Thin lines show the same degree fitted to other samples.`}
      x={{ title: 'x', low: -1, high: 1 }}
      y={{ title: 'y', low: -2, high: 2 }}
      height={250}
    >
      {(space) => (
        <>
          <g clipPath={space.clip}>
            <g className="opacity-45">
              {others.map((curve) => (
                <Curve key={curve.map(({ y }) => y).join()} points={curve} space={space} tone="muted" isThin />
              ))}
            </g>
            <Curve points={TRUTH} space={space} tone="ink" isDashed isThin />
            <Curve points={fit} space={space} />
          </g>
          {study.training.map((point) => (
            <Dot key={point.x} at={point} space={space} tone="ink" radius={4.5} />
          ))}
          <Name at={{ x: 0.34, y: 1 }} space={space} text="the truth" dy={-14} anchor="middle" />
          <text x={space.right - 4} y={space.top + 12} textAnchor="end" className="chart-strong chart-halo fill-accent">
            your fit
          </text>
          <text x={space.right - 4} y={space.top + 29} textAnchor="end" className="chart-halo">
            fits to other samples
          </text>
        </>
      )}
    </Plot>
  );
}

type ErrorPlotProps = { readonly study: Study; readonly degree: number; readonly noise: number };

/** Errors above it leave the picture: all that matters happens below. */
const HIGH = 1;

function ErrorPlot({ study, degree, noise }: ErrorPlotProps) {
  const { errors, best } = study;
  const training = errors.map((one) => ({ x: one.degree, y: one.training }));
  const validation = errors.map((one) => ({ x: one.degree, y: one.validation }));
  const now = errors.find((one) => one.degree === degree) ?? best;
  const isLow = (error: number) => error <= HIGH;
  return (
    <Plot
      title="Error by degree"
      label={`Training error falls with the degree. Validation error is least at degree ${best.degree}.`}
      x={{ title: 'Degree of the polynomial', low: 1, high: 12, ticks: DEGREES }}
      y={{ title: 'Error (root mean square)', low: 0, high: HIGH }}
      height={170}
    >
      {(space) => (
        <>
          <Upright at={degree} space={space} tone="muted" />
          <g clipPath={space.clip}>
            {noise > 0 ? (
              <Curve
                points={[
                  { x: 1, y: noise },
                  { x: 12, y: noise },
                ]}
                space={space}
                tone="muted"
                isDashed
                isThin
              />
            ) : null}
            <Curve points={training} space={space} tone="ink" />
            <Curve points={validation} space={space} />
          </g>
          {isLow(now.training) ? <Dot at={{ x: degree, y: now.training }} space={space} tone="ink" /> : null}
          {isLow(now.validation) ? <Dot at={{ x: degree, y: now.validation }} space={space} /> : null}
          <Name
            at={{ x: 1, y: errors[0]?.validation ?? 0 }}
            space={space}
            text="validation"
            tone="accent"
            dx={12}
            dy={-10}
          />
          <Name at={{ x: 1, y: errors[0]?.training ?? 0 }} space={space} text="training" dx={12} dy={20} />
          {noise > 0 ? (
            <Name at={{ x: 1, y: noise }} space={space} text="noise alone" tone="muted" dx={6} dy={-6} />
          ) : null}
        </>
      )}
    </Plot>
  );
}
