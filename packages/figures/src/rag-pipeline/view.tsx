import { Icon } from '@cairn/ui';
import { decimal } from '../number-words.ts';
import { RadioRow } from '../view/controls.tsx';
import { FigureFrame } from '../view/frame.tsx';
import { type FigureProps, useSetting } from '../view/use-setting.ts';
import { QUESTION } from './corpus.ts';
import { BEGIN, type Run, run, type Setting, STAGE_IDS } from './model.ts';
import { inWords, rowsOf, STAGES, sentence, sourceOf, TITLE } from './words.ts';

export function RagPipelineView({ params, caption }: FigureProps<Setting>) {
  const { setting, change, reset, isChanged } = useSetting(BEGIN, params);
  const result = run(setting);
  return (
    <FigureFrame
      title={TITLE}
      caption={caption}
      sentence={sentence(setting)}
      onReset={reset}
      isChanged={isChanged}
      words={{ text: inWords(setting), table: { head: ['Broken', 'Answer', 'Source', 'Symptom'], rows: rowsOf() } }}
      controls={
        <RadioRow
          legend="Break a stage"
          value={setting.broken}
          options={[
            { value: 'none', label: 'All work' },
            ...STAGE_IDS.map((id) => ({ value: id, label: STAGES[id].name })),
          ]}
          onChange={(broken) => change({ broken })}
        />
      }
    >
      <StageLine setting={setting} />
      <Passages result={result} />
      <Answer result={result} />
    </FigureFrame>
  );
}

/** The stages in their order; the broken one is marked in words, colour and sign. */
function StageLine({ setting }: { setting: Setting }) {
  return (
    <ol className="grid grid-cols-2 gap-2 @min-[30rem]:grid-cols-4">
      {STAGE_IDS.map((id, index) => {
        const isBroken = setting.broken === id;
        return (
          <li
            key={id}
            className={`rounded-lg border px-3 py-2 text-[0.94rem] leading-snug ${isBroken ? 'border-bad bg-bad-soft text-bad' : 'border-line'}`}
          >
            <span className="flex items-center gap-1.5 font-semibold">
              <span className="tabular-nums">{index + 1}</span>
              {STAGES[id].name}
              {isBroken ? <Icon name="cross" className="size-4" /> : null}
            </span>
            {isBroken ? STAGES[id].fault : <span className="text-muted">{STAGES[id].does}</span>}
          </li>
        );
      })}
    </ol>
  );
}

function Passages({ result }: { result: Run }) {
  return (
    <div>
      <p className="font-semibold">Passages in the prompt</p>
      <p className="text-[0.94rem] text-muted">
        The best of {result.indexed} in the index, with their likeness to the question.
      </p>
      <ol className="mt-1">
        {result.context.map(({ page, title, text, score }, index) => (
          <li key={`${page}-${text}`} className="flex gap-3 border-t border-line py-1.5">
            <span className="font-semibold text-accent tabular-nums">{index + 1}</span>
            <span className="min-w-0 flex-1">
              {text} <span className="text-[0.94rem] text-muted">{title}</span>
            </span>
            <span className="text-muted tabular-nums">{decimal(score)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Answer({ result }: { result: Run }) {
  return (
    <div
      className={`rounded-lg border p-3 ${result.isRight ? 'border-good/50 bg-good-soft' : 'border-bad/50 bg-bad-soft'}`}
    >
      <p className="text-[0.94rem] text-muted">{QUESTION}</p>
      <p className="font-display text-[1.15rem]">{result.answer}</p>
      <p className="text-[0.94rem]">
        <span className={`font-semibold ${result.isRight ? 'text-good' : 'text-bad'}`}>
          {result.isRight ? 'Right.' : 'Wrong or no answer.'}
        </span>{' '}
        Source: {sourceOf(result)}.
      </p>
    </div>
  );
}
