/** CloudTrail keeps nothing of its own: its events are the account's journal. */
export type CloudTrailState = Record<string, never>;
