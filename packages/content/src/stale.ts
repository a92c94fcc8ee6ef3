import type { Item } from '@cairn/exam';

export type StaleItem = { readonly id: string; readonly reviewBy: string };

/** Items whose facts were to be checked again before `today` (`YYYY-MM-DD`), the longest overdue first. */
export function staleItems(items: readonly Item[], today: string): StaleItem[] {
  return items
    .filter(({ reviewBy }) => reviewBy < today)
    .map(({ id, reviewBy }) => ({ id, reviewBy }))
    .sort((a, b) => a.reviewBy.localeCompare(b.reviewBy) || a.id.localeCompare(b.id));
}
