import { type CalibratedItem, categoryCurve, maximumScore } from '../items/calibrated-item.ts';
import { NOT_PRESENTED } from '../responses/responses.ts';

/** Smallest logarithm kept: the likelihood of 10⁴ impossible answers is still a number. */
const LOG_FLOOR = -745;

/** A few neighbouring items whose answers together are one code, and the log-likelihood of each code at each node. */
type ItemGroup = {
  readonly first: number;
  readonly end: number;
  /** codes × nodes */
  readonly table: Float64Array;
  /** The code of nobody's answers: adds nothing and is skipped. */
  readonly empty: number;
};

/**
 * Log-likelihoods of whole answer rows, fast: with four right-or-wrong items to a group (each right, wrong or not
 * presented: 81 codes), a row costs one addition a node for four items.
 */
export type CodedLikelihood = {
  readonly nodes: Float64Array;
  /** Writes ℓ at every node into `out` for the row that starts at `from` in `scores`. */
  readonly fill: (scores: Uint8Array, from: number, out: Float64Array) => void;
};

const CODES = 81;

const widthOf = (item: CalibratedItem): number => maximumScore(item) + 2;

function logTable(item: CalibratedItem, nodes: Float64Array): Float64Array {
  const table = new Float64Array(widthOf(item) * nodes.length);
  nodes.forEach((theta, q) => {
    categoryCurve(theta, item).probabilities.forEach((p, k) => {
      table[k * nodes.length + q] = Math.max(LOG_FLOOR, Math.log(Math.max(p, 0)));
    });
  });
  return table;
}

/** The table of `left` and one more item: the new item's score is the lowest digit of the code. */
function product(left: Float64Array, right: Float64Array, width: number, nodes: number): Float64Array {
  const codes = left.length / nodes;
  const table = new Float64Array(codes * width * nodes);
  for (let code = 0; code < codes * width; code += 1) {
    const [high, low] = [Math.floor(code / width) * nodes, (code % width) * nodes];
    for (let q = 0; q < nodes; q += 1) {
      table[code * nodes + q] = (left[high + q] as number) + (right[low + q] as number); // q < nodes
    }
  }
  return table;
}

function groupsOf(items: readonly CalibratedItem[], nodes: Float64Array): ItemGroup[] {
  const groups: ItemGroup[] = [];
  let first = 0;
  let codes = 1;
  let table = new Float64Array(nodes.length);
  const close = (end: number) => {
    if (end > first) groups.push({ first, end, table, empty: codes - 1 });
    first = end;
    codes = 1;
    table = new Float64Array(nodes.length);
  };
  items.forEach((item, i) => {
    const width = widthOf(item);
    if (codes * width > CODES) close(i);
    table = product(table, logTable(item, nodes), width, nodes.length) as Float64Array<ArrayBuffer>; // made here
    codes *= width;
  });
  close(items.length);
  return groups;
}

export function codedLikelihood(items: readonly CalibratedItem[], nodes: Float64Array): CodedLikelihood {
  const widths = Uint16Array.from(items, widthOf);
  const groups = groupsOf(items, nodes);
  const size = nodes.length;
  const codeOf = ({ first, end }: ItemGroup, scores: Uint8Array, from: number): number => {
    let code = 0;
    for (let i = first; i < end; i += 1) {
      const width = widths[i] as number; // i < items
      const score = scores[from + i] as number; // a row has one byte an item
      code = code * width + (score === NOT_PRESENTED ? width - 1 : score);
    }
    return code;
  };
  const fill = (scores: Uint8Array, from: number, out: Float64Array): void => {
    out.fill(0);
    for (const group of groups) {
      const code = codeOf(group, scores, from);
      if (code === group.empty) continue;
      const { table } = group;
      const start = code * size;
      for (let q = 0; q < size; q += 1) out[q] = (out[q] as number) + (table[start + q] as number); // q < size
    }
  };
  return { nodes, fill };
}
