import { Button, Slider } from '@cairn/ui';
import { useDeferredValue, useMemo } from 'react';
import { decimal } from '../number-words.ts';
import { FigureFrame } from '../view/frame.tsx';
import { type FigureProps, useSetting } from '../view/use-setting.ts';
import { BEGIN, type Setting, trainedOn, WEEKS, watch } from './model.ts';
import { DistributionPlot, ErrorPlot, IndexPlot } from './pictures.view.tsx';
import { inWords, rowsOf, sentence, TITLE } from './words.ts';

export function DriftOverTimeView({ params, caption }: FigureProps<Setting>) {
  const { setting, change, reset, isChanged } = useSetting(BEGIN, params);
  const { week, retrained, seed } = setting;
  const speed = useDeferredValue(setting.speed);
  const watched = useMemo(() => watch({ speed, seed, retrained }), [speed, seed, retrained]);
  const { reference, weeks, measures } = watched;
  const base = trainedOn(week, weeks, reference, retrained);
  const isJustTrained = retrained.includes(week);
  const retrain = () => change({ retrained: [...retrained, week].sort((a, b) => a - b) });
  return (
    <FigureFrame
      title={TITLE}
      caption={caption}
      sentence={sentence(setting, measures)}
      onReset={reset}
      isChanged={isChanged}
      words={{
        text: useMemo(() => inWords({ ...BEGIN, speed }), [speed]),
        table: { head: ['Week', 'PSI', 'KS distance', 'KS p-value', 'Error'], rows: rowsOf(measures) },
      }}
      controls={<Controls setting={setting} change={change} />}
      actions={
        <Button size="small" disabled={isJustTrained || week < 1} onClick={retrain}>
          {isJustTrained ? `Trained in week ${week}` : 'Train anew now'}
        </Button>
      }
      more={
        <div className="grid gap-x-6 gap-y-4 @min-[36rem]:grid-cols-2">
          <DistributionPlot trained={base.xs} now={weeks[week]?.xs ?? []} week={week} />
          <ErrorPlot measures={measures} setting={setting} />
        </div>
      }
    >
      <IndexPlot measures={measures} setting={setting} onPick={(value) => change({ week: Math.round(value) })} />
    </FigureFrame>
  );
}

type ControlsProps = { readonly setting: Setting; readonly change: (part: Partial<Setting>) => void };

function Controls({ setting, change }: ControlsProps) {
  const { week, speed, alarmAt } = setting;
  return (
    <>
      <Slider
        label="Week"
        value={week}
        min={0}
        max={WEEKS - 1}
        text={`${week}`}
        onChange={(value) => change({ week: value })}
      />
      <Slider
        label="Drift a week"
        value={speed}
        min={0}
        max={0.2}
        step={0.02}
        text={`${decimal(speed)} SD`}
        onChange={(value) => change({ speed: value })}
      />
      <Slider
        label="Alarm at a PSI of"
        value={alarmAt}
        min={0.05}
        max={1}
        step={0.05}
        text={decimal(alarmAt)}
        onChange={(value) => change({ alarmAt: value })}
      />
    </>
  );
}
