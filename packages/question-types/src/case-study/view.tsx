import type { SimpleResponse } from '../simple-types.ts';
import { SIMPLE_VIEWS } from '../simple-views.ts';
import { ContextTabs } from '../view/context-tabs.tsx';
import type { Revealed, ViewProps } from '../view/props.ts';
import type { CaseStudyResponse, PublishedCaseStudy } from './schema.ts';

type Props = ViewProps<PublishedCaseStudy, CaseStudyResponse>;

const responseTo = (response: CaseStudyResponse | undefined, id: string): SimpleResponse | undefined =>
  response && Object.hasOwn(response.responses, id) ? response.responses[id] : undefined;

/** What is revealed of one question: its own ids, without the prefix they have in the case. */
function revealedOf(revealed: Props['revealed'], id: string): Revealed<SimpleResponse> | undefined {
  const solution = responseTo(revealed?.solution, id);
  if (revealed === undefined || solution === undefined) return undefined;
  const prefix = `${id}/`;
  const own = (key: string) => key.startsWith(prefix);
  const why = Object.entries(revealed.why).filter(([key]) => own(key));
  return {
    solution,
    why: Object.fromEntries(why.map(([key, text]) => [key.slice(prefix.length), text])),
    parts: revealed.parts.filter((part) => own(part.id)).map((part) => ({ ...part, id: part.id.slice(prefix.length) })),
  };
}

/** The whole case on one page, for preview and review; an exam shows one question at a time beside the tabs. */
export function CaseStudyView({ question, response, onChange, revealed, ...props }: Props) {
  return (
    <div className="grid gap-8">
      <ContextTabs title={question.title} tabs={question.tabs} renderText={props.renderText} />
      {question.questions.map(({ id, question: asked }, index) => {
        const SimpleView = SIMPLE_VIEWS[asked.kind];
        return (
          <div key={id} className="grid gap-3">
            <h3 className="font-semibold text-ink">{`Question ${index + 1} of ${question.questions.length}`}</h3>
            <SimpleView
              {...props}
              question={asked}
              response={responseTo(response, id)}
              revealed={revealedOf(revealed, id)}
              struckOut={undefined}
              onStrikeOut={undefined}
              onChange={(given) => {
                if (given.kind === 'case-study' || given.kind === 'solution-series') return; // no view of these is here
                onChange({ kind: 'case-study', responses: { ...response?.responses, [id]: given } });
              }}
            />
          </div>
        );
      })}
    </div>
  );
}
