import type {
  Fidelity,
  LabBill,
  LabChecked,
  LabCredentials,
  LabJournal,
  LabLanguage,
  LabNodeStates,
  LabRun,
  LabSolution,
  LabSummary,
  PublishedLab,
} from '@cairn/contract';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../api.ts';

const labAddress = (lab: string) => `/api/labs/${encodeURIComponent(lab)}`;
const runAddress = (run: string) => `/api/lab-runs/${encodeURIComponent(run)}`;

export const labsQuery = queryOptions({
  queryKey: ['labs'],
  queryFn: async () => (await request<{ labs: readonly LabSummary[] }>('/api/labs')).labs,
});

export const labQuery = (lab: string) =>
  queryOptions({ queryKey: ['lab', lab], queryFn: () => request<PublishedLab>(labAddress(lab)) });

export const runQuery = (run: string) =>
  queryOptions({
    queryKey: ['lab-run', run],
    queryFn: () => request<LabRun>(runAddress(run)),
    staleTime: 0, // another window, or the learner's own shell, may go on with it
  });

/** How often what is shown of the account is read again while it is on the screen. */
const LOOK_MILLISECONDS = 4_000;

export const architectureQuery = (run: string) =>
  queryOptions({
    queryKey: ['lab-account', run, 'architecture'],
    queryFn: () => request<LabNodeStates>(`${runAddress(run)}/architecture`),
    staleTime: 0,
    refetchInterval: LOOK_MILLISECONDS,
  });

export const billQuery = (run: string) =>
  queryOptions({
    queryKey: ['lab-account', run, 'bill'],
    queryFn: () => request<LabBill>(`${runAddress(run)}/bill`),
    staleTime: 0,
    refetchInterval: LOOK_MILLISECONDS,
  });

/** The last 200 calls; one query, so that an account that was put back never mixes with what it was before. */
export const journalQuery = (run: string) =>
  queryOptions({
    queryKey: ['lab-account', run, 'journal'],
    queryFn: () => request<LabJournal>(`${runAddress(run)}/journal`),
    staleTime: 0,
    refetchInterval: LOOK_MILLISECONDS,
  });

export const credentialsQuery = (run: string) =>
  queryOptions({
    queryKey: ['lab-account', run, 'credentials'],
    queryFn: () => request<LabCredentials>(`${runAddress(run)}/credentials`),
  });

export const fidelityQuery = queryOptions({
  queryKey: ['labs-fidelity'],
  queryFn: () => request<Fidelity>('/api/labs-fidelity'),
});

type Rows = { readonly dataset: string; readonly part: string | null; readonly format: 'csv' | 'jsonl' };

/** @returns a file's name and what is in it */
export const readDataset = (lab: string, { dataset, part, format }: Rows) => {
  const asked = new URLSearchParams(part === null ? { format } : { format, part });
  return request<{ name: string; text: string }>(`${labAddress(lab)}/datasets/${encodeURIComponent(dataset)}?${asked}`);
};

const post = <T>(path: string, body: unknown): Promise<T> => request<T>(path, { method: 'POST', body });

export const startLab = (lab: string, id: string) => post<LabRun>(`${labAddress(lab)}/runs`, { id });

export const checkStep = (run: string, step: string) => post<LabChecked>(`${runAddress(run)}/check`, { step });

export const askHint = (run: string, step: string, number: number) =>
  post<LabRun>(`${runAddress(run)}/hints`, { step, number });

export const askSolution = (run: string, step: string, language: LabLanguage) =>
  post<LabSolution>(`${runAddress(run)}/solution`, { step, language });

export const catchUp = (run: string, step: string) => post<LabRun>(`${runAddress(run)}/catch-up`, { step });

export const resetLab = (run: string, step: string) => post<LabRun>(`${runAddress(run)}/reset`, { step });

export const rebuildLab = (run: string) => post<LabRun>(`${runAddress(run)}/rebuild`, {});

export const advanceLab = (run: string, hours: number) => post<LabRun>(`${runAddress(run)}/advance`, { hours });
