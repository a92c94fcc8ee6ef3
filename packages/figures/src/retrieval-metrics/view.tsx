import { Button, Slider } from '@cairn/ui';
import { decimal } from '../number-words.ts';
import { FigureFrame } from '../view/frame.tsx';
import { Curve, Dot, Name, Upright } from '../view/marks.tsx';
import { Plot } from '../view/plot.tsx';
import { type FigureProps, useSetting } from '../view/use-setting.ts';
import { BEGIN, metricsAt, reranked, type Setting } from './model.ts';
import { HEAD, inWords, rowsOf, sentence, TITLE } from './words.ts';

export function RetrievalMetricsView({ params, caption }: FigureProps<Setting>) {
  const { setting, change, reset, isChanged } = useSetting(BEGIN, params);
  const { k, marks, missed } = setting;
  return (
    <FigureFrame
      title={TITLE}
      caption={caption}
      sentence={sentence(setting)}
      onReset={reset}
      isChanged={isChanged}
      words={{ text: inWords(setting), table: { head: HEAD, rows: rowsOf(setting) } }}
      controls={
        <>
          <Slider
            label="Results looked at (k)"
            value={k}
            min={1}
            max={10}
            text={String(k)}
            onChange={(value) => change({ k: value })}
          />
          <Slider
            label="Relevant, not found"
            value={missed}
            min={0}
            max={10}
            text={String(missed)}
            onChange={(value) => change({ missed: value })}
          />
        </>
      }
      actions={
        <Button size="small" onClick={() => change({ marks: reranked(marks) })}>
          Re-rank perfectly
        </Button>
      }
      more={<CurvesPlot setting={setting} onPick={(at) => change({ k: at })} />}
    >
      <RankedList
        setting={setting}
        onMark={(index) => change({ marks: marks.map((mark, at) => (at === index ? !mark : mark)) })}
      />
      <Scores setting={setting} />
    </FigureFrame>
  );
}

function lookOf(isRelevant: boolean, isSeen: boolean): string {
  if (isSeen) return isRelevant ? 'border-accent bg-accent text-on-accent' : 'border-muted/60 bg-card text-muted';
  return isRelevant
    ? 'border-dashed border-accent bg-card text-accent'
    : 'border-dashed border-muted/60 bg-card text-muted';
}

/** Every result is a button that says whether it is relevant; those beyond k are only outlined. */
function RankedList({ setting, onMark }: { setting: Setting; onMark: (index: number) => void }) {
  return (
    <fieldset>
      <legend className="mb-1.5 font-semibold">Ranked results: press one to change whether it is relevant</legend>
      <ol className="grid grid-cols-5 gap-1.5 @min-[30rem]:grid-cols-10">
        {setting.marks.map((isRelevant, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rank is its place
          <li key={index}>
            <button
              type="button"
              onClick={() => onMark(index)}
              className={`grid h-14 w-full place-items-center rounded-lg border text-[0.94rem] font-semibold tabular-nums ${lookOf(isRelevant, index < setting.k)}`}
            >
              <span>
                <span className="sr-only">Rank </span>
                {index + 1}
                <span className="sr-only">, {index < setting.k ? 'looked at' : 'not looked at'}: </span>
              </span>
              <span className="text-[0.8rem] font-normal">{isRelevant ? 'good' : 'off'}</span>
            </button>
          </li>
        ))}
      </ol>
    </fieldset>
  );
}

function Scores({ setting }: { setting: Setting }) {
  const { precision, recall, reciprocalRank, ndcg } = metricsAt(setting, setting.k);
  const scores = [
    { name: `Precision@${setting.k}`, value: precision },
    { name: `Recall@${setting.k}`, value: recall },
    { name: 'Reciprocal rank', value: reciprocalRank },
    { name: `nDCG@${setting.k}`, value: ndcg },
  ];
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-2 @min-[30rem]:grid-cols-4">
      {scores.map(({ name, value }) => (
        <div key={name} className="border-t border-line pt-1.5">
          <dt className="text-[0.94rem] text-muted">{name}</dt>
          <dd className="font-display text-2xl tabular-nums">{decimal(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

const RANKS = Array.from({ length: 10 }, (_, index) => index + 1);

function CurvesPlot({ setting, onPick }: { setting: Setting; onPick: (k: number) => void }) {
  const precision = RANKS.map((k) => ({ x: k, y: metricsAt(setting, k).precision }));
  const recall = RANKS.map((k) => ({ x: k, y: metricsAt(setting, k).recall }));
  const at = metricsAt(setting, setting.k);
  const isPrecisionAbove = (precision.at(-1)?.y ?? 0) >= (recall.at(-1)?.y ?? 0);
  return (
    <Plot
      title="Precision and recall by k"
      label={`Recall rises with k to ${decimal(recall.at(-1)?.y ?? 0)}; precision is ${decimal(at.precision)} at k = ${setting.k} and ${decimal(precision.at(-1)?.y ?? 0)} at 10.`}
      x={{ title: 'Results looked at (k)', low: 1, high: 10, ticks: RANKS }}
      y={{ title: 'Share, 0 to 1', low: 0, high: 1 }}
      height={170}
      onPick={(x) => onPick(Math.round(x))}
    >
      {(space) => (
        <>
          <Upright at={setting.k} space={space} />
          <Curve points={precision} space={space} tone="warn" isDashed />
          <Curve points={recall} space={space} />
          <Name
            at={{ x: 10, y: precision.at(-1)?.y ?? 0 }}
            space={space}
            text="precision"
            tone="warn"
            anchor="end"
            dy={isPrecisionAbove ? -9 : 19}
          />
          <Name
            at={{ x: 10, y: recall.at(-1)?.y ?? 0 }}
            space={space}
            text="recall"
            tone="accent"
            anchor="end"
            dy={isPrecisionAbove ? 19 : -9}
          />
          <Dot at={{ x: setting.k, y: at.precision }} space={space} tone="warn" />
          <Dot at={{ x: setting.k, y: at.recall }} space={space} />
        </>
      )}
    </Plot>
  );
}
