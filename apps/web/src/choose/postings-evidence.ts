import type { PostingsEvidence } from '@cairn/catalog';
import type { SurveyHeading } from '@cairn/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../api.ts';

type Newest = { readonly survey: SurveyHeading; readonly evidence: Readonly<Record<string, unknown>> };

const evidenceQuery = queryOptions({
  queryKey: ['postings-evidence'],
  queryFn: async () => (await request<{ newest: Newest | null }>('/api/postings/evidence')).newest,
});

export type PostingsChoice = {
  /** The newest survey that was kept, and what it says; undefined without one. */
  readonly survey: SurveyHeading | undefined;
  readonly evidence: PostingsEvidence | undefined;
  readonly isLeftOut: boolean;
  readonly leaveOut: (isLeftOut: boolean) => void;
};

/** The newest kept survey, as evidence beside the answers. Leaving it out is remembered by this browser. */
export function usePostingsEvidence(): PostingsChoice {
  const { data } = useQuery(evidenceQuery); // without it the page ranks by the answers alone
  const [isLeftOut, setLeftOut] = useState(isStoredLeftOut);
  const evidence = data ? readEvidence(data.evidence) : undefined;
  return {
    survey: evidence ? data?.survey : undefined,
    evidence: isLeftOut ? undefined : evidence,
    isLeftOut,
    leaveOut: (next) => {
      storeLeftOut(next);
      setLeftOut(next);
    },
  };
}

const KEY = 'cairn-postings-left-out';

function isStoredLeftOut(): boolean {
  try {
    return localStorage.getItem(KEY) === 'yes';
  } catch {
    return false; // storage refused: the choice lasts as long as the page
  }
}

function storeLeftOut(isLeftOut: boolean): void {
  try {
    if (isLeftOut) localStorage.setItem(KEY, 'yes');
    else localStorage.removeItem(KEY);
  } catch {
    // Storage refused: as above.
  }
}

type Counted = { readonly postings: number; readonly quote?: string };

/** Evidence as it was kept; undefined unless it can be counted with. */
export function readEvidence(kept: Readonly<Record<string, unknown>>): PostingsEvidence | undefined {
  const { postings, platforms, names } = kept;
  if (!isCount(postings) || postings === 0 || !Array.isArray(platforms) || !Array.isArray(names)) return undefined;
  return {
    postings,
    platforms: platforms.flatMap((one: unknown) => {
      const { vendor } = fieldsOf(one);
      const counted = countedIn(one);
      return typeof vendor === 'string' && counted ? [{ vendor, ...counted }] : [];
    }),
    names: names.flatMap((one: unknown) => {
      const { id } = fieldsOf(one);
      const counted = countedIn(one);
      return typeof id === 'string' && counted ? [{ id, ...counted }] : [];
    }),
  };
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

function countedIn(value: unknown): Counted | undefined {
  const { postings, quote } = fieldsOf(value);
  if (!isCount(postings)) return undefined;
  return { postings, ...(typeof quote === 'string' && { quote }) };
}
