import { Button, Slider } from '@cairn/ui';
import { useMemo } from 'react';
import { decimal, percent } from '../number-words.ts';
import { Toggle } from '../view/controls.tsx';
import { FigureFrame } from '../view/frame.tsx';
import { type FigureProps, useSetting } from '../view/use-setting.ts';
import { BEGIN, closing, drawGroup, type Gaps, ratesAt, type Setting } from './model.ts';
import { GroupPlot, RateDots } from './pictures.view.tsx';
import { inWords, rowsOf, sentence, TITLE } from './words.ts';

export function ConfusionByGroupView({ params, caption }: FigureProps<Setting>) {
  const { setting, change, reset, isChanged } = useSetting(BEGIN, params);
  const { thresholdA, isShared, baseRateB, seed } = setting;
  const thresholdB = isShared ? thresholdA : setting.thresholdB;
  const people = useMemo(
    () => ({ a: drawGroup('A', { baseRateB, seed }), b: drawGroup('B', { baseRateB, seed }) }),
    [baseRateB, seed],
  );
  const a = ratesAt(people.a, thresholdA);
  const b = ratesAt(people.b, thresholdB);
  const close = (gap: keyof Gaps) => change({ isShared: false, thresholdB: closing(gap, a, people.b) });
  return (
    <FigureFrame
      title={TITLE}
      caption={caption}
      sentence={sentence(a, b)}
      onReset={reset}
      isChanged={isChanged}
      words={{
        text: inWords(setting),
        table: { head: ['Of 1,000 applicants', 'Group A', 'Group B'], rows: rowsOf(a, b) },
      }}
      controls={<Controls setting={setting} change={change} thresholdB={thresholdB} />}
      actions={
        <>
          <Button size="small" onClick={() => close('equalOpportunity')}>
            Equal opportunity
          </Button>
          <Button size="small" onClick={() => close('demographicParity')}>
            Demographic parity
          </Button>
        </>
      }
      more={<RateDots a={a} b={b} />}
    >
      <GroupPlot name="Group A" people={people.a} threshold={thresholdA} rates={a} />
      <GroupPlot name="Group B" people={people.b} threshold={thresholdB} rates={b} />
    </FigureFrame>
  );
}

type ControlsProps = {
  readonly setting: Setting;
  readonly change: (part: Partial<Setting>) => void;
  readonly thresholdB: number;
};

function Controls({ setting, change, thresholdB }: ControlsProps) {
  const { thresholdA, isShared, baseRateB } = setting;
  const threshold = (label: string, value: number, onChange: (value: number) => void) => (
    <Slider label={label} value={value} min={0} max={1} step={0.01} text={decimal(value)} onChange={onChange} />
  );
  return (
    <>
      {threshold(isShared ? 'Threshold for both' : 'Threshold for A', thresholdA, (value) =>
        change({ thresholdA: value }),
      )}
      {isShared ? null : threshold('Threshold for B', thresholdB, (value) => change({ thresholdB: value }))}
      <Toggle
        label="One threshold for both"
        isOn={isShared}
        onChange={(isOn) => change({ isShared: isOn, thresholdB })}
      />
      <Slider
        label="Group B repays"
        value={baseRateB}
        min={0.2}
        max={0.8}
        step={0.05}
        text={`${percent(baseRateB)} (A: 60 %)`}
        onChange={(value) => change({ baseRateB: value })}
      />
    </>
  );
}
