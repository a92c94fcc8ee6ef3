import { averagePrecision, precisionRecallCurve, rocAuc, rocCurve } from '@cairn/learning-algorithms';
import { Button, Slider } from '@cairn/ui';
import { useMemo } from 'react';
import { decimal } from '../number-words.ts';
import { Amount } from '../view/controls.tsx';
import { FigureFrame } from '../view/frame.tsx';
import { type FigureProps, useSetting } from '../view/use-setting.ts';
import {
  BEGIN,
  cheapest,
  confusionAt,
  costCurve,
  drawSample,
  falsePositiveRateOf,
  precisionOf,
  recallOf,
  type Setting,
} from './model.ts';
import { CostPlot, RatePlot, ScoresPlot } from './pictures.view.tsx';
import { inWords, rowsOf, sentence, TITLE } from './words.ts';

export function DecisionThresholdView({ params, caption }: FigureProps<Setting>) {
  const { setting, change, reset, isChanged } = useSetting(BEGIN, params);
  const { separation, seed, threshold } = setting;
  const sample = useMemo(() => drawSample({ separation, seed }), [separation, seed]);
  const curves = useMemo(() => curvesOf(sample), [sample]);
  const counts = confusionAt(sample, threshold);
  const costs = costCurve(sample, setting);
  const best = cheapest(costs);
  const pick = (value: number) => change({ threshold: Math.round(value * 100) / 100 });
  return (
    <FigureFrame
      title={TITLE}
      caption={caption}
      sentence={sentence(setting, counts, best)}
      onReset={reset}
      isChanged={isChanged}
      words={{ text: inWords(setting), table: { head: ['At this threshold', 'Value'], rows: rowsOf(setting, counts) } }}
      controls={<Controls setting={setting} change={change} />}
      actions={
        <Button size="small" onClick={() => change({ threshold: best.threshold })}>
          Go to the cheapest
        </Button>
      }
      more={
        <>
          <div className="grid gap-x-6 gap-y-4 @min-[36rem]:grid-cols-2">
            <RatePlot
              title="ROC curve"
              x="False positive rate"
              y="Recall (true positive rate)"
              points={curves.roc}
              at={{ x: falsePositiveRateOf(counts), y: recallOf(counts) }}
              area={`area ${decimal(curves.auc)}`}
              isChanceDiagonal
            />
            <RatePlot
              title="Precision–recall curve"
              x="Recall"
              y="Precision"
              points={curves.precisionRecall}
              at={{ x: recallOf(counts), y: precisionOf(counts) }}
              area={`average ${decimal(curves.averagePrecision)}`}
            />
          </div>
          <CostPlot curve={costs} best={best} setting={setting} onPick={pick} />
        </>
      }
    >
      <ScoresPlot sample={sample} setting={setting} counts={counts} onPick={pick} />
    </FigureFrame>
  );
}

type ControlsProps = {
  readonly setting: Setting;
  readonly change: (part: Partial<Setting>) => void;
};

function Controls({ setting, change }: ControlsProps) {
  const { threshold, separation, currency } = setting;
  return (
    <>
      <Slider
        label="Threshold"
        value={threshold}
        min={0}
        max={1}
        step={0.01}
        text={decimal(threshold)}
        onChange={(value) => change({ threshold: value })}
      />
      <Slider
        label="Distance of the classes"
        value={separation}
        min={0.4}
        max={3.2}
        step={0.1}
        text={`${decimal(separation, 1)} SD`}
        onChange={(value) => change({ separation: value })}
      />
      <Amount
        label="A false alarm costs"
        unit={`${currency} (example)`}
        value={setting.falseAlarmCost}
        min={0}
        max={100_000}
        onChange={(falseAlarmCost) => change({ falseAlarmCost })}
      />
      <Amount
        label="A missed case costs"
        unit={`${currency} (example)`}
        value={setting.missCost}
        min={0}
        max={100_000}
        onChange={(missCost) => change({ missCost })}
      />
    </>
  );
}

function curvesOf({ labels, scores }: ReturnType<typeof drawSample>) {
  return {
    roc: rocCurve(labels, scores).map((point) => ({ x: point.falsePositiveRate, y: point.truePositiveRate })),
    precisionRecall: precisionRecallCurve(labels, scores).map((point) => ({ x: point.recall, y: point.precision })),
    auc: rocAuc(labels, scores),
    averagePrecision: averagePrecision(labels, scores),
  };
}
