import type { AnswerDiagnosis, Diagnosis, DiagnosisAnswered, StartDiagnosis } from '@cairn/contract';
import { queryOptions } from '@tanstack/react-query';
import { ApiProblem, problemOf, request } from '../api.ts';

const address = (diagnosisId: string) => `/api/diagnoses/${encodeURIComponent(diagnosisId)}`;

export const startDiagnosis = (body: StartDiagnosis): Promise<Diagnosis> =>
  request<Diagnosis>('/api/diagnoses', { method: 'POST', body });

export const getDiagnosis = (diagnosisId: string): Promise<Diagnosis> => request<Diagnosis>(address(diagnosisId));

export const endDiagnosis = (diagnosisId: string): Promise<Diagnosis> =>
  request<Diagnosis>(`${address(diagnosisId)}/end`, { method: 'POST' });

const PATIENCE_MILLISECONDS = 20_000;

/** In a request that outlives the page; a silent server is given up after a while. */
export async function sendAnswer(diagnosisId: string, body: AnswerDiagnosis): Promise<DiagnosisAnswered> {
  const answer = await fetch(`${address(diagnosisId)}/answers`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
    keepalive: true, // one answer is far below the 64 KiB that browsers allow
    signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
  }).catch(() => {
    throw new ApiProblem(0, 'unreachable', 'Cairn does not answer.'); // fetch rejects only when no answer came
  });
  if (!answer.ok) throw await problemOf(answer);
  return (await answer.json()) as DiagnosisAnswered; // the contract's type
}

export const diagnosisQuery = (diagnosisId: string) =>
  queryOptions({
    queryKey: ['diagnosis', diagnosisId],
    queryFn: () => getDiagnosis(diagnosisId),
    staleTime: 0, // while it runs another window may go on with it
  });
