import { describe, expect, it } from 'vitest';
import { fileOf, outcomeOf } from '../testing.ts';

const posting = (name: string): string => `${name}\n\n${'We train models with Python on AWS. '.repeat(12)}`.trim();

describe('a text', () => {
  it.each(['a.txt', 'a.md', 'unnamed'])('%s stays as it is', async (name) => {
    const text = '  # ML Engineer\r\n\r\n* Python\t&amp; SQL\r\n\r\n-----\r\n\r\nEnd ';

    expect((await outcomeOf(fileOf(name, text))).texts).toEqual([
      { id: name, format: name === 'a.md' ? 'md' : 'txt', text },
    ]);
  });

  it('that begins like JSON or a page is still a text', async () => {
    for (const text of ['[Remote] ML Engineer', '{Team} Lead', '<Company> is hiring']) {
      expect((await outcomeOf(fileOf('a.txt', text))).texts[0]?.text).toBe(text);
    }
  });

  it('is a page when it begins as one, and JSON when it is', async () => {
    expect((await outcomeOf(fileOf('a.txt', '<!DOCTYPE html><p>Hi'))).texts[0]).toMatchObject({
      format: 'html',
      text: 'Hi',
    });
    expect((await outcomeOf(fileOf('a.txt', '[{"text": "Hi"}]'))).texts[0]).toMatchObject({
      format: 'json',
      text: 'Hi',
    });
  });

  it('with several postings between lines of marks is parted, and says so', async () => {
    const text = [posting('ML Engineer'), posting('Data Scientist'), posting('Analyst')].join('\n\n=====\n\n');

    const { texts, notes } = await outcomeOf(fileOf('jobs.txt', text));

    expect(texts.map(({ id, text: each }) => [id, each])).toEqual([
      ['jobs.txt', posting('ML Engineer')],
      ['jobs.txt#2', posting('Data Scientist')],
      ['jobs.txt#3', posting('Analyst')],
    ]);
    expect(notes).toEqual(['“jobs.txt” was read as 3 texts, parted by its lines of “-----” or “=====”.']);
  });

  it.each([
    ['a part is short', [posting('ML Engineer'), 'Apply now.'].join('\n\n-----\n\n')],
    ['a part begins as a section', [posting('ML Engineer'), posting('Requirements')].join('\n\n-----\n\n')],
    ['a line underlines a heading', [posting('ML Engineer'), posting('x')].join('\n\nData Scientist\n-----\n\n')],
    ['the lines differ', [posting('A'), posting('B'), posting('C')].join('\n\n-----\n\n').replace('-----', '=====')],
  ])('stays one text when %s', async (_, text) => {
    expect((await outcomeOf(fileOf('job.txt', text))).texts.map((each) => each.text)).toEqual([text]);
  });
});
