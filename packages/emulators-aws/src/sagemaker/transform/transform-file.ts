import type { DescribeTransformJobResponse } from '@aws-sdk/client-sagemaker';
import type { Predictor } from '../algorithms/algorithm.ts';
import { parseContentType } from '../data/content-type.ts';
import { linesOf, splitCsvLine } from '../data/csv.ts';
import { UserFault } from '../data/user-fault.ts';
import { serveRequest } from '../inference/serve.ts';
import { parseFilter } from './filter.ts';

/** What of a transform job decides how one file is transformed. */
export type TransformSettings = Pick<
  DescribeTransformJobResponse,
  'TransformInput' | 'TransformOutput' | 'BatchStrategy' | 'MaxPayloadInMB' | 'DataProcessing'
>;

const MEGABYTE = 1024 * 1024;
const DEFAULT_PAYLOAD_MB = 6;

/** Lines together in requests of at most the payload limit; one each where the strategy says so. */
function batchesOf(lines: readonly string[], { BatchStrategy, MaxPayloadInMB }: TransformSettings): string[][] {
  const limit = (MaxPayloadInMB ?? DEFAULT_PAYLOAD_MB) * MEGABYTE;
  const batches: string[][] = [];
  let size = 0;
  for (const line of lines) {
    const last = batches.at(-1);
    if (last && BatchStrategy !== 'SingleRecord' && size + line.length < limit) last.push(line);
    else batches.push([line]);
    size = last === batches.at(-1) ? size + line.length + 1 : line.length;
  }
  return batches;
}

function joinedLines(input: readonly string[], output: readonly string[], filter: string): string[] {
  if (input.length !== output.length) {
    throw new UserFault(
      `Joining needs one line of output for each of input, but ${output.length} stand against ${input.length}: set Accept to text/csv.`,
    );
  }
  const keep = parseFilter(filter);
  return input.map((line, i) => keep([...splitCsvLine(line), ...splitCsvLine(output[i] ?? '')]).join(','));
}

/** One request: filtered, answered, joined with its input, and filtered again. */
function transformBatch(predictor: Predictor, lines: readonly string[], settings: TransformSettings): string[] {
  const { TransformInput, TransformOutput, DataProcessing } = settings;
  const { InputFilter = '$', OutputFilter = '$', JoinSource = 'None' } = DataProcessing ?? {};
  const contentType = TransformInput?.ContentType ?? 'text/csv';
  const keep = parseFilter(InputFilter);
  const sent = InputFilter === '$' ? lines : lines.map((line) => keep(splitCsvLine(line)).join(','));
  const body = new TextEncoder().encode(sent.join('\n'));
  const answer = serveRequest(predictor, { contentType, accept: TransformOutput?.Accept, body, isBatch: true });
  const output = answer.body.split('\n').filter((line) => line !== '');
  if (JoinSource === 'Input') return joinedLines(lines, output, OutputFilter);
  const keepOutput = parseFilter(OutputFilter);
  return OutputFilter === '$' ? output : output.map((line) => keepOutput(splitCsvLine(line)).join(','));
}

/** The content of the `.out` file for one input file. */
export function transformFile(predictor: Predictor, text: string, settings: TransformSettings): string {
  const { TransformInput, TransformOutput, DataProcessing } = settings;
  const isCsv = parseContentType(TransformInput?.ContentType ?? 'text/csv').type === 'text/csv';
  if (DataProcessing && !isCsv) throw new UserFault('DataProcessing works on text/csv only in this sandbox.');
  const isSplit = TransformInput?.SplitType === 'Line' || isCsv;
  const batches = isSplit ? batchesOf(linesOf(text), settings) : [[text]];
  const outputs = batches.flatMap((batch) => transformBatch(predictor, batch, settings));
  const separator = TransformOutput?.AssembleWith === 'Line' || isCsv ? '\n' : '';
  return outputs.map((output) => output + separator).join('');
}
