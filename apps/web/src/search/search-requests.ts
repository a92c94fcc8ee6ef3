import type { SearchAnswer, SearchKind } from '@cairn/contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from '../api.ts';

type Asked = { readonly q: string; readonly kind?: SearchKind | undefined; readonly limit: number };

/** One letter begins everything, and says nothing yet. */
export const isSearchable = (q: string): boolean => q.trim().length > 1;

/** What was found last stays until the next answer is there, so that nothing flickers while somebody types. */
export const searchQuery = ({ q, kind, limit }: Asked) =>
  queryOptions({
    queryKey: ['search', q.trim(), kind ?? null, limit],
    queryFn: () => {
      const search = new URLSearchParams({ q, limit: String(limit), ...(kind && { kind }) });
      return request<SearchAnswer>(`/api/search?${search.toString()}`);
    },
    enabled: isSearchable(q),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.isReady === false ? 2000 : false),
  });
