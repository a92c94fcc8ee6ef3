import type {
  CardDraft,
  CardForecast,
  CardOverview,
  CardPage,
  CardQueue,
  CardsImported,
  PutOwnCard,
  ReviewsTaken,
  SentReview,
  StudyCard,
  StudySettings,
  StudySettingsShown,
} from '@cairn/contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ApiProblem, problemOf, request } from '../api.ts';

/** Where the learner is now. */
export const ownTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

type Parameters = Readonly<Record<string, string | number | undefined>>;

function withParameters(path: string, parameters: Parameters): string {
  const search = new URLSearchParams({ timeZone: ownTimeZone() });
  for (const [key, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') search.set(key, String(value));
  }
  return `${path}?${search}`;
}

export const overviewAddress = (): string => withParameters('/api/cards/overview', {});

export const forecastAddress = (exam: string | undefined): string =>
  withParameters('/api/cards/forecast', { exam, days: 14 });

/** Everything about cards; an answer makes all of it old. */
export const CARDS_KEY = ['cards'] as const;

export const cardOverviewQuery = () =>
  queryOptions({
    queryKey: [...CARDS_KEY, 'overview'],
    queryFn: () => request<CardOverview>(overviewAddress()),
  });

export const cardForecastQuery = (exam: string | undefined) =>
  queryOptions({
    queryKey: [...CARDS_KEY, 'forecast', exam ?? ''],
    queryFn: () => request<CardForecast>(forecastAddress(exam)),
  });

export const getQueue = (exam: string | undefined, beyond: boolean): Promise<CardQueue> =>
  request<CardQueue>(withParameters('/api/cards/queue', { exam, limit: 100, beyond: beyond ? 'true' : undefined }));

export type CardFilter = {
  readonly exam?: string | undefined;
  readonly state?: string | undefined;
  readonly origin?: string | undefined;
  readonly q?: string | undefined;
};

export const PAGE_SIZE = 30;

export const cardPageQuery = (filter: CardFilter, page: number) =>
  queryOptions({
    queryKey: [...CARDS_KEY, 'page', filter, page],
    queryFn: () =>
      request<CardPage>(withParameters('/api/cards', { ...filter, offset: page * PAGE_SIZE, limit: PAGE_SIZE })),
    placeholderData: keepPreviousData,
  });

export const putOwn = (id: string, body: PutOwnCard): Promise<StudyCard> =>
  request<StudyCard>(`/api/cards/own/${id}`, { method: 'PUT', body });

export const removeOwn = (id: string): Promise<unknown> => request(`/api/cards/own/${id}`, { method: 'DELETE' });

export const suspend = (cardIds: readonly string[], isSuspended: boolean): Promise<unknown> =>
  request('/api/cards/suspension', { method: 'POST', body: { cardIds, isSuspended } });

export const reset = (cardIds: readonly string[]): Promise<unknown> =>
  request('/api/cards/reset', { method: 'POST', body: { cardIds } });

export const draftFromItem = (attemptId: string, slot: string): Promise<CardDraft> =>
  request<CardDraft>('/api/cards/from-item', { method: 'POST', body: { attemptId, slot } });

export const settingsQuery = queryOptions({
  queryKey: ['study-settings'],
  queryFn: () => request<StudySettingsShown>('/api/study-settings'),
});

export const putSettings = (body: StudySettings): Promise<StudySettingsShown> =>
  request<StudySettingsShown>('/api/study-settings', { method: 'PUT', body });

/** The bytes of an Anki package. */
export async function importDeck(file: Blob): Promise<CardsImported> {
  const answer = await fetch('/api/cards/import', {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/octet-stream' },
    body: file,
  }).catch(() => {
    throw new ApiProblem(0, 'unreachable', 'Cairn does not answer.'); // fetch rejects only when no answer came
  });
  if (!answer.ok) throw await problemOf(answer);
  return (await answer.json()) as CardsImported; // the contract's type
}

const PATIENCE_MILLISECONDS = 20_000;

/** Sends reviews in a request that outlives the page, and gives a silent server up after a while. */
export async function sendReviews(reviews: readonly SentReview[]): Promise<ReviewsTaken> {
  const answer = await fetch('/api/cards/reviews', {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ reviews }),
    keepalive: true, // a hundred reviews are far below the 64 KiB that browsers allow
    signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
  }).catch(() => {
    throw new ApiProblem(0, 'unreachable', 'Cairn does not answer.'); // fetch rejects only when no answer came
  });
  if (!answer.ok) throw await problemOf(answer);
  return (await answer.json()) as ReviewsTaken; // the contract's type
}
