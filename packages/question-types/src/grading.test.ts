import { describe, expect, it } from 'vitest';
import { examplesOf } from './example-questions.ts';
import {
  contextOf,
  creditOf,
  expand,
  grade,
  gradeFinal,
  optionsOf,
  type Question,
  type Response,
  stemOf,
} from './index.ts';

/** The example whose file is named so; the numbers below are worked out from it by hand. */
function example<Kind extends Question['kind']>(kind: Kind, name: string): Extract<Question, { kind: Kind }> {
  const found = examplesOf(kind).find((entry) => entry.name.endsWith(`/${name}.yaml`));
  if (!found) throw new Error(`no example ${name}`);
  return found.question as Extract<Question, { kind: Kind }>; // examplesOf gives this kind alone
}

const finalPoints = (question: Question, response: Response) =>
  creditOf(gradeFinal(question, response).parts, 'per-part');

describe('credit', () => {
  it('counts parts, or the whole', () => {
    const parts = [
      { id: 'first', correct: true },
      { id: 'second', correct: false },
    ];

    expect(creditOf(parts, 'per-part')).toEqual({ points: 1, possible: 2 });
    expect(creditOf(parts, 'all-or-nothing')).toEqual({ points: 0, possible: 1 });
    expect(() => creditOf([], 'per-part')).toThrow(RangeError);
  });
});

describe('choices', () => {
  const response = example('multiple-response', 'bias-detection');
  const select = example('multiple-select', 'content-safety');

  it('are all or nothing on AWS', () => {
    const half: Response = { kind: 'multiple-response', chosen: ['dpl', 'latency'] };

    expect(grade(response, half)).toEqual({ outcome: 'graded', parts: [{ id: 'answer', correct: false }] });
  });

  it('earn a point for each key on Microsoft', () => {
    expect(finalPoints(select, { kind: 'multiple-select', chosen: ['shields', 'blocklist'] })).toEqual({
      points: 1,
      possible: 2,
    });
    expect(finalPoints(select, { kind: 'multiple-select', chosen: ['shields'] }).points).toBe(1);
  });

  it('earn nothing by choosing everything', () => {
    const everything: Response = { kind: 'multiple-select', chosen: select.choices.map(({ id }) => id) };

    expect(grade(select, everything)).toMatchObject({ outcome: 'invalid' });
    expect(finalPoints(select, everything).points).toBe(0);
  });

  it('ask for what is missing, and refuse a repeated option', () => {
    expect(grade(select, { kind: 'multiple-select', chosen: ['shields'] })).toEqual({
      outcome: 'incomplete',
      hint: 'Choose 2: 1 chosen so far.',
    });
    expect(grade(select, { kind: 'multiple-select', chosen: ['shields', 'shields'] })).toMatchObject({
      outcome: 'invalid',
    });
  });
});

describe('sequences', () => {
  it('count each step in its place on Microsoft, none on AWS unless all are', () => {
    const list = example('build-list', 'deploy-model');
    const order = example('ordering', 'ml-life-cycle');

    const swapped: Response = { kind: 'build-list', placed: ['resource', 'project', 'call', 'deployment'] };
    const started: Response = { kind: 'ordering', placed: ['frame', 'collect'] };

    expect(finalPoints(list, swapped)).toEqual({ points: 2, possible: 4 });
    expect(finalPoints(order, started)).toEqual({ points: 0, possible: 1 });
    expect(grade(order, started)).toMatchObject({ outcome: 'incomplete' });
  });

  it('give nothing for a step that is placed twice', () => {
    const list = example('build-list', 'evaluation');
    const twice: Response = { kind: 'build-list', placed: ['dataset', 'dataset', 'score'] };

    expect(grade(list, twice)).toMatchObject({ outcome: 'invalid' });
    expect(
      gradeFinal(list, twice)
        .parts.filter(({ correct }) => correct)
        .map(({ id }) => id),
    ).toEqual(['score']);
  });
});

describe('assignments', () => {
  it('count each target on Microsoft and keep what is right when the rest is open', () => {
    const question = example('drag-and-drop', 'evaluators');

    expect(finalPoints(question, { kind: 'drag-and-drop', placed: { sources: 'groundedness' } })).toEqual({
      points: 1,
      possible: 3,
    });
  });

  it('refuse a value in two targets if each may serve once', () => {
    const question = example('drag-and-drop', 'design');
    const everywhere: Response = { kind: 'drag-and-drop', placed: { index: 'search', captions: 'search' } };

    expect(grade(question, everywhere)).toMatchObject({ outcome: 'invalid' });
    expect(finalPoints(question, everywhere).points).toBe(0);
  });

  it('are all or nothing in matching', () => {
    const question = example('matching', 'services');
    const almost: Response = { kind: 'matching', matches: { forms: 'textract', speech: 'polly', bot: 'kendra' } };

    expect(finalPoints(question, almost)).toEqual({ points: 0, possible: 1 });
  });

  it('refuse a hot area of another variant', () => {
    const question = example('hot-area', 'regions-pipeline');
    const rows: Response = { kind: 'hot-area', variant: 'statements', answers: { gateway: 'yes' } };

    expect(grade(question, rows)).toMatchObject({ outcome: 'invalid' });
    expect(finalPoints(question, rows)).toEqual({ points: 0, possible: 2 });
  });

  it('count a setting that must stay unchecked', () => {
    const question = example('active-screen', 'index-field');
    const settings = { filterable: 'unchecked', searchable: 'unchecked', type: 'string' };

    expect(finalPoints(question, { kind: 'active-screen', settings })).toEqual({ points: 2, possible: 3 });
  });
});

describe('composites', () => {
  it('keep what is right in a case study when another of its questions is open or invalid', () => {
    const study = example('case-study', 'support-desk');
    const given: Response = {
      kind: 'case-study',
      responses: {
        retrieval: { kind: 'multiple-choice', chosen: ['nobody'] },
        access: { kind: 'multiple-select', chosen: ['identity'] },
      },
    };

    expect(grade(study, given)).toEqual({
      outcome: 'invalid',
      reason: 'retrieval: nobody is no option of this question',
    });
    expect(gradeFinal(study, given).parts).toEqual([
      { id: 'retrieval/answer', correct: false },
      { id: 'access/identity', correct: true },
      { id: 'access/role', correct: false },
    ]);
  });

  it('hand out the questions of a case study with their own tasks and ratings', () => {
    const study = example('case-study', 'support-desk');

    expect(expand(study)[1]).toMatchObject({ id: 'access', angoff: 0.55, tasks: ['ai-103/1.2', 'ai-103/1.3'] });
    expect(contextOf(study)).toMatchObject({ title: 'Fabrikam support desk' });
    expect(expand(example('matching', 'services'))).toEqual([]);
  });

  it('make a Yes/No question of each solution, with scenario, goal and solution in its stem', () => {
    const series = example('solution-series', 'latency');
    const [first] = expand(series);
    if (!first) throw new Error('nothing came out');

    expect(stemOf(first.question)).toContain('400 identical questions');
    expect(stemOf(first.question)).toContain(series.goal);
    expect(stemOf(first.question)).toContain('You stream the answer.');
    expect(optionsOf(first.question).map(({ text, isKey }) => [text, isKey])).toEqual([
      ['Yes', true],
      ['No', false],
    ]);
  });
});
