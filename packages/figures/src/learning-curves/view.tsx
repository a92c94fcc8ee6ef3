import { Slider } from '@cairn/ui';
import { useMemo } from 'react';
import { FigureFrame } from '../view/frame.tsx';
import { Curve, Dot, Name, Upright } from '../view/marks.tsx';
import { Plot } from '../view/plot.tsx';
import { type FigureProps, useSetting } from '../view/use-setting.ts';
import { BEGIN, EPOCHS, type EpochLoss, type Setting, type Stop, stopOf, train } from './model.ts';
import { inWords, lossText, rowsOf, sentence, TITLE } from './words.ts';

/** What the slider of the learning rate stops at: from crawling to running away. */
const RATES: readonly number[] = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2];

const rateStep = (rate: number): number =>
  RATES.reduce((near, one, at) => (Math.abs(one - rate) < Math.abs((RATES[near] ?? 0) - rate) ? at : near), 0);

export function LearningCurvesView({ params, caption }: FigureProps<Setting>) {
  const { setting, change, reset, isChanged } = useSetting(BEGIN, params);
  const { rows, learningRate, patience, seed } = setting;
  const losses = useMemo(() => train({ rows, learningRate, seed }), [rows, learningRate, seed]);
  const stop = stopOf(losses, patience);
  return (
    <FigureFrame
      title={TITLE}
      caption={caption}
      sentence={sentence(setting, losses, stop)}
      onReset={reset}
      isChanged={isChanged}
      words={{
        text: inWords(setting, losses),
        table: { head: ['Epoch', 'Training loss', 'Validation loss'], rows: rowsOf(losses) },
      }}
      controls={
        <>
          <Slider
            label="Patience"
            value={patience}
            min={1}
            max={40}
            text={`${patience} epoch${patience === 1 ? '' : 's'}`}
            onChange={(value) => change({ patience: value })}
          />
          <Slider
            label="Training rows"
            value={rows}
            min={20}
            max={400}
            step={20}
            text={`${rows}`}
            onChange={(value) => change({ rows: value })}
          />
          <Slider
            label="Learning rate"
            value={rateStep(learningRate)}
            min={0}
            max={RATES.length - 1}
            text={`${learningRate}`}
            onChange={(step) => change({ learningRate: RATES[step] ?? learningRate })}
          />
        </>
      }
    >
      <LossPlot losses={losses} stop={stop} />
    </FigureFrame>
  );
}

const HIGH = 3.5;

function LossPlot({ losses, stop }: { readonly losses: readonly EpochLoss[]; readonly stop: Stop }) {
  const training = losses.map(({ epoch, training: y }) => ({ x: epoch, y }));
  const validation = losses.map(({ epoch, validation: y }) => ({ x: epoch, y }));
  const { best, last } = stop;
  const end = losses.at(-1) ?? last;
  return (
    <Plot
      label={`Training and validation loss over ${end.epoch} epochs. Validation loss is least before the stop at epoch ${best.epoch}, ${lossText(best.validation)}; training stops after epoch ${last.epoch}.`}
      x={{ title: 'Epoch', low: 0, high: EPOCHS }}
      y={{ title: 'Loss (mean squared error)', low: 0, high: HIGH }}
      height={270}
    >
      {(space) => (
        <>
          <rect
            x={space.x(last.epoch)}
            y={space.top}
            width={Math.max(0, space.right - space.x(last.epoch))}
            height={space.bottom - space.top}
            className="fill-sunken/60"
          />
          <g clipPath={space.clip}>
            <Curve points={training} space={space} tone="ink" />
            <Curve points={validation} space={space} />
          </g>
          <Upright at={last.epoch} space={space} tone="warn" text={`stops after epoch ${last.epoch}`} />
          {best.validation <= HIGH ? (
            <>
              <Dot at={{ x: best.epoch, y: best.validation }} space={space} radius={7} />
              <Name
                at={{ x: best.epoch, y: best.validation }}
                space={space}
                text={`kept: epoch ${best.epoch}`}
                tone="accent"
                dy={24}
                anchor={best.epoch > 80 ? 'end' : 'start'}
              />
            </>
          ) : null}
          <EndName name="validation" y={end.validation} space={space} tone="accent" />
          <EndName name="training" y={end.training} space={space} tone="ink" />
        </>
      )}
    </Plot>
  );
}

type EndNameProps = Pick<Parameters<typeof Name>[0], 'space' | 'tone'> & { readonly name: string; readonly y: number };

function EndName({ name, y, space, tone = 'ink' }: EndNameProps) {
  if (y > HIGH) return null;
  return (
    <Name
      at={{ x: EPOCHS, y }}
      space={space}
      text={name}
      tone={tone}
      anchor="end"
      dx={-4}
      dy={name === 'validation' ? -22 : -9}
    />
  );
}
