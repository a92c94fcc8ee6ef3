import type { Responses } from '../../responses/responses.ts';
import { codePersons } from './coded-persons.ts';
import { collapse } from './collapse.ts';
import type { Digit } from './item-runs.ts';
import { javascriptKernel } from './javascript-kernel.ts';
import { BLOCK, type CodedPersons, type Kernel, type KernelTables } from './kernel.ts';
import { answeringPersons, type Groups, type Tallies, talliesOf } from './tallies.ts';
import { wasmKernel } from './wasm-kernel.ts';

/** How all shares of the persons are to be coded, so that their counts add up. */
export type CodingPlan = {
  readonly digits: readonly Digit[];
  /** One person of so many is in the sample that a first, rough fit uses. */
  readonly sampleEvery: number;
};

/** One set of parameters, as curves. All that goes out to a share for one iteration. */
export type EStepRequest = {
  readonly nodes: number;
  /** Category rows × nodes, row 0 all ones; see `categoryOffsets`. */
  readonly curves: Float64Array;
  /** Latent groups × nodes; each row sums to 1. */
  readonly priors: Float64Array;
  readonly persons: 'sample' | 'all';
  /** Nodes with less than this share of a person's posterior may be left out; 0 leaves out none. */
  readonly clip: number;
};

/** What the parameters expect of the persons. All that comes back. */
export type EStepAnswer = {
  /** Category rows × nodes: expected weight of persons at each node who gave that answer; row 0 means nothing. */
  readonly counts: Float64Array;
  /** Latent groups × nodes: expected weight of persons at each node. */
  readonly masses: Float64Array;
  readonly logLikelihood: number;
};

/** Some of the persons, who answer "counts for these parameters". Knows no transport; a worker holds one. */
export type EStepShare = {
  readonly tallies: Tallies;
  readonly prepare: (plan: CodingPlan) => void;
  readonly step: (request: EStepRequest) => EStepAnswer;
};

const LOG_LARGE = 256 * Math.LN2;

/** Weighted sum of the logarithms of one block's likelihoods. */
function blockLogLikelihood(kernel: Kernel, weights: Float64Array, first: number, last: number): number {
  const sums = kernel.sums();
  const exponents = kernel.exponents();
  let total = 0;
  for (let i = first; i < last; i += 1) {
    const sum = sums[i - first] as number; // in range: a block has at most BLOCK persons
    // Answers that the parameters hold for impossible count as the least probable double there is.
    const log = Math.log(sum > 0 ? sum : Number.MIN_VALUE) - LOG_LARGE * (exponents[i - first] as number);
    total += (weights[i] as number) * log;
  }
  return total;
}

type Held = { nodes: number; tables: KernelTables };

function answer(coded: CodedPersons, kernel: Kernel, { tables }: Held, request: EStepRequest, last: number) {
  const { nodes, curves, priors, clip } = request;
  tables.curves.set(curves);
  tables.products.set(priors, nodes);
  kernel.build();
  tables.counts.fill(0);
  let logLikelihood = 0;
  for (let first = 0; first < last; first += BLOCK) {
    const end = Math.min(last, first + BLOCK);
    kernel.eStep(first, end, clip);
    logLikelihood += blockLogLikelihood(kernel, coded.weights, first, end);
  }
  const masses = tables.counts.slice(nodes, nodes * (1 + coded.priors)); // before folding, which adds to row 0 only
  kernel.fold();
  return { counts: tables.categoryCounts.slice(), masses, logLikelihood };
}

/** Which loops to use; `automatic` is WebAssembly where the host has it with SIMD and allows it. */
export type KernelChoice = 'automatic' | 'javascript';

const kernelFor = (coded: CodedPersons, choice: KernelChoice): Kernel =>
  (choice === 'automatic' ? wasmKernel(coded) : undefined) ?? javascriptKernel(coded);

/** All persons of `responses` as one share. */
export function eStepShare(responses: Responses, groups: Groups, choice: KernelChoice = 'automatic'): EStepShare {
  const persons = answeringPersons(responses);
  let prepared: { coded: CodedPersons; kernel: Kernel; sample: number } | undefined;
  let held: Held | undefined;
  return {
    tallies: talliesOf(responses, groups, persons),
    prepare: ({ digits, sampleEvery }) => {
      const rows = collapse({ responses, groups, persons }, digits);
      // A row that stands for all persons of one pattern is no random one, and there are few: all are the sample.
      const every = rows.responses === responses ? sampleEvery : 1;
      const coded = codePersons(rows.responses, rows.groups, digits, rows.persons, every);
      prepared = { coded, kernel: kernelFor(coded, choice), sample: Math.ceil(coded.persons / every) };
      held = undefined;
    },
    step: (request) => {
      if (prepared === undefined) throw new RangeError('a share steps after it was prepared');
      const { coded, kernel, sample } = prepared;
      if (held?.nodes !== request.nodes) held = { nodes: request.nodes, tables: kernel.tables(request.nodes) };
      return answer(coded, kernel, held, request, request.persons === 'all' ? coded.persons : sample);
    },
  };
}
