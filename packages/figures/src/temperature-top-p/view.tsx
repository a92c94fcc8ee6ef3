import { Button, Slider, tight, useWidth } from '@cairn/ui';
import { useMemo } from 'react';
import { decimal, percent } from '../number-words.ts';
import { FigureFrame } from '../view/frame.tsx';
import { type FigureProps, useSetting } from '../view/use-setting.ts';
import { BEGIN, CANDIDATES, type Candidate, DRAWS, distribution, PROMPT, type Setting, sampleWords } from './model.ts';
import { inWords, rowsOf, sentence, TITLE } from './words.ts';

export function TemperatureTopPView({ params, caption }: FigureProps<Setting>) {
  const { setting, change, reset, isChanged } = useSetting(BEGIN, params);
  const candidates = useMemo(() => distribution(setting), [setting]);
  const drawn = sampleWords(candidates, setting.seed);
  return (
    <FigureFrame
      title={TITLE}
      caption={caption}
      sentence={sentence(setting, candidates)}
      onReset={reset}
      isChanged={isChanged}
      words={{
        text: inWords(setting),
        table: { head: ['Next word', 'After temperature', 'Drawn with'], rows: rowsOf(candidates) },
      }}
      controls={<Controls setting={setting} change={change} />}
      actions={
        <Button size="small" onClick={() => change({ seed: setting.seed + 1 })}>
          Draw {DRAWS} again
        </Button>
      }
    >
      <p className="font-semibold">
        {PROMPT} <span className="rounded bg-accent-soft px-2 text-accent">…</span>
      </p>
      <Bars candidates={candidates} drawn={drawn} />
    </FigureFrame>
  );
}

type ControlsProps = { readonly setting: Setting; readonly change: (part: Partial<Setting>) => void };

function Controls({ setting, change }: ControlsProps) {
  const { temperature, topP, topK } = setting;
  return (
    <>
      <Slider
        label="Temperature"
        value={temperature}
        min={0}
        max={2}
        step={0.1}
        text={temperature === 0 ? '0 (always the first)' : decimal(temperature, 1)}
        onChange={(value) => change({ temperature: value })}
      />
      <Slider
        label="Top-p"
        value={topP}
        min={0.05}
        max={1}
        step={0.05}
        text={topP === 1 ? '1 (off)' : decimal(topP)}
        onChange={(value) => change({ topP: value })}
      />
      <Slider
        label="Top-k"
        value={topK}
        min={1}
        max={CANDIDATES.length}
        text={topK === CANDIDATES.length ? 'all' : String(topK)}
        onChange={(value) => change({ topK: value })}
      />
    </>
  );
}

const ROW = 27;
const HEAD = 20;
/** Room for the longest word, and for the percentages and the count at the end. */
const LEFT = 96;
const RIGHT = 96;

type BarsProps = { readonly candidates: readonly Candidate[]; readonly drawn: readonly string[] };

/** Full bars are what is drawn with; an outline shows what the word had before the tail was cut. */
function Bars({ candidates, drawn }: BarsProps) {
  const [box, width] = useWidth();
  const scale = (width - LEFT - RIGHT) / Math.max(...candidates.flatMap(({ before, after }) => [before, after]));
  const height = HEAD + candidates.length * ROW;
  const label = candidates.map(({ word, after }) => `${word} ${after > 0 ? percent(after) : 'cut'}`).join(', ');
  return (
    <div ref={box} className="min-w-0 overflow-hidden">
      <svg
        role="img"
        aria-label={`Probability of the next word: ${label}.`}
        className="chart block"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
      >
        <text x={width - 46} y={12} textAnchor="end">
          Probability
        </text>
        <text x={width} y={12} textAnchor="end">
          Drawn
        </text>
        {candidates.map(({ word, before, after }, row) => (
          <g key={word} transform={`translate(0 ${HEAD + row * ROW})`}>
            <text x={0} y={17} className={after > 0 ? 'chart-strong' : ''}>
              {word}
            </text>
            <rect
              x={LEFT}
              y={4}
              width={Math.max(1, before * scale)}
              height={17}
              rx={4}
              className="fill-sunken stroke-muted/50"
            />
            {after > 0 ? (
              <rect x={LEFT} y={4} width={Math.max(1.5, after * scale)} height={17} rx={4} className="fill-accent" />
            ) : null}
            <text x={width - 46} y={17} textAnchor="end" className={after > 0 ? 'chart-strong' : ''}>
              {after > 0 ? tight(percent(after, after < 0.01 ? 1 : 0)) : 'cut'}
            </text>
            <text x={width} y={17} textAnchor="end">
              {drawn.filter((one) => one === word).length}×
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
