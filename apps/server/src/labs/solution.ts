import type { LabSolution } from '@cairn/contract';
import { type Lab, type LabCall, type Language, openDatasets, renderCalls } from '@cairn/labs';
import { getStep, type LabReading, placeOfStep } from './reading.ts';

/** A file over this is fetched as a dataset, not with the page. */
const MOST_FILE_BYTES = 2 * 1024 * 1024;

/** The reference solution of a step in a language, ready to run. */
export function renderSolution(
  { lab, run }: LabReading,
  stepId: string,
  language: Language,
): Pick<LabSolution, 'code' | 'files'> {
  const { solution } = getStep(lab, stepId);
  const needed = savedBefore(lab, placeOfStep(lab, stepId)).filter(([name]) => mentions(solution, name));
  const known = needed.map(([name, hole]) => [name, run.variables[name] ?? hole]);
  const { code, files } = renderCalls(solution, language, {
    datasets: openDatasets(lab.datasets),
    known: Object.fromEntries(known) as Readonly<Record<string, unknown>>,
    advanceCommand: (milliseconds) => `npx cairn lab advance ${lab.id} ${Math.ceil(milliseconds / 60_000)}m`,
  });
  return {
    code,
    files: files.map(({ path, bytes }) => ({
      path,
      bytes: bytes.length,
      base64: bytes.length > MOST_FILE_BYTES ? null : Buffer.from(bytes).toString('base64'),
    })),
  };
}

const mentions = (calls: readonly LabCall[], name: string) => JSON.stringify(calls).includes(`\${${name}}`);

/** Values that the start of the lab and solutions of earlier steps save. Who did those steps alone fills theirs in. */
function savedBefore({ start, steps }: Lab, place: number): [name: string, hole: string][] {
  const before = [{ calls: start, title: 'the start of the lab' }].concat(
    steps.slice(0, place).map(({ solution, title }) => ({ calls: solution, title })),
  );
  return before.flatMap(({ calls, title }) =>
    calls.flatMap((call) => {
      const saved = 'save' in call ? Object.entries(call.save ?? {}) : [];
      const from = 'call' in call ? call.call : 'wait' in call ? call.wait : '';
      return saved.map(([name, path]): [string, string] => [name, `<${path} of ${from}, from "${title}">`]);
    }),
  );
}
