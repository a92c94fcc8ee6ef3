import { seededRng } from '@cairn/kernel';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { EXAMPLES, examplesOf } from './example-questions.ts';
import {
  emptyResponse,
  gradeFinal,
  publish,
  QUESTION_TYPES,
  type Question,
  type Response,
  reveal,
  solution,
} from './index.ts';
import { controlsOf, textOfPage } from './rendered-controls.ts';
import type { QuestionViewProps } from './view/view-of.tsx';
import { VIEWS } from './views.ts';

const published = (question: Question) => publish(question, seededRng('attempt:1').shuffle);

function render(question: Question, props: Partial<QuestionViewProps> = {}): string {
  const View = VIEWS[question.kind];
  return renderToStaticMarkup(
    <View question={published(question)} response={undefined} onChange={() => undefined} {...props} />,
  );
}

const revealedOf = (question: Question, response: Response) => ({
  ...reveal(question),
  parts: gradeFinal(question, response).parts,
});

/** What the page shows as given: checked boxes, values of selects, pressed buttons, and the order of placed steps. */
function givenIn(markup: string): string[] {
  return controlsOf(markup)
    .filter(({ tag, attributes, name, value }) => {
      if (tag === 'select') return value !== '';
      return 'checked' in attributes || attributes['aria-pressed'] === 'true' || name.startsWith('Remove');
    })
    .map(({ name, value }) => `${name} = ${value}`);
}

/** The question with code in each label, and nowhere else. */
function withMarkedLabels<T>(question: T): T {
  const marked = JSON.stringify(question, (name, value: unknown) => {
    if (typeof value !== 'string') return value;
    const words = value.replaceAll('`', '');
    return name === 'label' ? `\`${words}\`` : words;
  });
  return JSON.parse(marked) as T; // the same shape, other words
}

describe.each(QUESTION_TYPES)('the view of every $kind question', ({ kind }) => {
  const examples = examplesOf(kind);

  it.each(examples)('needs no more than what is published: $name', ({ question }) => {
    const warned = vi.spyOn(console, 'error');

    const markup = render(question);

    expect(textOfPage(markup).length).toBeGreaterThan(40);
    expect(warned).not.toHaveBeenCalled();
    for (const why of Object.values(reveal(question).why)) expect(textOfPage(markup)).not.toContain(why);
  });

  it.each(examples)('names every control: $name', ({ question }) => {
    const controls = [
      ...controlsOf(render(question, { onStrikeOut: () => undefined })),
      ...controlsOf(render(question, { response: solution(question) })),
    ];

    expect(controls.length).toBeGreaterThan(0);
    expect(controls.filter(({ name }) => name.trim() === '')).toEqual([]);
  });

  it.each(examples)('shows labels as words, without the marks of code: $name', ({ question }) => {
    const marked = withMarkedLabels(published(question));
    const View = VIEWS[kind];

    const markup = renderToStaticMarkup(<View question={marked} response={undefined} onChange={() => undefined} />);

    expect(textOfPage(markup)).not.toContain('`');
    expect(controlsOf(markup).filter(({ name }) => name.includes('`'))).toEqual([]);
  });

  it.each(examples)('shows nothing as given before an answer: $name', ({ question }) => {
    expect(givenIn(render(question))).toEqual([]);
    expect(render(question, { response: emptyResponse(published(question)) })).toBe(render(question));
  });

  it.each(examples)('shows a resumed response as it was left: $name', ({ question }) => {
    const first = render(question, { response: solution(question) });
    const stored = JSON.parse(JSON.stringify(solution(question))) as Response; // as the server sends it back

    expect(render(question, { response: stored })).toBe(first);
    expect(givenIn(first)).not.toEqual([]);
    expect(first).not.toBe(render(question));
  });

  it.each(examples)('offers no change when it is disabled: $name', ({ question }) => {
    for (const markup of [
      render(question, { disabled: true, response: solution(question) }),
      render(question, { response: solution(question), revealed: revealedOf(question, solution(question)) }),
    ]) {
      const open = controlsOf(markup).filter(
        ({ attributes }) =>
          !('disabled' in attributes) && attributes['aria-disabled'] !== 'true' && attributes.role !== 'tab',
      );
      expect(open).toEqual([]);
    }
  });

  it.each(examples)('says right or wrong in words, with each reason: $name', ({ question }) => {
    const right = solution(question);
    const rightPage = textOfPage(render(question, { response: right, revealed: revealedOf(question, right) }));
    const emptyPage = textOfPage(
      render(question, { revealed: revealedOf(question, emptyResponse(published(question))) }),
    );

    expect(rightPage).toContain('Correct');
    expect(rightPage).not.toContain('Your choice, not correct');
    expect(emptyPage).toMatch(/Correct, but not chosen|Not correct\. The answer is/);
    for (const why of Object.values(reveal(question).why)) {
      expect(rightPage).toContain(why.trim());
      expect(emptyPage).toContain(why.trim());
    }
  });

  it.each(examples)('renders its texts with the given renderer: $name', ({ question }) => {
    const markup = render(question, { renderText: (text) => <em>{text}</em> });

    expect(markup).toContain('<em>');
  });
});

it('marks struck-out options and keeps them selectable', () => {
  const choice = EXAMPLES.find(({ question }) => question.kind === 'multiple-choice')?.question;
  if (choice?.kind !== 'multiple-choice') throw new Error('no example');
  const [first] = choice.choices;

  const markup = render(choice, { struckOut: [first?.id ?? ''], onStrikeOut: () => undefined });

  const pressed = controlsOf(markup).filter(({ attributes }) => attributes['aria-pressed'] === 'true');
  expect(pressed.map(({ name }) => name)).toEqual([`Strike out: ${first?.text}`]);
  expect(controlsOf(markup).filter(({ tag }) => tag === 'input')).toHaveLength(choice.choices.length);
});

it('lets no arrow key take a value that another target holds, where each serves once', () => {
  const once = examplesOf('drag-and-drop').map(({ question }) => question);
  const question = once.find((candidate) => candidate.kind === 'drag-and-drop' && candidate.use === 'once');
  if (question?.kind !== 'drag-and-drop') throw new Error('No example of drag-and-drop uses each value once.');
  const [held, other] = question.targets;
  const value = question.values[0];
  if (!held || !other || !value) throw new Error('The example has too few targets.');
  const markup = render(question, { response: { kind: 'drag-and-drop', placed: { [held.id]: value.id } } });
  const options = markup.match(new RegExp(`<option value="${value.id}"[^>]*>`, 'g')) ?? [];
  expect(options).toHaveLength(question.targets.length);
  expect(options.filter((option) => option.includes('disabled'))).toHaveLength(question.targets.length - 1);
});

it('says in capitals how many to choose when it is more than one', () => {
  const question = examplesOf('multiple-response')[0]?.question;
  if (!question) throw new Error('There is no example of multiple-response.');
  expect(textOfPage(render(question))).toMatch(/Choose (TWO|THREE) answers\./);
});
