import type { Profile } from '@cairn/catalog';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { request } from '../api.ts';
import { profileQuery } from '../app/queries.ts';
import { readProfile } from './profile.ts';
import type { ProfileSearch } from './profile-search.ts';

/** A pause after the last change, so that a dragged slider writes once. */
const SETTLE_MILLISECONDS = 500;

export type ProfileState = {
  readonly profile: Profile;
  readonly change: (next: Profile) => void;
  /** What the address or the stored answers held that could not be used. */
  readonly faults: readonly string[];
  readonly isLoading: boolean;
  readonly saving: 'untouched' | 'saving' | 'saved' | 'failed';
  readonly loadError: Error | null;
};

/** The answers: from the address if it has any, else from storage; written back to both a moment after each change. */
export function useProfile(search: ProfileSearch, writeAddress: (profile: Profile) => void): ProfileState {
  const isShared = Object.keys(search).length > 0;
  const stored = useQuery({ ...profileQuery, enabled: !isShared });
  const [initial] = useState(() => readProfile(search));
  const [edited, setEdited] = useState<Profile>();
  const fromStore = isShared ? initial : readProfile(stored.data ?? {});
  const profile = edited ?? fromStore.profile;
  const save = useSaving(edited, writeAddress);
  return {
    profile,
    change: setEdited,
    faults: edited ? [] : isShared ? initial.faults : fromStore.faults,
    isLoading: !isShared && stored.isPending && !edited,
    saving: edited === undefined ? 'untouched' : save,
    loadError: stored.error,
  };
}

function useSaving(edited: Profile | undefined, writeAddress: (profile: Profile) => void) {
  const client = useQueryClient();
  const { mutate, status } = useMutation({
    mutationFn: (profile: Profile) => request('/api/profile', { method: 'PUT', body: { profile } }),
    onSuccess: (_, profile) => client.setQueryData(profileQuery.queryKey, profile),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the answers starts the wait
  useEffect(() => {
    if (!edited) return;
    const timer = setTimeout(() => {
      writeAddress(edited);
      mutate(edited);
    }, SETTLE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [edited]);
  return status === 'success' ? 'saved' : status === 'error' ? 'failed' : 'saving';
}
