import type { Published, Response } from '@cairn/question-types';

/** An answer that is not given yet. It lasts as long as its tab, so that a reload does not undo a long ordering. */
export type Draft = { readonly slot: string; readonly response: Response };

const keyOf = (diagnosisId: string) => `cairn-diagnosis-draft:${diagnosisId}`;

/** The draft of this very question, if the text holds one. */
export function parseDraft(text: string | null, slot: string, question: Published): Draft | undefined {
  const stored = objectOf(text);
  const { response } = stored;
  const isOfKind = typeof response === 'object' && response !== null && 'kind' in response;
  if (stored.slot !== slot || !isOfKind || response.kind !== question.kind) return undefined;
  return { slot, response: response as Response }; // written below, for a question of this kind
}

function objectOf(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {}; // written by something else: no draft
  }
}

export function rememberedDraft(diagnosisId: string, slot: string, question: Published): Draft | undefined {
  try {
    return parseDraft(sessionStorage.getItem(keyOf(diagnosisId)), slot, question);
  } catch {
    return undefined; // storage refused
  }
}

export function rememberDraft(diagnosisId: string, draft: Draft): void {
  try {
    sessionStorage.setItem(keyOf(diagnosisId), JSON.stringify(draft));
  } catch {
    // Storage refused: it lasts as long as the page.
  }
}
