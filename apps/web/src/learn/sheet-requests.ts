import type { ServiceTables, Sheet } from '@cairn/contract';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../api.ts';

/** Content does not change while the server runs. */
const staleTime = Number.POSITIVE_INFINITY;

export const serviceTablesQuery = queryOptions({
  queryKey: ['service-tables'],
  queryFn: () => request<ServiceTables>('/api/services'),
  staleTime,
});

export const sheetQuery = (exam: string) =>
  queryOptions({
    queryKey: ['sheet', exam.toLowerCase()],
    queryFn: () => request<Sheet>(`/api/sheets/${encodeURIComponent(exam)}`),
    staleTime,
  });
