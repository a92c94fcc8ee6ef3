import { Slider } from '@cairn/ui';
import { useId } from 'react';
import { counted, grouped } from '../number-words.ts';
import { Amount } from '../view/controls.tsx';
import { FigureFrame } from '../view/frame.tsx';
import { type FigureProps, useSetting } from '../view/use-setting.ts';
import { BEGIN, fillWindow, type Setting } from './model.ts';
import { tokenize } from './tokenizer.ts';
import { WindowBar } from './window-bar.view.tsx';
import { inWords, rowsOf, sentence, TITLE } from './words.ts';

export function TokensAndContextView({ params, caption }: FigureProps<Setting>) {
  const { setting, change, reset, isChanged } = useSetting(BEGIN, params);
  const window = fillWindow(setting);
  return (
    <FigureFrame
      title={TITLE}
      caption={caption}
      sentence={sentence(setting, window)}
      onReset={reset}
      isChanged={isChanged}
      words={{
        text: inWords(setting),
        table: { head: ['Part', 'Tokens wanted', 'Tokens sent'], rows: rowsOf(window) },
      }}
      controls={<Controls setting={setting} change={change} />}
    >
      <TokenText text={setting.text} onChange={(text) => change({ text })} />
      <WindowBar window={window} total={setting.windowTokens} />
    </FigureFrame>
  );
}

type ControlsProps = { readonly setting: Setting; readonly change: (part: Partial<Setting>) => void };

function Controls({ setting, change }: ControlsProps) {
  return (
    <>
      <Slider
        label="Window"
        value={setting.windowTokens}
        min={2000}
        max={32_000}
        step={1000}
        text={`${grouped(setting.windowTokens)} tokens`}
        onChange={(windowTokens) => change({ windowTokens })}
      />
      <Slider
        label="Earlier exchanges"
        value={setting.turns}
        min={0}
        max={60}
        text={`${setting.turns} × ${setting.turnTokens} tokens`}
        onChange={(turns) => change({ turns })}
      />
      <Slider
        label="Retrieved passages"
        value={setting.passages}
        min={0}
        max={20}
        text={`${setting.passages} × ${setting.passageTokens} tokens`}
        onChange={(passages) => change({ passages })}
      />
      <Slider
        label="Room for the answer"
        value={setting.answerTokens}
        min={100}
        max={4000}
        step={100}
        text={`${grouped(setting.answerTokens)} tokens`}
        onChange={(answerTokens) => change({ answerTokens })}
      />
      <Amount
        label="Example price, input"
        unit="$ / million"
        value={setting.priceIn}
        min={0}
        max={1000}
        onChange={(priceIn) => change({ priceIn })}
      />
      <Amount
        label="Example price, output"
        unit="$ / million"
        value={setting.priceOut}
        min={0}
        max={1000}
        onChange={(priceOut) => change({ priceOut })}
      />
    </>
  );
}

const MOST_LETTERS = 2000;

/** A learner's own text, and the same text cut into its tokens. */
function TokenText({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const id = useId();
  const tokens = tokenize(text);
  return (
    <div className="grid gap-2">
      <label htmlFor={id} className="font-semibold">
        Question (write your own)
      </label>
      <textarea
        id={id}
        rows={3}
        maxLength={MOST_LETTERS}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="w-full rounded-lg border border-muted/70 bg-card px-3 py-2"
      />
      <p className="text-[0.94rem] text-muted">
        About {counted(tokens.length, 'token')} for {counted([...text].length, 'character')}, by a simple tokenizer of
        our own; each model has another.
      </p>
      <p aria-hidden="true" className="max-h-40 overflow-y-auto font-mono text-[0.86rem] leading-7 break-words">
        {tokens.map((token, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place in the text
            key={index}
            className={`rounded-xs py-0.5 whitespace-pre-wrap ${index % 2 === 0 ? 'bg-accent-soft' : 'bg-warn-soft'}`}
          >
            {token}
          </span>
        ))}
      </p>
    </div>
  );
}
