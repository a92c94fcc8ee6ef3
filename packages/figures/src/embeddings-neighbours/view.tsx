import { Slider } from '@cairn/ui';
import { useMemo } from 'react';
import { decimal } from '../number-words.ts';
import { RadioRow } from '../view/controls.tsx';
import { FigureFrame } from '../view/frame.tsx';
import { type FigureProps, useSetting } from '../view/use-setting.ts';
import { MeaningMap } from './map.view.tsx';
import { BEGIN, type Neighbour, neighboursOf, type Setting } from './model.ts';
import { inWords, measured, rowsOf, sentence, TITLE } from './words.ts';

export function EmbeddingsNeighboursView({ params, caption }: FigureProps<Setting>) {
  const { setting, change, reset, isChanged } = useSetting(BEGIN, params);
  const all = useMemo(() => neighboursOf(setting), [setting]);
  const found = all.slice(0, setting.k);
  return (
    <FigureFrame
      title={TITLE}
      caption={caption}
      sentence={sentence(setting, found)}
      onReset={reset}
      isChanged={isChanged}
      words={{
        text: inWords(setting),
        table: { head: ['Rank', 'Text', 'Cosine similarity', 'Distance'], rows: rowsOf(found) },
      }}
      controls={<Controls setting={setting} change={change} />}
      more={<NearestList found={found} setting={setting} />}
    >
      <MeaningMap all={all} setting={setting} onPick={(x, y) => change({ x: hundredth(x), y: hundredth(y) })} />
    </FigureFrame>
  );
}

const hundredth = (value: number): number => Math.round(value * 100) / 100;

type ControlsProps = { readonly setting: Setting; readonly change: (part: Partial<Setting>) => void };

function Controls({ setting, change }: ControlsProps) {
  return (
    <>
      <Slider
        label="Question: left, right"
        value={setting.x}
        min={-1}
        max={1}
        step={0.02}
        text={decimal(setting.x)}
        onChange={(x) => change({ x })}
      />
      <Slider
        label="Question: down, up"
        value={setting.y}
        min={-1}
        max={1}
        step={0.02}
        text={decimal(setting.y)}
        onChange={(y) => change({ y })}
      />
      <Slider
        label="Neighbours (k)"
        value={setting.k}
        min={1}
        max={8}
        text={String(setting.k)}
        onChange={(k) => change({ k })}
      />
      <RadioRow
        legend="Nearest by"
        value={setting.measure}
        options={[
          { value: 'cosine', label: 'Cosine' },
          { value: 'euclidean', label: 'Distance' },
        ]}
        onChange={(measure) => change({ measure })}
      />
    </>
  );
}

function NearestList({ found, setting }: { found: readonly Neighbour[]; setting: Setting }) {
  return (
    <ol className="grid gap-x-8 @min-[36rem]:grid-cols-2">
      {found.map((one, index) => (
        <li key={one.text} className="flex items-baseline gap-3 border-t border-line py-1.5">
          <span className="w-5 shrink-0 font-semibold text-accent tabular-nums">{index + 1}</span>
          <span className="min-w-0 flex-1">{one.text}</span>
          <span className="text-muted tabular-nums">{measured(one, setting)}</span>
        </li>
      ))}
    </ol>
  );
}
