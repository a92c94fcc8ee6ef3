import type { DecideItemReport, ItemReport, ReportItem } from '@cairn/contract';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../api.ts';

export const reportsQuery = queryOptions({
  queryKey: ['item-reports'],
  queryFn: async () => (await request<{ reports: readonly ItemReport[] }>('/api/reports')).reports,
});

export const reportItem = (id: string, body: ReportItem): Promise<ItemReport> =>
  request<ItemReport>(`/api/reports/${id}`, { method: 'PUT', body });

export const decideReport = (id: string, body: DecideItemReport): Promise<ItemReport> =>
  request<ItemReport>(`/api/reports/${id}/decision`, { method: 'POST', body });

export const issueAddress = (id: string): string => `/api/reports/${id}/issue`;
