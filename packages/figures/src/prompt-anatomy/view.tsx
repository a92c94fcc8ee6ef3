import { Button, Icon } from '@cairn/ui';
import { counted } from '../number-words.ts';
import { Toggle } from '../view/controls.tsx';
import { FigureFrame } from '../view/frame.tsx';
import { type FigureProps, useSetting } from '../view/use-setting.ts';
import { type Anatomy, anatomyOf, BEGIN, MESSAGE, type Setting } from './model.ts';
import { inWords, rowsOf, sentence, TITLE, WANTED } from './words.ts';

const ALL_ON: Setting = { role: true, task: true, context: true, examples: true, format: true };

export function PromptAnatomyView({ params, caption }: FigureProps<Setting>) {
  const { setting, change, reset, isChanged } = useSetting(BEGIN, params);
  const anatomy = anatomyOf(setting);
  return (
    <FigureFrame
      title={TITLE}
      caption={caption}
      sentence={sentence(anatomy)}
      onReset={reset}
      isChanged={isChanged}
      words={{
        text: inWords(setting),
        table: { head: ['Part', 'State', 'Tokens', 'Without it'], rows: rowsOf(anatomy) },
      }}
      controls={anatomy.parts.map(({ id, name, isOn, tokens }) => (
        <Toggle
          key={id}
          label={name}
          isOn={isOn}
          hint={counted(tokens, 'token')}
          onChange={(next) => change({ [id]: next })}
        />
      ))}
      actions={
        <Button size="small" onClick={() => change(ALL_ON)}>
          All on
        </Button>
      }
      more={<Failures anatomy={anatomy} />}
    >
      <Prompt anatomy={anatomy} />
      <Answer text={anatomy.answer} />
    </FigureFrame>
  );
}

/** The prompt as the model reads it; a part that is off leaves a dashed gap. */
function Prompt({ anatomy }: { anatomy: Anatomy }) {
  return (
    <div>
      <p className="mb-1.5 font-semibold">The prompt, {counted(anatomy.tokens, 'token')}</p>
      <div className="grid gap-1 rounded-lg border border-line bg-sunken/50 p-3 text-[0.94rem]">
        {anatomy.parts.map(({ id, name, text, isOn }) =>
          isOn ? (
            <p key={id} className="border-l-3 border-accent pl-3 whitespace-pre-line">
              <span className="sr-only">{name}: </span>
              {text}
            </p>
          ) : (
            <p key={id} className="border-l-3 border-dashed border-muted/60 pl-3 text-muted">
              {name} left out
            </p>
          ),
        )}
        <p className="border-l-3 border-ink pl-3">{MESSAGE}</p>
      </div>
    </div>
  );
}

function Answer({ text }: { text: string }) {
  const isWanted = text === WANTED;
  return (
    <div
      className={`rounded-lg border p-3 ${isWanted ? 'border-good/50 bg-good-soft' : 'border-warn/50 bg-warn-soft'}`}
    >
      <p className="text-[0.94rem] text-muted">What comes back, for example</p>
      <p className={`break-words ${text.startsWith('{') ? 'font-mono text-[0.94rem]' : ''}`}>{text}</p>
    </div>
  );
}

function Failures({ anatomy }: { anatomy: Anatomy }) {
  return (
    <ul className="grid gap-x-8 @min-[36rem]:grid-cols-2">
      {anatomy.parts.map(({ id, name, failure, isOn }) => (
        <li key={id} className="flex gap-2.5 border-t border-line py-2 leading-snug">
          <Icon
            name={isOn ? 'check' : 'warning'}
            className={`mt-0.5 size-5 shrink-0 ${isOn ? 'text-good' : 'text-warn'}`}
          />
          <span>
            <span className="font-semibold">{isOn ? `${name} prevents: ` : `No ${name.toLowerCase()}: `}</span>
            <span className="text-muted">{failure}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
