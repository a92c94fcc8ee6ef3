import { counted } from '../app/words.ts';
import type { Remark } from './analysis.ts';
import type { ColumnFacts, Totals } from './columns.ts';
import type { Modelled } from './model-reports.ts';
import { listed } from './reading/header.ts';
import type { ReadSheet } from './reading/sheet-builder.ts';

/** Below it most of what is computed rests on few answers. */
const SPARSE = 0.2;
/** Worth a word: nobody learns from a person where the test ends. */
const MANY_EXTREME = 0.1;

/** What the file itself made the reader pass over. */
export function fileRemarks({ faults, faultCount, raggedLines }: ReadSheet): Remark[] {
  if (faultCount === 0) return [];
  const details = faults.map(({ line, column, message }) =>
    column === undefined ? `Line ${line} ${sentence(message)}` : `Line ${line}, ${column}: ${sentence(message)}`,
  );
  const more = faultCount - faults.length;
  const ragged = raggedLines > 0 ? ` ${counted(raggedLines, 'line was', 'lines were')} left out.` : '';
  return [
    {
      tone: 'warn',
      text: `${counted(faultCount, 'place')} in the file ${faultCount === 1 ? 'is' : 'are'} not as expected.${ragged}`,
      details: more > 0 ? [...details, `and ${more.toLocaleString('en')} more.`] : details,
    },
  ];
}

const sentence = (message: string): string => (/[.?!]$/.test(message) ? message : `${message}.`);

/** What the answers allow, before any model. */
export function dataRemarks(
  names: readonly string[],
  facts: readonly ColumnFacts[],
  totals: Totals,
  answered: number,
): Remark[] {
  const remarks: Remark[] = [];
  const nameless = names.filter((_, j) => facts[j]?.answers === 0);
  const constant = names.filter((_, j) => facts[j]?.isConstant);
  if (nameless.length > 0) remarks.push({ tone: 'warn', text: `Nobody answered ${listed(nameless)}.` });
  if (constant.length === names.length) {
    remarks.push({ tone: 'bad', text: 'Everybody gave the same answers, so nothing can be said about the questions.' });
  } else if (constant.length > 0) {
    const text = `${listed(constant)}: everybody got the same points, so the model leaves ${constant.length === 1 ? 'it' : 'them'} out.`;
    remarks.push({ tone: 'warn', text });
  }
  if (answered > 0 && answered < SPARSE) {
    const share = answered < 0.01 ? 'Less than 1 %' : `Only ${Math.round(answered * 100)} %`;
    const text = `${share} of the cells hold an answer: most numbers rest on few answers.`;
    remarks.push({ tone: 'warn', text });
  }
  return answered < SPARSE ? remarks : [...remarks, ...extremeRemarks(totals)]; // one answer is all right or all wrong
}

function extremeRemarks({ points, possible }: Totals): Remark[] {
  let all = 0;
  let right = 0;
  let wrong = 0;
  possible.forEach((most, i) => {
    if (most === 0) return;
    all += 1;
    if (points[i] === most) right += 1;
    if (points[i] === 0) wrong += 1;
  });
  const isMany = (count: number) => all > 1 && count / all >= MANY_EXTREME;
  return [
    ...(isMany(right)
      ? [{ tone: 'neutral' as const, text: `${counted(right, 'person')} got all points: the test ends below them.` }]
      : []),
    ...(isMany(wrong)
      ? [{ tone: 'neutral' as const, text: `${counted(wrong, 'person')} got no point: the test begins above them.` }]
      : []),
  ];
}

/** Why there is no model, or why to read it with care. */
export function modelRemarks(found: Modelled, names: readonly string[]): Remark[] {
  if (found.outcome === 'fitted') {
    if (found.model.converged) return [];
    const text =
      found.model.name === 'rasch'
        ? 'The model did not settle on its numbers (it did not converge): do not rely on a and b.'
        : 'The model did not settle on its numbers (it did not converge): do not rely on a and b, or choose Rasch.';
    return [{ tone: 'warn', text }];
  }
  if (found.blocks.length < 2) return [{ tone: 'warn', text: found.sentence }];
  return [
    {
      tone: 'warn',
      text: `${found.blocks.length} blocks of questions share no person, so their difficulties cannot be compared. Analyse each block alone, or add persons who answered questions of several.`,
      details: found.blocks.map((block) => listed(block.map((j) => names[j] ?? ''))),
    },
  ];
}

/** What was computed from a part of the persons only. */
export function partRemarks(found: Modelled, persons: number, curvePersons: number, hasOptions: boolean): Remark[] {
  const remarks: Remark[] = [];
  const say = (text: string) => remarks.push({ tone: 'neutral', text });
  const all = persons.toLocaleString('en');
  if (found.outcome === 'fitted' && found.model.converged && found.fitPersons < persons) {
    const tested = found.fitPersons.toLocaleString('en');
    if (found.fitPersons === 0) {
      say('The fit (S-X²) of no question could be tested: too few persons answered the same set of questions.');
    } else {
      say(`The fit (S-X²) rests on ${tested} of ${all} persons: those whose set of questions most others share.`);
    }
  }
  if (curvePersons < persons) {
    const what = hasOptions ? 'Curves and the correlations of options rest' : 'Observed points of the curves rest';
    say(`${what} on ${curvePersons.toLocaleString('en')} of ${all} persons, evenly spread over the file.`);
  }
  return remarks;
}
