import { isLocked, type Revealed, type ViewProps } from '../view/props.ts';
import { Stem } from '../view/text.tsx';
import { YesNoRows } from '../view/yes-no-rows.tsx';
import { DropDowns } from './drop-downs.view.tsx';
import { Regions } from './regions.view.tsx';
import type { HotAreaResponse, PublishedHotArea } from './schema.ts';

type Answers = Readonly<Record<string, string>>;

const answersOf = (response: HotAreaResponse | undefined): Answers =>
  response === undefined || response.variant === 'regions' ? {} : response.answers;
const chosenOf = (response: HotAreaResponse | undefined): readonly string[] =>
  response?.variant === 'regions' ? response.chosen : [];

/** The same reveal with the part of the solution that a variant reads. */
function revealedAs<Solution>(
  revealed: Revealed<HotAreaResponse> | undefined,
  solutionOf: (solution: HotAreaResponse) => Solution,
): Revealed<Solution> | undefined {
  return revealed && { ...revealed, solution: solutionOf(revealed.solution) };
}

export function HotAreaView(props: ViewProps<PublishedHotArea, HotAreaResponse>) {
  const { question, renderText } = props;
  return (
    <div className="grid gap-5">
      <Stem value={question.stem} renderText={renderText} />
      <Variant {...props} />
    </div>
  );
}

function Variant(props: ViewProps<PublishedHotArea, HotAreaResponse>) {
  const { question, response, onChange, renderText } = props;
  const kind = 'hot-area';
  const locked = isLocked(props);
  if (question.variant === 'regions') {
    return (
      <Regions
        question={question}
        chosen={chosenOf(response)}
        onChoose={(chosen) => onChange({ kind, variant: 'regions', chosen })}
        locked={locked}
        revealed={revealedAs(props.revealed, (solution) => ({ chosen: chosenOf(solution) }))}
        renderText={renderText}
      />
    );
  }
  const { variant } = question;
  const shared = {
    answers: answersOf(response),
    onAnswer: (answers: Record<string, string>) => onChange({ kind, variant, answers }),
    locked,
    revealed: revealedAs(props.revealed, (solution) => ({ answers: answersOf(solution) })),
    renderText,
  };
  if (question.variant === 'drop-downs') return <DropDowns question={question} {...shared} />;
  return <YesNoRows caption="Statement" rows={question.statements} {...shared} />;
}
