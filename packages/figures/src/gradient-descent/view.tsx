import { Slider } from '@cairn/ui';
import { decimal } from '../number-words.ts';
import { FigureFrame } from '../view/frame.tsx';
import { Curve } from '../view/marks.tsx';
import { Plot } from '../view/plot.tsx';
import { type FigureProps, useSetting } from '../view/use-setting.ts';
import { BEGIN, descend, type Setting, type Step } from './model.ts';
import { Valley } from './valley.view.tsx';
import { inWords, lossText, rowsOf, sentence, TITLE } from './words.ts';

export function GradientDescentView({ params, caption }: FigureProps<Setting>) {
  const { setting, change, reset, isChanged } = useSetting(BEGIN, params);
  const path = descend(setting);
  return (
    <FigureFrame
      title={TITLE}
      caption={caption}
      sentence={sentence(setting, path)}
      onReset={reset}
      isChanged={isChanged}
      words={{
        text: inWords(setting),
        table: { head: ['Step', 'Distance along w₁', 'Distance along w₂', 'Loss'], rows: rowsOf(path) },
      }}
      controls={<Controls setting={setting} change={change} />}
      more={<LossPlot path={path} />}
    >
      <Valley path={path} setting={setting} onStart={(startX, startY) => change({ startX, startY })} />
    </FigureFrame>
  );
}

type ControlsProps = { readonly setting: Setting; readonly change: (part: Partial<Setting>) => void };

/** Rates on a scale of equal ratios: a step doubles in about seven notches. */
const rateAt = (notch: number): number => Number((0.005 * 1.1 ** notch).toPrecision(2));
const notchOf = (rate: number): number => Math.round(Math.log(rate / 0.005) / Math.log(1.1));

function Controls({ setting, change }: ControlsProps) {
  const { learningRate, steps, stretch } = setting;
  return (
    <>
      <Slider
        label="Learning rate"
        value={notchOf(learningRate)}
        min={0}
        max={55}
        text={decimal(learningRate, 3)}
        onChange={(notch) => change({ learningRate: rateAt(notch) })}
      />
      <Slider
        label="Steps"
        value={steps}
        min={1}
        max={60}
        text={`${steps}`}
        onChange={(value) => change({ steps: value })}
      />
      <Slider
        label="Steepness across"
        value={stretch}
        min={1}
        max={20}
        text={`${stretch} times along`}
        onChange={(value) => change({ stretch: value })}
      />
      <p className="text-[0.94rem] text-muted">Drag the start in the picture, or focus it and use the arrow keys.</p>
    </>
  );
}

function LossPlot({ path }: { readonly path: readonly Step[] }) {
  const first = path[0]?.loss ?? 1;
  const high = 1.5 * Math.max(first, 0.1);
  const points = path.map(({ loss }, x) => ({ x, y: loss }));
  return (
    <Plot
      title="Loss after each step"
      label={`The loss begins at ${lossText(first)} and is ${lossText(path.at(-1)?.loss ?? first)} after ${path.length - 1} steps.`}
      x={{ title: 'Step', low: 0, high: Math.max(1, path.length - 1) }}
      y={{ title: 'Loss', low: 0, high }}
      height={120}
    >
      {(space) => (
        <g clipPath={space.clip}>
          <Curve points={points} space={space} />
        </g>
      )}
    </Plot>
  );
}
