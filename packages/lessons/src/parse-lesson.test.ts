import { describe, expect, it } from 'vitest';
import { parseLesson } from './parse-lesson.ts';

const HEAD = `---
schema: lesson/1
id: aif-c01/1.1
version: 1
title: What learning from examples means
summary: You can say which problems machine learning fits, and which a rule solves.
skills: [machine-learning]
minutes: 6
checks: [aif-c01/one, aif-c01/two, aif-c01/three]
reviewBy: 2027-05-21
sources:
  - { url: "https://docs.aws.amazon.com/", title: Documentation, checkedOn: 2026-11-21 }
---`;

const BODY = `
Why not write the rule down?

## The idea
Examples *instead* of rules.

\`\`\`figure
figure: decision-threshold
caption: Move the threshold and watch recall.
params: { threshold: 0.4 }
\`\`\`

After it.

\`\`\`text
## not a heading
\`\`\`

## A worked decision
Choose.

## In the exam
Asked.

## At work
Done.
`;

const faultsOf = (source: string) => parseLesson(source).faults;

describe('a lesson', () => {
  it('comes in its parts, with figures between the text', () => {
    const { lesson } = parseLesson(`${HEAD}\n${BODY}`);

    expect(lesson).toMatchObject({ id: 'aif-c01/1.1', opening: 'Why not write the rule down?' });
    expect(lesson?.parts.map(({ id }) => id)).toEqual(['idea', 'decision', 'exam', 'work']);
    expect(lesson?.parts[0]?.blocks).toEqual([
      { kind: 'text', text: 'Examples *instead* of rules.' },
      {
        kind: 'figure',
        figure: 'decision-threshold',
        caption: 'Move the threshold and watch recall.',
        params: { threshold: 0.4 },
      },
      { kind: 'text', text: 'After it.\n\n```text\n## not a heading\n```' },
    ]);
  });

  it.each([
    ['no head', BODY, 1, 'begins with its head'],
    ['a head that is no YAML', `---\ntitle: "x\n---\n${BODY}`, 2, 'Not valid YAML'],
    ['two checks', `${HEAD.replace(', aif-c01/three', '')}\n${BODY}`, 9, 'three questions'],
    ['a missing part', `${HEAD}\n${BODY.replace('## At work', '### At work')}`, 17, 'The headings of a lesson are'],
    ['no opening', `${HEAD}\n${BODY.replace('Why not write the rule down?', '')}`, 17, 'opening'],
    ['a figure without a caption', `${HEAD}\n${BODY.replace(/caption.*\n/, '')}`, 20, 'figure caption'],
    [
      'a diagram that cannot be drawn',
      `${HEAD}\n${BODY.replace('```text\n## not a heading', '```diagram\nalt: What this shows.\na: A\na -> b')}`,
      31,
      'No box is called "b"',
    ],
    [
      'a figure that stays open',
      `${HEAD}\n${BODY.replace(/\}\n```\n\nAfter[^`]*```text\n## not a heading\n```/, '}')}`,
      17,
      'headings',
    ],
  ])('is refused with %s, at its line', (_, source, line, message) => {
    expect(faultsOf(source)).toMatchObject([{ line, message: expect.stringContaining(message) }]);
  });

  it('does not hang on a hostile text', () => {
    expect(faultsOf(`---\na: &a [1]\nb: *a\n---\n${BODY}`)).toHaveLength(1);
    expect(faultsOf('x'.repeat(100_000))).toMatchObject([{ line: 1, message: expect.stringContaining('characters') }]);
  });
});
