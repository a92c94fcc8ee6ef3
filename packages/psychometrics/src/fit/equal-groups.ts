/** One answer of a person, who may stand for many. */
export type GradedAnswer = { readonly ability: number; readonly score: number; readonly weight: number };

/** Persons of similar ability. */
export type EqualGroup = {
  /** Mean ability. */
  readonly ability: number;
  readonly persons: number;
  /** How many of them got each score, 0 first. */
  readonly counts: readonly number[];
};

type Block = { ability: number; weight: number; counts: number[] };

/** Persons of one and the same ability are one block, so that their order decides nothing. */
function blocksOf(answers: readonly GradedAnswer[], scores: number): Block[] {
  const blocks: Block[] = [];
  for (const { ability, score, weight } of [...answers].sort((x, y) => x.ability - y.ability)) {
    let block = blocks.at(-1);
    if (block === undefined || block.ability !== ability) {
      block = { ability, weight: 0, counts: new Array<number>(scores).fill(0) };
      blocks.push(block);
    }
    block.weight += weight;
    block.counts[score] = (block.counts[score] ?? 0) + weight;
  }
  return blocks;
}

class OpenGroup {
  private readonly counts: number[];
  private sum = 0;
  persons = 0;

  constructor(scores: number) {
    this.counts = new Array<number>(scores).fill(0);
  }

  /** Takes `part` persons of a block, whatever their scores. */
  take(block: Block, part: number): void {
    this.persons += part;
    this.sum += part * block.ability;
    block.counts.forEach((count, score) => {
      this.counts[score] = (this.counts[score] ?? 0) + (count * part) / block.weight;
    });
  }

  get closed(): EqualGroup {
    return { ability: this.sum / this.persons, persons: this.persons, counts: this.counts };
  }
}

/** Smaller parts of a group are rounding. */
const SLIVER = 1e-9;

/**
 * Cuts persons, in order of ability, into groups of equal size. Where a cut falls among persons of equal ability, each
 * side gets its share of every score, so that the order of the rows changes nothing.
 *
 * @param scores how many scores there are: 0 … scores − 1
 * @returns      low to high; fewer than `groups` only if nobody answered
 */
export function equalGroups(answers: readonly GradedAnswer[], groups: number, scores: number): EqualGroup[] {
  const size = answers.reduce((sum, { weight }) => sum + weight, 0) / groups;
  const open = Array.from({ length: groups }, () => new OpenGroup(scores));
  let start = 0;
  for (const block of blocksOf(answers, scores)) {
    const end = start + block.weight;
    open.slice(Math.floor(start / size)).forEach((group, offset, rest) => {
      const from = size * (groups - rest.length + offset);
      const to = offset === rest.length - 1 ? Number.POSITIVE_INFINITY : from + size;
      const part = Math.min(end, to) - Math.max(start, from);
      if (part > SLIVER * size) group.take(block, part);
    });
    start = end;
  }
  return open.filter(({ persons }) => persons > 0).map(({ closed }) => closed);
}
