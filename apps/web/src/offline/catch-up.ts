import { disk } from '../exam/disk.ts';

/** What was done without the server, wherever in the app: whether there is some, and sending it. */

/** True too where it cannot be told. */
export async function hasUnsent(): Promise<boolean> {
  const [{ activityOutbox }, { cardsDisk }] = await outboxes();
  if (activityOutbox.waiting() > 0 || (await disk().hasEvents())) return true;
  return (await cardsDisk().outbox.unsent()).length > 0;
}

/** Answers of an exam are sent by its own page, which alone may write to it. */
export async function sendUnsent(): Promise<void> {
  const [{ activityOutbox }, { cardsDisk }] = await outboxes();
  await Promise.all([activityOutbox.flush(), cardsDisk().outbox.flush()]);
}

/** Loaded when they are needed: the first page should not wait for them, nor break where storage is refused. */
const outboxes = () => Promise.all([import('../learn/outbox.ts'), import('../cards/outbox.ts')]);
