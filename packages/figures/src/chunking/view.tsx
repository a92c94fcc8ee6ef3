import { Slider } from '@cairn/ui';
import { useMemo } from 'react';
import { percent } from '../number-words.ts';
import { RadioRow } from '../view/controls.tsx';
import { FigureFrame } from '../view/frame.tsx';
import { type FigureProps, useSetting } from '../view/use-setting.ts';
import { ChunkStrip, RetrievedChunks } from './chunks.view.tsx';
import { QUESTIONS } from './document.ts';
import { answerOf, BEGIN, retrieve, type Setting, STRATEGIES } from './model.ts';
import { inWords, rowsOf, STRATEGY_NAMES, sentence, TITLE } from './words.ts';

export function ChunkingView({ params, caption }: FigureProps<Setting>) {
  const { setting, change, reset, isChanged } = useSetting(BEGIN, params);
  const retrieval = useMemo(() => retrieve(setting), [setting]);
  const answer = answerOf(setting.question);
  return (
    <FigureFrame
      title={TITLE}
      caption={caption}
      sentence={sentence(setting, retrieval)}
      onReset={reset}
      isChanged={isChanged}
      words={{
        text: inWords(setting),
        table: { head: ['Rank', 'Words of the document', 'Length', 'Similarity'], rows: rowsOf(retrieval) },
      }}
      controls={<Controls setting={setting} change={change} />}
    >
      <RadioRow
        legend="Question"
        value={setting.question}
        options={QUESTIONS.map(({ id, text }) => ({ value: id, label: text }))}
        onChange={(question) => change({ question })}
      />
      <ChunkStrip retrieval={retrieval} answer={answer} />
      <RetrievedChunks retrieval={retrieval} answer={answer} />
    </FigureFrame>
  );
}

type ControlsProps = { readonly setting: Setting; readonly change: (part: Partial<Setting>) => void };

function Controls({ setting, change }: ControlsProps) {
  return (
    <>
      <RadioRow
        legend="Cut"
        value={setting.strategy}
        options={STRATEGIES.map((strategy) => ({ value: strategy, label: STRATEGY_NAMES[strategy] }))}
        onChange={(strategy) => change({ strategy })}
      />
      {setting.strategy === 'headings' ? (
        <p className="text-[0.94rem] text-muted">
          A section stays whole, so its length is what it is. Small neighbours may share a chunk.
        </p>
      ) : null}
      <Slider
        label="Chunk size"
        value={setting.size}
        min={15}
        max={150}
        step={5}
        text={`${setting.size} words`}
        onChange={(size) => change({ size })}
      />
      <Slider
        label="Overlap"
        value={setting.overlap}
        min={0}
        max={0.5}
        step={0.05}
        text={percent(setting.overlap)}
        onChange={(overlap) => change({ overlap })}
      />
    </>
  );
}
