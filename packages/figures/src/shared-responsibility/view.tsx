import { Button, Icon } from '@cairn/ui';
import { useId } from 'react';
import { RadioRow } from '../view/controls.tsx';
import { FigureFrame } from '../view/frame.tsx';
import { type FigureProps, useSetting } from '../view/use-setting.ts';
import {
  BEGIN,
  countOf,
  type Marked,
  MODEL_IDS,
  MODELS,
  marked,
  type Party,
  type Setting,
  solved,
  TASKS,
} from './model.ts';
import { HEAD, inWords, PARTIES, rowsOf, sentence, TITLE } from './words.ts';

export function SharedResponsibilityView({ params, caption }: FigureProps<Setting>) {
  const { setting, change, reset, isChanged } = useSetting(BEGIN, params);
  return (
    <FigureFrame
      title={TITLE}
      caption={caption}
      sentence={sentence(setting)}
      onReset={reset}
      isChanged={isChanged}
      words={{ text: inWords(setting), table: { head: HEAD, rows: rowsOf() } }}
      controls={
        <RadioRow
          legend="What you use"
          value={setting.model}
          options={MODEL_IDS.map((id) => ({ value: id, label: MODELS[id] }))}
          onChange={(model) => change({ model })}
        />
      }
      actions={
        <Button size="small" onClick={() => change({ placed: solved(setting.model) })}>
          Show all
        </Button>
      }
      more={<Balance setting={setting} />}
    >
      <ul>
        {marked(setting).map((row) => (
          <TaskRow
            key={row.id}
            row={row}
            onPlace={(party) => change({ placed: { ...setting.placed, [row.id]: party } })}
          />
        ))}
      </ul>
    </FigureFrame>
  );
}

const ALL: readonly Party[] = ['you', 'shared', 'provider'];

/** One task and three places for it; right or wrong is said by a sign and a word, not by colour alone. */
function TaskRow({ row, onPlace }: { row: Marked; onPlace: (party: Party) => void }) {
  const name = useId();
  const isRight = row.placed === row.right;
  return (
    <li className="border-t border-line py-1.5">
      <fieldset className="grid items-center gap-x-4 gap-y-1 @min-[30rem]:grid-cols-[1fr_auto]">
        <legend className="sr-only">{row.task}</legend>
        <span aria-hidden="true" className="leading-snug">
          {row.task}
        </span>
        <span className="flex items-center gap-1">
          {ALL.map((party) => (
            <label
              key={party}
              className="flex min-h-9 cursor-pointer items-center rounded-lg border border-muted/60 px-3 text-[0.94rem] hover:border-accent has-checked:border-accent has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                name={name}
                className="sr-only"
                checked={row.placed === party}
                onChange={() => onPlace(party)}
              />
              {PARTIES[party]}
            </label>
          ))}
          <span className="grid w-6 place-items-center">
            {row.placed === undefined ? null : (
              <>
                <Icon name={isRight ? 'check' : 'cross'} className={`size-5 ${isRight ? 'text-good' : 'text-bad'}`} />
                <span className="sr-only">{isRight ? 'right' : 'not so'}</span>
              </>
            )}
          </span>
        </span>
      </fieldset>
    </li>
  );
}

/** How the tasks divide under each model: the line moves, and never reaches the end. */
function Balance({ setting }: { setting: Setting }) {
  const looks: Record<Party, string> = { you: 'bg-accent', shared: 'bg-accent/45', provider: 'bg-sunken' };
  return (
    <div className="grid gap-1.5">
      <p className="font-semibold">How {TASKS.length} tasks divide</p>
      {MODEL_IDS.map((id) => (
        <div
          key={id}
          className={`grid items-center gap-x-4 @min-[30rem]:grid-cols-[12rem_1fr] ${id === setting.model ? 'font-semibold' : ''}`}
        >
          <span className="text-[0.94rem]">{MODELS[id]}</span>
          <span className="flex h-6 overflow-hidden rounded border border-line" aria-hidden="true">
            {ALL.map((party) => (
              <span
                key={party}
                className={looks[party]}
                style={{ width: `${(countOf(id, party) / TASKS.length) * 100}%` }}
              />
            ))}
          </span>
          <span className="text-[0.94rem] font-normal text-muted @min-[30rem]:col-start-2">
            {countOf(id, 'you')} yours, {countOf(id, 'shared')} shared, {countOf(id, 'provider')} the provider’s
          </span>
        </div>
      ))}
    </div>
  );
}
