import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { examplesOf } from './example-questions.ts';
import { Question } from './index.ts';

/** What an author is told about a question with one mistake in it: `place: message`. */
function told(kind: string, name: string, mistake: (source: string) => string): string[] {
  const found = examplesOf(kind).find((entry) => entry.name.endsWith(`/${name}.yaml`));
  if (!found) throw new Error(`no example ${name}`);
  const source = JSON.stringify(found.question);
  const broken = mistake(source);
  if (broken === source) throw new Error('the mistake changed nothing');
  const outcome = Question.safeParse(parse(broken));
  return outcome.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
}

const replace = (from: string | RegExp, to: string) => (source: string) => source.replace(from, to);

describe('an author is told what to mend', () => {
  it.each([
    [
      'an unknown kind',
      told('matching', 'services', replace('"matching"', '"pairing"')),
      /^kind: kind is one of multiple-choice, .*case-study$/,
    ],
    [
      'two keys in a multiple choice',
      told('multiple-choice', 'leakage', replace('"id":"drift"', '"correct":true,"id":"drift"')),
      /^choices: mark one choice with correct: true; 2 are marked$/,
    ],
    [
      'a stem that asks for another number',
      told('multiple-response', 'bias-detection', replace('Choose TWO', 'Choose THREE')),
      /^stem: 2 choices are marked correct, so the stem must say \(Choose TWO\.\)$/,
    ],
    [
      'a stem that does not say how many',
      told('multiple-select', 'chunk-settings', replace('TWO', 'relevant')),
      /^stem: .*Choose TWO/,
    ],
    [
      'an id that gives the key away',
      told('multiple-choice', 'leakage', replace('"id":"drift"', '"id":"wrong-drift"')),
      /^choices\.1\.id: ids reach the browser/,
    ],
    [
      'an id that is a letter',
      told('multiple-choice', 'leakage', replace('"id":"drift"', '"id":"b"')),
      /^choices\.1\.id: an id says what the thing is/,
    ],
    [
      'an id used twice',
      told('ordering', 'fine-tune', replace('"id":"store"', '"id":"examples"')),
      /^sequence\.1\.id: id examples is used twice; rename one$/,
    ],
    [
      'two options that say the same',
      told('multiple-choice', 'leakage', replace('Concept drift', 'data leakage ')),
      /^choices\.1: says the same as leak; reword or remove one$/,
    ],
    [
      'a missing rationale',
      told('multiple-choice', 'leakage', replace(/,"why":"Drift[^"]*"/, '')),
      /^choices\.1\.why: /,
    ],
    [
      'an unknown field',
      told('ordering', 'fine-tune', replace('"stem"', '"hint":"none","stem"')),
      /^: Unrecognized key: "hint"$/,
    ],
    [
      'a match without its response',
      told('matching', 'services', replace('"match":"lex"', '"match":"alexa"')),
      /^prompts\.2\.match: no response has the id alexa/,
    ],
    [
      'a value that serves twice but may serve once',
      told('drag-and-drop', 'roles', replace('"many"', '"once"')),
      /^targets\.1\.value: system serves twice, but use is once/,
    ],
    [
      'a drop-down that the body lacks',
      told('hot-area', 'drop-downs-client', replace('{{client}}', 'Client')),
      /^body: \{\{client\}\} stands in the body 0 times/,
    ],
    [
      'a mark without its drop-down',
      told('hot-area', 'drop-downs-client', replace('endpoint=url', 'endpoint={{url}}')),
      /^body: \{\{url\}\} has no area/,
    ],
    [
      'a region beyond the picture',
      told('hot-area', 'regions-pipeline', replace('"x":460', '"x":560')),
      /^regions\.0: batch reaches beyond the picture/,
    ],
    [
      'regions on top of one another',
      told('hot-area', 'regions-pipeline', replace('"x":460', '"x":300')),
      /^regions\.3: index covers batch; move one$/,
    ],
    [
      'an unknown variant',
      told('hot-area', 'statements-rag', replace('"variant":"statements"', '"variant":"rows"')),
      /^variant: a hot-area has the variant statements, drop-downs or regions$/,
    ],
    [
      'an answer that is no Yes or No',
      told('hot-area', 'statements-rag', replace('"answer":"no"', '"answer":false')),
      /^statements\.0\.answer: answer is "yes" or "no", in quotes$/,
    ],
    [
      'an answer that the field does not offer',
      told('active-screen', 'deploy', replace('"answer":"ptu"', '"answer":"gold"')),
      /^fields\.0\.answer: no option has the id gold/,
    ],
    [
      'too few solutions',
      told('solution-series', 'grounding', replace(/,\{"id":"stop".*?\}/, '')),
      /^solutions: propose three or four solutions$/,
    ],
    [
      'a case study inside a case study',
      told('case-study', 'support-desk', replace('"kind":"multiple-choice"', '"kind":"case-study"')),
      /^questions\.0\.question\.kind: kind is one of /,
    ],
    [
      'an impossible rating',
      told('case-study', 'support-desk', replace('"angoff":0.6', '"angoff":60')),
      /^questions\.0\.angoff: angoff lies between 0 and 1$/,
    ],
  ])('about %s', (_, messages, expected) => {
    expect(messages.join('\n')).toMatch(new RegExp(expected.source, 'm'));
  });

  it('about a form that is right before it is touched', () => {
    const source = {
      kind: 'active-screen',
      stem: 'Configure.',
      title: 'Form',
      fields: [{ id: 'filter', label: 'Filter', control: 'check-box', answer: 'unchecked', why: 'It stays off.' }],
    };

    expect(Question.safeParse(source).error?.issues.map(({ message }) => message)).toEqual([
      'the untouched form is already right; add a setting that must change',
    ]);
  });
});
