import type { OutcomesImported, ReliabilityReport } from '@cairn/contract';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../api.ts';

export const reliabilityQuery = queryOptions({
  queryKey: ['reliability'],
  queryFn: () => request<ReliabilityReport>('/api/reliability'),
});

/** What a server takes in one request; a file of outcomes is far smaller. */
const LARGEST_BYTES = 1_000_000;

/**
 * Sends a file of outcomes that somebody else exported.
 *
 * @throws Error with a sentence for the person who chose the file
 */
export async function importOutcomes(file: File): Promise<OutcomesImported> {
  if (file.size > LARGEST_BYTES) {
    throw new Error(
      `“${file.name}” is larger than a file of outcomes can be (1 MB). Choose a file that Cairn exported.`,
    );
  }
  return request<OutcomesImported>('/api/outcomes/import', {
    method: 'POST',
    body: parsed(file.name, await file.text()),
  });
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`“${name}” is not a file of outcomes: it is no JSON. Choose a file that Cairn exported.`);
  }
}

export const deleteImported = (): Promise<unknown> => request('/api/outcomes/imported', { method: 'DELETE' });
