import type { Catalog } from '@cairn/catalog';
import type { AttemptSummary, DiagnosisSummary, ExamSummary, SavedRoadmap, Standing } from '@cairn/contract';
import { QueryClient, queryOptions } from '@tanstack/react-query';
import { ApiProblem, request } from '../api.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always', // Cairn is on this machine: it answers while the machine is off the net
      staleTime: 30_000,
      retryDelay: 400,
      // A refusal stays a refusal; only silence or a broken server may pass.
      retry: (count, error) => count < 1 && !(error instanceof ApiProblem && error.status >= 400 && error.status < 500),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** The catalog does not change while the server runs; the browser's cache answers by its ETag. */
export const catalogQuery = queryOptions({
  queryKey: ['catalog'],
  queryFn: () => request<Catalog>('/api/catalog'),
  staleTime: Number.POSITIVE_INFINITY,
});

export const profileQuery = queryOptions({
  queryKey: ['profile'],
  queryFn: async () => (await request<{ profile: Record<string, unknown> | null }>('/api/profile')).profile,
  staleTime: Number.POSITIVE_INFINITY, // this page is the only writer
});

export const roadmapsQuery = queryOptions({
  queryKey: ['roadmaps'],
  queryFn: async () => (await request<{ roadmaps: readonly SavedRoadmap[] }>('/api/roadmaps')).roadmaps,
});

export const examsQuery = queryOptions({
  queryKey: ['exams'],
  queryFn: async () => (await request<{ exams: readonly ExamSummary[] }>('/api/exams')).exams,
});

export const attemptsQuery = queryOptions({
  queryKey: ['attempts'],
  queryFn: async () => (await request<{ attempts: readonly AttemptSummary[] }>('/api/attempts')).attempts,
});

export const diagnosesQuery = queryOptions({
  queryKey: ['diagnoses'],
  queryFn: async () => (await request<{ diagnoses: readonly DiagnosisSummary[] }>('/api/diagnoses')).diagnoses,
});

export const standingsQuery = queryOptions({
  queryKey: ['standing'],
  queryFn: async () => (await request<{ standings: readonly Standing[] }>('/api/standing')).standings,
});
