import { NOT_PRESENTED, type Responses } from '../responses/responses.ts';

/** Items joined where one person answered both: of each item, the first item of its block. */
export type Joined = Int32Array;

function rootOf(joined: Joined, item: number): number {
  let at = item;
  while (joined[at] !== at) {
    joined[at] = joined[joined[at] as number] as number; // in range: entries are items; halves the path as it goes
    at = joined[at] as number;
  }
  return at;
}

/** Joins two items' blocks; answers whether they were two. */
export function join(joined: Joined, a: number, b: number): boolean {
  const [first, second] = [rootOf(joined, a), rootOf(joined, b)];
  if (first === second) return false;
  joined[Math.max(first, second)] = Math.min(first, second);
  return true;
}

/** Joins the items that the person in one row answered; answers how many blocks fewer there are. */
function joinRow(joined: Joined, scores: Uint8Array, row: number): number {
  let first = -1;
  let fewer = 0;
  for (let j = 0; j < joined.length; j += 1) {
    if (scores[row + j] === NOT_PRESENTED) continue;
    if (first < 0) first = j;
    else if (join(joined, first, j)) fewer += 1;
  }
  return fewer;
}

/** Joins the items of each person; stops when all are one block. */
export function joinedItems({ persons, items, scores, weights }: Responses): Joined {
  const joined = Int32Array.from({ length: items }, (_, j) => j);
  let blocks = items;
  for (let i = 0; i < persons && blocks > 1; i += 1) {
    if (weights?.[i] !== 0) blocks -= joinRow(joined, scores, i * items);
  }
  return joined;
}

/** Blocks that are joined in either; both have the same items. */
export function joinBoth(a: Joined, b: Joined): Joined {
  const joined = a.slice();
  b.forEach((root, item) => {
    join(joined, item, root);
  });
  return joined;
}

/** Indexes of the items of each block, in the order of their first items. */
export function blocksOf(joined: Joined): number[][] {
  const blocks = new Map<number, number[]>();
  joined.forEach((_, item) => {
    const root = rootOf(joined, item);
    const block = blocks.get(root);
    if (block) block.push(item);
    else blocks.set(root, [item]);
  });
  return [...blocks.values()];
}

/**
 * Blocks of items that no person answered across: their difficulties cannot be compared.
 *
 * @returns indexes of the items of each block; one block if the design is connected. An item without any answer is a
 *          block of its own
 */
export const connectedBlocks = (responses: Responses): number[][] => blocksOf(joinedItems(responses));
