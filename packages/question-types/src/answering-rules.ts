/** What a browser needs while somebody answers: no keys, and nothing that pulls in schemas. */

type Kinded = { readonly kind: string };

type Definition<Published extends Kinded, Response extends Kinded> = {
  readonly kind: Published['kind'] & Response['kind'];
  readonly empty: (question: Published) => Response;
  /** Complete enough to count as answered; what the view makes is then gradable. */
  readonly isAnswered: (question: Published, response: Response) => boolean;
};

export type Answering<Response extends Kinded> = {
  readonly empty: (question: Kinded) => Response;
  readonly isAnswered: (question: Kinded, response: Kinded | undefined) => boolean;
};

/** Closes over the kind's own types; a response of another kind is no answer. */
export function defineAnswering<Published extends Kinded, Response extends Kinded>(
  rules: Definition<Published, Response>,
): Answering<Response> {
  const asked = (question: Kinded): Published => {
    if (question.kind !== rules.kind) throw new RangeError(`${rules.kind} was given a ${question.kind} question`);
    return question as Published; // its kind names its type
  };
  return {
    empty: (question) => rules.empty(asked(question)),
    isAnswered: (question, response) =>
      response?.kind === rules.kind && rules.isAnswered(asked(question), response as Response), // as above
  };
}

/** What was given for `id`. Asks for own entries, because an id may be `constructor`. */
export const assignedTo = (assigned: Readonly<Record<string, string>>, id: string): string | undefined =>
  Object.hasOwn(assigned, id) ? assigned[id] : undefined;

export const hasEach = (
  assigned: Readonly<Record<string, string>>,
  parts: readonly { readonly id: string }[],
): boolean => parts.every(({ id }) => assignedTo(assigned, id) !== undefined);
