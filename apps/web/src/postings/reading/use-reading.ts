import { useSyncExternalStore } from 'react';
import { type Reading, readingStore } from './reading-store.ts';

export const useReading = (): Reading => useSyncExternalStore(readingStore.subscribe, readingStore.current);
