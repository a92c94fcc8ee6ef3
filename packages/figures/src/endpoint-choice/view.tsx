import { Icon, Slider } from '@cairn/ui';
import { grouped } from '../number-words.ts';
import { Amount } from '../view/controls.tsx';
import { FigureFrame } from '../view/frame.tsx';
import { type FigureProps, useSetting } from '../view/use-setting.ts';
import { CostPlot } from './cost-plot.view.tsx';
import { BEGIN, cheapest, LOADS, type Setting, verdictsOf } from './model.ts';
import { duration, inWords, megabytes, obstacleText, perDay, rowsOf, sentence, TITLE } from './words.ts';

export function EndpointChoiceView({ params, caption }: FigureProps<Setting>) {
  const { setting, change, reset, isChanged } = useSetting(BEGIN, params);
  return (
    <FigureFrame
      title={TITLE}
      caption={caption}
      sentence={sentence(setting)}
      onReset={reset}
      isChanged={isChanged}
      words={{ text: inWords(setting), table: { head: ['Way', 'Fits', 'Cost a day'], rows: rowsOf(setting) } }}
      controls={<Controls setting={setting} change={change} />}
    >
      <Ways setting={setting} />
      <CostPlot setting={setting} onPick={(load) => change({ requestsPerHour: rounded(load) })} />
    </FigureFrame>
  );
}

/** Two digits that count. */
const rounded = (value: number): number => Number(value.toPrecision(2));

type LogSliderProps = {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly text: (value: number) => string;
  readonly onChange: (value: number) => void;
};

/** Equal steps multiply: from milliseconds to hours on one slider. */
function LogSlider({ label, value, low, high, text, onChange }: LogSliderProps) {
  return (
    <Slider
      label={label}
      value={Math.log10(value)}
      min={Math.log10(low)}
      max={Math.log10(high)}
      step={0.05}
      text={text(value)}
      onChange={(power) => onChange(Math.min(high, Math.max(low, rounded(10 ** power))))}
    />
  );
}

type ControlsProps = { readonly setting: Setting; readonly change: (part: Partial<Setting>) => void };

function Controls({ setting, change }: ControlsProps) {
  return (
    <>
      <LogSlider
        label="Requests an hour"
        value={setting.requestsPerHour}
        {...LOADS}
        text={grouped}
        onChange={(requestsPerHour) => change({ requestsPerHour })}
      />
      <LogSlider
        label="Computing time each"
        value={setting.secondsEach}
        low={0.01}
        high={3600}
        text={duration}
        onChange={(secondsEach) => change({ secondsEach })}
      />
      <LogSlider
        label="Payload"
        value={setting.payloadMegabytes}
        low={0.1}
        high={2000}
        text={megabytes}
        onChange={(payloadMegabytes) => change({ payloadMegabytes })}
      />
      <LogSlider
        label="The caller waits"
        value={setting.waitSeconds}
        low={0.1}
        high={100_000}
        text={duration}
        onChange={(waitSeconds) => change({ waitSeconds })}
      />
      <Amount
        label="Example price, instance"
        unit="$ / hour"
        value={setting.instanceHourPrice}
        min={0.001}
        max={1000}
        onChange={(instanceHourPrice) => change({ instanceHourPrice })}
      />
      <Amount
        label="Example price, serverless"
        unit="$ / second"
        value={setting.serverlessSecondPrice}
        min={0.000_001}
        max={1}
        onChange={(serverlessSecondPrice) => change({ serverlessSecondPrice })}
      />
    </>
  );
}

/** The four ways: what fits, what it costs, and for the others why not. */
function Ways({ setting }: { setting: Setting }) {
  const verdicts = verdictsOf(setting);
  const best = cheapest(verdicts);
  return (
    <ul className="grid gap-2 @min-[26rem]:grid-cols-2">
      {verdicts.map((verdict) => {
        const isPossible = verdict.obstacles.length === 0;
        const look = verdict.id === best?.id ? 'border-accent bg-accent-soft' : 'border-line';
        return (
          <li key={verdict.id} className={`rounded-lg border px-3 py-2 leading-snug ${look}`}>
            <span className="flex items-center gap-1.5 font-semibold">
              <Icon
                name={isPossible ? 'check' : 'cross'}
                className={`size-4 ${isPossible ? 'text-good' : 'text-bad'}`}
              />
              {verdict.name}
            </span>
            <span className="text-[0.94rem] text-muted">
              {isPossible
                ? `${perDay(verdict.costPerHour)} a day${verdict.id === best?.id ? ', the least' : ''}`
                : obstacleText(verdict, setting)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
