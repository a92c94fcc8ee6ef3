import type { Item } from '@cairn/exam';
import { describe, expect, it } from 'vitest';
import { lintBank } from './index.ts';
import type { LintOption, LintQuestion } from './lint.ts';
import { nearDuplicates } from './near-duplicates.ts';

const why = 'A reason of decent length.';

function options(key: string, ...distractors: string[]): LintOption[] {
  return [
    { id: 'k', text: key, isKey: true, why },
    ...distractors.map((text, index) => ({ id: `d${index}`, text, isKey: false, why })),
  ];
}

function question(stem: string, choice: readonly LintOption[], id = 'bank/one'): LintQuestion {
  return {
    item: { id } as Item, // rules read nothing else of it
    file: `items/${id}.yaml`,
    line: 7,
    kind: 'multiple-choice',
    stem,
    groups: [{ group: 'choices', options: choice }],
  };
}

const messages = (...questions: LintQuestion[]) =>
  lintBank({ certification: 'bank', questions }).map(({ message }) => message);

const sound = options(
  'A queue that keeps calls',
  'A bucket that keeps files',
  'A table that keeps rows',
  'A cache that keeps pages',
);

describe('a question', () => {
  it('passes when nothing gives its key away', () => {
    expect(messages(question('Where do jobs wait?', sound))).toEqual([]);
  });

  it('states as many answers as it has keys', () => {
    const two = { ...question('Pick some. (Choose TWO.)', sound), kind: 'multiple-response' as const };

    expect(messages(two)).toEqual(['The stem asks for 2, but 1 options are marked correct.']);
    expect(messages({ ...two, stem: 'Pick some.' })[0]).toContain('does not say how many');
  });

  it('has no key that is much longer than its distractors', () => {
    const long = options(
      'A queue that keeps calls until a worker takes them one by one',
      'A bucket',
      'A table',
      'A cache',
    );

    expect(messages(question('Where do they wait?', long))[0]).toContain('times its distractors');
  });

  it('names no letter or position, since options are shuffled', () => {
    const named = sound.map((option) => ({ ...option, why: 'Option B is better than this.' }));

    expect(messages(question('Where?', named))).toEqual([
      '"Option B" names a letter or a position, but options are shuffled.',
    ]);
  });

  it('has no catch-all option, no unexplained one and no twins', () => {
    expect(
      messages(
        question('Where?', [...sound.slice(0, 3), { id: 'all', text: 'All of the above', isKey: false, why }]),
      )[0],
    ).toContain('catch-all');
    expect(
      messages(question('Where?', [...sound.slice(0, 3), { id: 'x', text: 'A stream', isKey: false, why: ' ' }]))[0],
    ).toContain('lacks a rationale');
    expect(messages(question('Where?', options('Amazon S3', 'amazon  s3', 'AWS Glue')))[0]).toContain('say the same');
  });

  it('emphasises a negative', () => {
    expect(messages(question('Which service is not serverless?', sound))[0]).toContain('**not**');
    expect(messages(question('Which service is **not** serverless?', sound))).toEqual([]);
    expect(messages(question('A request is not urgent. Which service fits?', sound))).toEqual([]);
  });

  it('repeats no rare word of its stem in the key alone', () => {
    const echo = options(
      'Quarantine the messages',
      'Delete the messages',
      'Encrypt the messages',
      'Forward the messages',
    );

    expect(messages(question('How does one quarantine mail?', echo))).toEqual([
      'The word "quarantine…" of the stem returns in the key alone; reword one of them.',
    ]);
  });
});

describe('a bank', () => {
  const many = (make: (index: number) => readonly LintOption[]) =>
    Array.from({ length: 40 }, (_, index) => question(`Question ${index}?`, make(index), `bank/q${index}`));
  const rotate = <T>(values: readonly T[], by: number) => [
    ...values.slice(by % values.length),
    ...values.slice(0, by % values.length),
  ];

  it('passes when positions rotate and no option is longest by habit', () => {
    expect(messages(...many((index) => rotate(sound, index)))).toEqual([]);
  });

  it('is refused when the key is the longest option by habit', () => {
    const long = options(
      'A queue that keeps calls around',
      'A bucket that keeps files',
      'A table that keeps rows',
      'A cache that keeps pages',
    );

    expect(messages(...many((index) => rotate(long, index)))[0]).toContain('longest option in 100 %');
  });

  it('is refused when keys stand at one position', () => {
    expect(messages(...many(() => sound))[0]).toContain('positions 40, 0, 0, 0');
  });

  it('is refused when absolute words mark the distractors', () => {
    const absolute = sound.map((option) => (option.isKey ? option : { ...option, text: `${option.text} always` }));

    expect(
      messages(...many((index) => rotate(absolute, index))).some((message) => message.includes('Absolute words')),
    ).toBe(true);
  });
});

it('finds near-duplicates across banks, and not within one item', () => {
  const stem =
    'A retailer streams clickstream records and wants sessions grouped within seconds at the least operational effort.';
  const first = question(stem, sound, 'bank/one');
  const twin = question(`${stem} Which?`, sound, 'other/two');

  expect(nearDuplicates([first, twin])).toHaveLength(1);
  expect(nearDuplicates([first, { ...twin, item: first.item }])).toEqual([]);
  expect(
    nearDuplicates([first, question('Which metric suits rare positives?', options('Recall', 'Accuracy', 'Latency'))]),
  ).toEqual([]);
});
