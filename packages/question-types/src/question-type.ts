import type { z } from 'zod';
import { invalid } from './grade.ts';
import type { Grade, Graded, Part, Ungraded } from './grade-schema.ts';
import type { Shuffle } from './mixing.ts';

export type Kinded = { readonly kind: string };

/**
 * An option as content checks see it. `group` is the list it competes in: `choices`, `steps`, or the id of the
 * prompt, target, area or field it may fill. Where an author writes one rationale for the whole group, each option of
 * the group carries it.
 */
export type Option = {
  readonly group: string;
  readonly id: string;
  readonly text: string;
  readonly isKey: boolean;
  readonly why: string;
};

/** What one kind knows. Rules are pure; only `publish` may change an order, with the shuffle it is given. */
type Rules<Question, Response, Published> = {
  readonly publish: (question: Question, shuffle: Shuffle) => Published;
  /** Why a response cannot be graded yet or at all; undefined if it can. */
  readonly inspect: (question: Question, response: Response) => Ungraded | undefined;
  /** The verdict on any response, however broken: what is missing, unknown or too much is wrong. */
  readonly parts: (question: Question, response: Response | undefined) => readonly Part[];
  readonly solution: (question: Question) => Response;
  /** Rationales by the id of the option or part they explain. */
  readonly why: (question: Question) => Readonly<Record<string, string>>;
  readonly stem: (question: Question) => string;
  readonly options: (question: Question) => readonly Option[];
};

type Definition<Kind extends string, Q extends z.ZodType, R extends z.ZodType, P extends z.ZodType> = {
  readonly kind: Kind;
  readonly question: Q;
  readonly response: R;
  readonly published: P;
  /** Field names that never reach a browser before the answer. */
  readonly secret: readonly string[];
} & Rules<z.output<Q>, z.output<R>, z.output<P>>;

/** A registered kind: takes any question of its kind and says so when it is given another. */
export type QuestionType<
  Kind extends string,
  Q extends z.ZodType<Kinded>,
  R extends z.ZodType<Kinded>,
  P extends z.ZodType<Kinded>,
> = {
  readonly kind: Kind;
  readonly question: Q;
  readonly response: R;
  readonly published: P;
  readonly secret: readonly string[];
  readonly publish: (question: Kinded, shuffle: Shuffle) => z.output<P>;
  readonly grade: (question: Kinded, response: Kinded) => Grade;
  readonly gradeFinal: (question: Kinded, response: Kinded | undefined) => Graded;
  readonly solution: (question: Kinded) => z.output<R>;
  readonly why: (question: Kinded) => Readonly<Record<string, string>>;
  readonly stem: (question: Kinded) => string;
  readonly options: (question: Kinded) => readonly Option[];
};

/** Closes over the kind's own types, so that a registry of all kinds needs no `any`. */
export function defineQuestionType<
  Kind extends string,
  Q extends z.ZodType<Kinded>,
  R extends z.ZodType<Kinded>,
  P extends z.ZodType<Kinded>,
>(type: Definition<Kind, Q, R, P>): QuestionType<Kind, Q, R, P> {
  const asked = (question: Kinded): z.output<Q> => {
    if (question.kind !== type.kind) throw new RangeError(`a ${type.kind} type was given a ${question.kind} question`);
    return question as z.output<Q>; // its kind names the schema that parsed it
  };
  const given = (response: Kinded | undefined): z.output<R> | undefined =>
    response?.kind === type.kind ? (response as z.output<R>) : undefined; // as above
  return {
    kind: type.kind,
    question: type.question,
    response: type.response,
    published: type.published,
    secret: type.secret,
    publish: (question, shuffle) => type.publish(asked(question), shuffle),
    grade(question, response) {
      const own = given(response);
      if (own === undefined) return invalid(`a ${response.kind} response does not answer a ${type.kind} question`);
      return type.inspect(asked(question), own) ?? { outcome: 'graded', parts: type.parts(asked(question), own) };
    },
    gradeFinal: (question, response) => ({ outcome: 'graded', parts: type.parts(asked(question), given(response)) }),
    solution: (question) => type.solution(asked(question)),
    why: (question) => type.why(asked(question)),
    stem: (question) => type.stem(asked(question)),
    options: (question) => type.options(asked(question)),
  };
}
