import { defineService } from '@cairn/emulator-kit';
import { modelOf } from '../models.ts';
import { lookupEvents } from './operations/lookup-events.ts';
import type { CloudTrailState } from './state.ts';

/** The account's journal, as the cloud's own audit log shows it. */
export const cloudtrail = defineService<CloudTrailState>({
  name: 'cloudtrail',
  get model() {
    return modelOf('cloudtrail');
  },
  actionPrefix: 'cloudtrail',
  scope: 'regional',
  emptyState: () => ({}),
  operations: { LookupEvents: lookupEvents },
});
