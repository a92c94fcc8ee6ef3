import type { ReactNode } from 'react';
import type { Part } from '../grade-schema.ts';

/** Markdown in, what to show out. The application gives one; without it texts are plain paragraphs. */
export type RenderText = (markdown: string) => ReactNode;

/** The key and the verdict, once the answer counts. */
export type Revealed<Response> = {
  readonly solution: Response;
  readonly why: Readonly<Record<string, string>>;
  readonly parts: readonly Part[];
};

/** Controlled: whoever shows the question owns the response, so a resumed sitting shows the same state. */
export type ViewProps<Published, Response> = {
  readonly question: Published;
  readonly response: Response | undefined;
  readonly onChange: (response: Response) => void;
  /** Ids of options that the learner has ruled out. */
  readonly struckOut?: readonly string[] | undefined;
  readonly onStrikeOut?: ((id: string) => void) | undefined;
  readonly revealed?: Revealed<Response> | undefined;
  readonly disabled?: boolean | undefined;
  readonly renderText?: RenderText | undefined;
};

/** After the answer counts nothing can change. */
export const isLocked = (props: { readonly disabled?: boolean | undefined; readonly revealed?: unknown }): boolean =>
  props.disabled === true || props.revealed !== undefined;

export const isPartRight = (revealed: { readonly parts: readonly Part[] } | undefined, id: string): boolean =>
  revealed?.parts.some((part) => part.id === id && part.correct) === true;
