import { Slider } from '@cairn/ui';
import { useDeferredValue, useMemo } from 'react';
import { percent } from '../number-words.ts';
import { RadioRow, Toggle } from '../view/controls.tsx';
import { FigureFrame } from '../view/frame.tsx';
import { type FigureProps, useSetting } from '../view/use-setting.ts';
import { BEGIN, type Setting, SPLITS, study } from './model.ts';
import { ScoreBars, SplitGrid } from './pictures.view.tsx';
import { inWords, rowsOf, SPLIT_NAMES, sentence, TITLE } from './words.ts';

export function DataLeakageView({ params, caption }: FigureProps<Setting>) {
  const { setting, change, reset, isChanged } = useSetting(BEGIN, params);
  const calm = useDeferredValue(setting); // two dozen small models are trained: the slider must not wait for them
  const scores = useMemo(() => study(calm), [calm]);
  const rows = useMemo(() => rowsOf(BEGIN), []);
  return (
    <FigureFrame
      title={TITLE}
      caption={caption}
      sentence={sentence(calm, scores)}
      onReset={reset}
      isChanged={isChanged}
      words={{ text: inWords(rows), table: { head: ['Split', 'Test set', 'In use', 'Difference (points)'], rows } }}
      controls={<Controls setting={setting} change={change} />}
    >
      <SplitGrid split={setting.split} />
      <ScoreBars scores={scores} />
    </FigureFrame>
  );
}

type ControlsProps = { readonly setting: Setting; readonly change: (part: Partial<Setting>) => void };

function Controls({ setting, change }: ControlsProps) {
  return (
    <>
      <RadioRow
        legend="Split the rows"
        value={setting.split}
        options={SPLITS.map((value) => ({ value, label: SPLIT_NAMES[value] }))}
        onChange={(split) => change({ split })}
      />
      <Slider
        label="Alike per customer"
        value={setting.alikeness}
        min={0}
        max={1}
        step={0.1}
        text={percent(setting.alikeness)}
        onChange={(alikeness) => change({ alikeness })}
      />
      <Slider
        label="Change in the year"
        value={setting.change}
        min={0}
        max={1}
        step={0.1}
        text={percent(setting.change)}
        onChange={(value) => change({ change: value })}
      />
      <Toggle
        label="A column from afterwards"
        hint="As “refund paid”, to predict a complaint."
        isOn={setting.hasLateColumn}
        onChange={(hasLateColumn) => change({ hasLateColumn })}
      />
    </>
  );
}
