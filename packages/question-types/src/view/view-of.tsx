import type { ReactNode } from 'react';
import type { Published, Response } from '../registry.ts';
import type { ViewProps } from './props.ts';

/** A view of any kind, as the application calls it. */
export type QuestionViewProps = ViewProps<Published, Response>;
export type View = (props: QuestionViewProps) => ReactNode;

/** Closes over the kind's own types; what was given for another kind of question is not shown. */
export function viewOf<P extends Published, R extends Response>(
  kind: P['kind'] & R['kind'],
  KindView: (props: ViewProps<P, R>) => ReactNode,
): View {
  const own = (response: Response | undefined): R | undefined =>
    response?.kind === kind ? (response as R) : undefined; // its kind names its type
  return function OwnView({ question, response, revealed, ...props }) {
    if (question.kind !== kind) throw new RangeError(`the view of ${kind} was given a ${question.kind} question`);
    const key = own(revealed?.solution);
    return (
      <KindView
        {...props}
        question={question as P} // as above
        response={own(response)}
        revealed={revealed && key && { ...revealed, solution: key }}
      />
    );
  };
}
