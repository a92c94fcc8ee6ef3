import { assignedTo } from '../answering-rules.ts';
import { AnswerSelect, textOf, withAnswer } from '../view/answer-select.tsx';
import { isLocked, type ViewProps } from '../view/props.ts';
import { Stem, Text } from '../view/text.tsx';
import { PartVerdict } from '../view/verdict.tsx';
import type { MatchingResponse, PublishedMatching } from './schema.ts';

/** A select per prompt. */
export function MatchingView(props: ViewProps<PublishedMatching, MatchingResponse>) {
  const { question, response, onChange, revealed, renderText } = props;
  const matches = response?.matches ?? {};
  return (
    <div className="grid gap-5">
      <Stem value={question.stem} renderText={renderText} />
      <ol className="grid gap-3">
        {question.prompts.map(({ id, text }) => {
          const given = assignedTo(matches, id);
          const key = revealed && assignedTo(revealed.solution.matches, id);
          return (
            <li key={id} className="rounded-lg border border-line bg-card px-4 py-3">
              <div className="grid items-center gap-3 sm:grid-cols-2">
                <div className="text-ink">
                  <Text value={text} renderText={renderText} />
                </div>
                <AnswerSelect
                  label={`Match for: ${text}`}
                  value={given}
                  options={question.responses}
                  disabled={isLocked(props)}
                  onPick={(picked) => onChange({ kind: 'matching', matches: withAnswer(matches, id, picked) })}
                />
              </div>
              {revealed && (
                <PartVerdict
                  right={given === key}
                  answer={textOf(question.responses, key)}
                  why={revealed.why[id]}
                  renderText={renderText}
                />
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
