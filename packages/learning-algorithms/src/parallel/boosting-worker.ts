import { parentPort } from 'node:worker_threads';
import type { Boosted } from '../trees/boosting/boost.ts';
import type { RoundReport } from '../trees/boosting/watching.ts';
import { type Membership, trainAsMember } from '../trees/member.ts';

/** What a training thread says; only the first thread of a team does. */
export type BoostingAnswer =
  | { readonly kind: 'round'; readonly report: RoundReport }
  | { readonly kind: 'boosted'; readonly boosted: Boosted };

const say = (answer: BoostingAnswer) => parentPort?.postMessage(answer);

parentPort?.once('message', (member: Membership) => {
  const onRound = member.isReported ? (report: RoundReport) => say({ kind: 'round', report }) : undefined;
  const boosted = trainAsMember(member, onRound);
  if (member.index === 0) say({ kind: 'boosted', boosted });
});
