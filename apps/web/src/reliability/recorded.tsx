import type { ReliabilityReport } from '@cairn/contract';
import { Callout, Card, EmptyState, tight } from '@cairn/ui';
import { counted } from '../app/words.ts';
import { CalibrationCurve, Measures } from './calibration-section.tsx';
import { curveSentence } from './measures.ts';
import { OwnOutcomes } from './own-outcomes.tsx';
import { ShareOutcomes } from './share-outcomes.tsx';

/** Real exams, as far as people chose to record them here. */
export function Recorded({ report }: { readonly report: ReliabilityReport }) {
  const { recorded, sources } = report;
  return (
    <section aria-labelledby="recorded" className="grid gap-4">
      <h2 id="recorded" className="text-2xl sm:text-3xl">
        Real exams
      </h2>
      {recorded.n === 0 ? (
        <EmptyState title="No real outcome is recorded here">
          <p>
            Whoever has sat the real exam can record how it went. The chance that Cairn gave the day before is kept
            beside it, and both appear here.
          </p>
        </EmptyState>
      ) : (
        <Card className="grid gap-8 lg:grid-cols-[3fr_2fr]">
          <div className="grid content-start gap-3">
            {recorded.isEnough ? null : (
              <Callout
                tone="warn"
                title={`${counted(recorded.n, 'outcome is', 'outcomes are')} recorded: too few to conclude anything.`}
              >
                <p>
                  From {recorded.wanted} on the curve starts to mean something. The intervals below are so wide that a
                  good and a useless prediction would look alike.
                </p>
              </Callout>
            )}
            <CalibrationCurve title="Predicted and observed, real exams" found={recorded} />
            <p className="max-w-prose">{tight(curveSentence(recorded))}</p>
          </div>
          <Measures found={recorded} />
        </Card>
      )}
      <p className="text-[0.94rem] text-muted">
        {counted(sources.own, 'outcome')} of this installation, {sources.imported.toLocaleString('en')} imported.
        {sources.notCounted > 0
          ? ` ${counted(sources.notCounted, 'more is', 'more are')} not counted: without consent, or without a prediction from the day before.`
          : ''}
      </p>
      <OwnOutcomes />
      <ShareOutcomes sources={sources} />
    </section>
  );
}
