import type { z } from 'zod';

/** What a figure begins with: plain values that an author may set in a lesson. */
export type FigureParams = Readonly<Record<string, unknown>>;

type Definition<Id extends string, Params extends FigureParams> = {
  readonly id: Id;
  /** What stands above the figure: a few words. */
  readonly title: string;
  /** Every field has a default, so that `{}` is a whole figure. */
  readonly params: z.ZodType<Params>;
  /** What the figure teaches, in words with its numbers: for whoever does not see it, or reads it on paper. */
  readonly textAlternative: (params: Params) => string;
};

/** A registered figure: takes any parameters, and says in one sentence what is wrong with them. */
export type Figure<Id extends string = string> = {
  readonly id: Id;
  readonly title: string;
  readonly params: z.ZodType<FigureParams>;
  readonly read: (params: FigureParams) => FigureReading;
};

export type FigureReading =
  | { readonly outcome: 'read'; readonly params: FigureParams; readonly textAlternative: string }
  | { readonly outcome: 'fault'; readonly message: string };

/** Closes over the figure's own type of parameters, so that a registry of all figures needs no `any`. */
export function defineFigure<Id extends string, Params extends FigureParams>(
  figure: Definition<Id, Params>,
): Figure<Id> {
  return {
    id: figure.id,
    title: figure.title,
    params: figure.params,
    read(params) {
      const parsed = figure.params.safeParse(params);
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        const where = issue && issue.path.length > 0 ? ` ${issue.path.map(String).join('.')}:` : '';
        return { outcome: 'fault', message: `Figure ${figure.id},${where} ${issue?.message ?? 'not understood'}` };
      }
      return {
        outcome: 'read',
        params: parsed.data,
        textAlternative: figure.textAlternative(parsed.data),
      };
    },
  };
}
