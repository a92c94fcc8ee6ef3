import { ActivityOutbox } from './activity-outbox.ts';
import { sendActivities } from './learn-requests.ts';

/** The work of this browser on its way to the server. */
export const activityOutbox = new ActivityOutbox(localStorage, sendActivities);
