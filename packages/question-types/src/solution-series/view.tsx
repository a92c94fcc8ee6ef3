import { isLocked, type ViewProps } from '../view/props.ts';
import { Stem } from '../view/text.tsx';
import { YesNoRows } from '../view/yes-no-rows.tsx';
import type { PublishedSolutionSeries, SolutionSeriesResponse } from './schema.ts';

/** All solutions on one page, for preview and review; an exam shows what `expand` gives, one after another. */
export function SolutionSeriesView(props: ViewProps<PublishedSolutionSeries, SolutionSeriesResponse>) {
  const { question, response, onChange, revealed, renderText } = props;
  return (
    <div className="grid gap-5">
      <Stem value={question.scenario} renderText={renderText} />
      <div className="rounded-lg bg-accent-soft px-4 py-3">
        <p className="mb-1 font-semibold text-ink">Goal</p>
        <Stem value={question.goal} renderText={renderText} />
      </div>
      <YesNoRows
        caption="Does this solution meet the goal?"
        rows={question.solutions}
        answers={response?.answers ?? {}}
        onAnswer={(answers) => onChange({ kind: 'solution-series', answers })}
        locked={isLocked(props)}
        revealed={revealed}
        renderText={renderText}
      />
    </div>
  );
}
