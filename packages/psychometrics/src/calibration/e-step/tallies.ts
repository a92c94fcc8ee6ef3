import { vectorSum } from '../../numbers/vectors.ts';
import { NOT_PRESENTED, type Responses } from '../../responses/responses.ts';
import { type Joined, joinBoth, joinedItems } from '../connected-blocks.ts';
import { startProgram } from './wasm-program.ts';

/** What must be known of all persons before any is coded: counts that add up over shares of the persons. */
export type Tallies = {
  /** items × 256: the weight of each score, `NOT_PRESENTED` included. */
  readonly scores: Float64Array;
  /** Weight of the persons with at least one answer, by latent group. */
  readonly groupWeights: Float64Array;
  readonly joined: Joined;
  /** Rows with at least one answer. */
  readonly rows: number;
};

/** How many scores a byte can hold, `NOT_PRESENTED` included: the width of a tally. */
export const SCORE_VALUES = 256;

/** Latent group of each person, 0 … groups − 1; without an array all are in group 0. */
export type Groups = { readonly count: number; readonly ofPerson?: ArrayLike<number> };

const hasAnswer = ({ scores, items }: Responses, person: number): boolean => {
  for (let at = person * items; at < (person + 1) * items; at += 1) if (scores[at] !== NOT_PRESENTED) return true;
  return false;
};

/** Persons who answered anything; the others say nothing about an item. */
export function answeringPersons(responses: Responses): Int32Array {
  const persons = new Int32Array(responses.persons);
  let count = 0;
  for (let i = 0; i < responses.persons; i += 1) {
    if ((responses.weights?.[i] ?? 1) === 0 || !hasAnswer(responses, i)) continue;
    persons[count] = i;
    count += 1;
  }
  return persons.subarray(0, count);
}

/** Rows in one call of the compiled program. */
const TALLY_BLOCK = 4096;

/** Counts by the compiled program; false where the host cannot run it. */
function countCompiled({ scores, items, persons }: Responses, out: Float64Array): boolean {
  const program = startProgram();
  if (program === undefined) return false;
  const cells = program.space.place(TALLY_BLOCK * items);
  const counts = program.space.place(4 * out.length);
  const bytes = new Uint8Array(program.memory.buffer);
  for (let first = 0; first < persons; first += TALLY_BLOCK) {
    const rows = Math.min(TALLY_BLOCK, persons - first);
    bytes.set(scores.subarray(first * items, (first + rows) * items), cells);
    program.run.tally(cells, rows, items, counts);
  }
  out.set(new Uint32Array(program.memory.buffer, counts, out.length));
  return true;
}

function countScores({ scores, items, persons }: Responses, out: Float64Array): void {
  let at = 0;
  for (let i = 0; i < persons; i += 1) {
    for (let slot = 0; slot < items * SCORE_VALUES; slot += SCORE_VALUES) {
      const cell = slot + (scores[at] as number); // in range: at counts the cells
      out[cell] = (out[cell] as number) + 1;
      at += 1;
    }
  }
}

function weighScores({ scores, items, persons }: Responses, weights: Float64Array, out: Float64Array): void {
  for (let i = 0; i < persons; i += 1) {
    const weight = weights[i] ?? 0;
    for (let j = 0; j < items; j += 1) {
      const cell = j * SCORE_VALUES + (scores[i * items + j] as number); // in range, as above
      out[cell] = (out[cell] as number) + weight;
    }
  }
}

export function talliesOf(responses: Responses, groups: Groups, persons: Int32Array): Tallies {
  const scores = new Float64Array(responses.items * SCORE_VALUES);
  if (responses.weights) weighScores(responses, responses.weights, scores);
  else if (!countCompiled(responses, scores)) countScores(responses, scores);
  const groupWeights = new Float64Array(groups.count);
  for (const i of persons) {
    const group = groups.ofPerson?.[i] ?? 0;
    groupWeights[group] = (groupWeights[group] ?? 0) + (responses.weights?.[i] ?? 1);
  }
  return { scores, groupWeights, joined: joinedItems(responses), rows: persons.length };
}

/** @throws RangeError for shares of other items, or with another number of groups: their counts do not add up */
export function addTallies(a: Tallies, b: Tallies): Tallies {
  if (a.joined.length !== b.joined.length || a.groupWeights.length !== b.groupWeights.length) {
    const shape = (t: Tallies) => `${t.joined.length} items and ${t.groupWeights.length} groups`;
    throw new RangeError(`a part of ${shape(a)} and one of ${shape(b)}; give all parts the same items and groups`);
  }
  return {
    scores: vectorSum(a.scores, b.scores),
    groupWeights: vectorSum(a.groupWeights, b.groupWeights),
    joined: joinBoth(a.joined, b.joined),
    rows: a.rows + b.rows,
  };
}
