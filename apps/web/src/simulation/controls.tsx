import { Button, Field, Select, Slider } from '@cairn/ui';
import type { ReactNode } from 'react';
import { logits, percent, rightOf100 } from './findings.ts';
import { type Amount, LIMITS, type Setting } from './setting.ts';

type ControlsProps = {
  readonly setting: Setting;
  readonly onChange: (next: Setting) => void;
};

export function Controls({ setting, onChange }: ControlsProps) {
  const slider = (key: Amount, label: string, text: string, hint?: ReactNode) => (
    <Slider
      label={label}
      value={setting[key]}
      {...LIMITS[key]}
      text={text}
      hint={hint}
      onChange={(value) => onChange({ ...setting, [key]: value })}
    />
  );
  const isGroup = setting.truth === 'group';
  const right = rightOf100(setting.ability, setting.guessing);
  return (
    <form
      aria-label="What is simulated"
      className="grid gap-5 rounded-xl border border-line bg-card p-5 shadow-card"
      onSubmit={(event) => event.preventDefault()}
    >
      {slider('answers', 'Answers', `${setting.answers}`)}
      <Field label="Who answers">
        {(control) => (
          <Select
            {...control}
            value={setting.truth}
            options={[
              { value: 'one', label: 'One candidate, again and again' },
              { value: 'group', label: 'A group of candidates' },
            ]}
            onChange={({ currentTarget }) =>
              onChange({ ...setting, truth: currentTarget.value === 'group' ? 'group' : 'one' })
            }
          />
        )}
      </Field>
      {slider(
        'ability',
        isGroup ? 'Mean true ability' : 'True ability',
        `${logits(setting.ability)} logits`,
        `${isGroup ? 'Somebody at the mean gives' : 'Gives'} ${right} right answers of 100.`,
      )}
      {isGroup ? slider('spread', 'Spread of true ability', `${setting.spread.toFixed(1)} logits`) : null}
      {slider(
        'cut',
        'Line for “ready”',
        `${logits(setting.cut)} logits`,
        `Whoever gives ${rightOf100(setting.cut, setting.guessing)} right answers of 100 stands at it.`,
      )}
      <Field label="Questions">
        {(control) => (
          <Select
            {...control}
            value={setting.choice}
            options={[
              { value: 'random', label: 'Drawn at random, as in an exam' },
              { value: 'adaptive', label: 'Adaptive: the most telling ones' },
            ]}
            onChange={({ currentTarget }) =>
              onChange({ ...setting, choice: currentTarget.value === 'adaptive' ? 'adaptive' : 'random' })
            }
          />
        )}
      </Field>
      {slider(
        'miscalibration',
        'Error in difficulties',
        `± ${setting.miscalibration.toFixed(1)} logits`,
        'How far a question is truly harder or easier than the program believes.',
      )}
      {slider('guessing', 'Chance of a lucky guess', percent(setting.guessing))}
      <div className="flex items-center justify-between gap-3">
        <span className="text-[0.94rem] text-muted">Seed {setting.seed}</span>
        <Button
          size="small"
          className="whitespace-nowrap"
          onClick={() => onChange({ ...setting, seed: (setting.seed % LIMITS.seed.max) + 1 })}
        >
          Draw anew
        </Button>
      </div>
    </form>
  );
}
