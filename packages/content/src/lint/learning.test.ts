import { describe, expect, it } from 'vitest';
import { loadCards, loadLessons } from '../load-lessons.ts';
import { cardLinks, sameCards } from './cards.ts';
import { lessonFaults } from './lessons.ts';
import type { LinkTargets } from './links.ts';
import { diagramFaults, figureFaults } from './pictures.ts';

const targets: LinkTargets = {
  tasks: new Set(['aif-c01/1.1', 'aif-c01/1.2']),
  skills: new Set(['machine-learning']),
  exams: new Map(),
};

const card = (id: string, front: string, over = '') =>
  `  - id: ${id}\n    front: ${front}\n    back: Because it is so.\n    skills: [machine-learning]\n    sources: [{ url: "https://a.example/", title: A, checkedOn: 2026-11-21 }]\n${over}`;

const cardsFile = (task: string, ...cards: string[]) => ({
  file: `cards/${task}.yaml`,
  text: `schema: cards/1\ntask: ${task}\nreviewBy: 2027-05-21\ncards:\n${cards.join('')}`,
});

describe('cards', () => {
  it('load by task, and an id is taken once within an exam', () => {
    const { cards, faults } = loadCards([
      cardsFile('aif-c01/1.1', card('one', 'Which service reads forms?')),
      cardsFile('aif-c01/1.2', card('one', 'Which metric punishes misses?')),
      cardsFile('mla-c02/1.1', card('one', 'Which format is columnar?')),
    ]);

    expect(cards.map(({ cards: { task } }) => task)).toEqual(['aif-c01/1.1', 'mla-c02/1.1']);
    expect(faults).toMatchObject([
      { file: 'cards/aif-c01/1.2.yaml', line: 5, message: expect.stringContaining('taken') },
    ]);
  });

  it('are refused in the wrong place, and with two lines on a side', () => {
    const moved = { ...cardsFile('aif-c01/1.1', card('one', 'Which service?')), file: 'cards/aif-c01/1.2.yaml' };
    const long = cardsFile('aif-c01/1.2', card('two', '"Which\\nservice?"'));

    expect(loadCards([moved, long]).faults.map(({ message }) => message)).toEqual([
      'It is about "aif-c01/1.1", but the path says "aif-c01/1.2".',
      expect.stringContaining('one line'),
    ]);
  });

  it('name tasks and skills that exist, and ask a thing once within an exam', () => {
    const { cards } = loadCards([
      cardsFile('aif-c01/1.9', card('one', 'Which Amazon service extracts fields from scanned paper forms?')),
      cardsFile('aif-c01/1.2', card('two', 'Which service extracts the fields from scanned paper forms?')),
      cardsFile('mla-c02/1.1', card('one', 'Which service extracts fields from scanned paper forms?')),
    ]);
    const [first] = cards;

    expect(first && cardLinks(first, targets)).toMatchObject([
      { line: 2, message: expect.stringContaining('aif-c01/1.9') },
    ]);
    expect(sameCards(cards)).toMatchObject([
      { file: 'cards/aif-c01/1.2.yaml', message: expect.stringContaining('"one"') },
    ]);
  });
});

const lessonFile = (over: { words?: number; block?: string; checks?: string } = {}) => ({
  file: 'lessons/aif-c01/1.1.md',
  text: `---
schema: lesson/1
id: aif-c01/1.1
version: 1
title: What learning means
summary: You can say what learning from examples means.
skills: [machine-learning]
minutes: 6
checks: ${over.checks ?? '[aif-c01/a, aif-c01/b, aif-c01/c]'}
reviewBy: 2027-05-21
sources:
  - { url: "https://a.example/", title: A, checkedOn: 2026-11-21 }
---

Why?

## The idea
${'word '.repeat(over.words ?? 600)}
${over.block ?? '```figure\nfigure: k-means\ncaption: Step until nothing moves.\n```'}

## A worked decision
Choose.

## In the exam
Asked.

## At work
Done.
`,
});

const lesson = (over: Parameters<typeof lessonFile>[0] = {}) => {
  const { lessons, faults } = loadLessons([lessonFile(over)]);
  const loaded = lessons.get('aif-c01/1.1');
  if (!loaded) throw new Error(faults.map(({ message }) => message).join(' '));
  return loaded;
};

describe('a lesson', () => {
  it.each([
    ['checks that do not exist', {}, 'Unknown item "aif-c01/a"'],
    ['too few words', { words: 20 }, 'too few'],
    ['too many words', { words: 2000 }, 'too many'],
    ['no picture', { block: 'nothing' }, 'A lesson has a picture'],
  ])('is refused with %s', (_, over, message) => {
    const messages = lessonFaults(lesson(over), targets, new Map()).map((fault) => fault.message);

    expect(messages.join('\n')).toContain(message);
  });

  it('shows figures that exist, with parameters that they take', () => {
    const unknown = '```figure\nfigure: k-meens\ncaption: Step until nothing moves.\n```';
    const wrong = '```figure\nfigure: k-means\ncaption: Step until nothing moves.\nparams: { k: many }\n```';

    expect(figureFaults(lesson())).toEqual([]);
    expect(figureFaults(lesson({ block: unknown }))).toMatchObject([
      { line: 20, message: expect.stringContaining('k-means') },
    ]);
    expect(figureFaults(lesson({ block: wrong }))).toHaveLength(1);
  });
});

it('a diagram that cannot be drawn is named at its line', () => {
  const text = 'Before.\n\n```diagram\nalt: A calls B.\na: A\nb: B\na -> c\n```\n';

  expect(diagramFaults('x.md', text)).toMatchObject([{ file: 'x.md', line: 7 }]);
  expect(diagramFaults('x.md', text.replace('-> c', '-> b'))).toEqual([]);
});
