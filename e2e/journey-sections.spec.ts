import type { Report } from '@cairn/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Candidate } from './sitting.ts';
import { faultsOf, Stage, type Visit } from './stage.ts';

/** The kinds that this exam asks, but for those whose parts stand alone on screen. */
const KINDS = ['active-screen', 'build-list', 'drag-and-drop', 'hot-area', 'multiple-choice', 'multiple-select'];

let stage: Stage;
let visit: Visit;

beforeAll(async () => {
  stage = await Stage.open();
  visit = await stage.visit({ theme: 'dark', width: 1440 });
});
afterAll(() => stage?.close());

const isWell = async () => expect(await faultsOf(visit.page)).toEqual([]);

it('a candidate sits an exam whose parts lock, by keyboard alone', async () => {
  const { page, keys, witness } = visit;
  await page.goto('/exams/ai-103');
  const exam = await Candidate.start(stage, visit, 'Start the exam');
  const { sections } = await exam.attempt();
  const [questions, series, study] = sections;
  if (!questions || !series || !study) throw new Error('this exam has questions, a series and a case study');
  expect(sections.map(({ lock }) => lock)).toEqual(['on-leaving', 'forward-only', 'on-leaving']);

  await keys.press('k');
  const calculator = page.getByRole('region', { name: 'Calculator' });
  await keys.tabTo(calculator.getByRole('textbox'));
  await keys.type('12*(3+4)');
  await calculator.getByText('= 84').waitFor();
  await isWell();
  await keys.press('Escape');
  await calculator.waitFor({ state: 'hidden' });

  // The first part: free within, and announced before it locks.
  await exam.answerAll(questions.slots);
  const leaving = page.getByRole('dialog', { name: `Leave “${questions.title}” for good?` });
  await leaving.getByText('Every question here is answered').waitFor();
  await isWell();
  await keys.activate(leaving.getByRole('button', { name: 'Stay in this part' }));
  await leaving.waitFor({ state: 'hidden' });
  await exam.goOn(last(questions.slots));
  await keys.activate(leaving.getByRole('button', { name: 'Leave and lock it' }));

  // The series: one after another, with no way back, not even unanswered without a word.
  const [first, second, ...others] = series.slots;
  if (!first || !second) throw new Error('a series has several solutions');
  await exam.arriveAt(first);
  await page.getByText('Once you go on, there is no way back to this one.').waitFor();
  await keys.press('p');
  await page.getByText('This question is closed: its part of the exam was left.').waitFor();
  await keys.press('n');
  const open = page.getByRole('dialog', { name: 'Go on without an answer?' });
  await isWell();
  await keys.activate(open.getByRole('button', { name: 'Stay here' }));
  await open.waitFor({ state: 'hidden' });
  await exam.answerAll([first]);
  await exam.arriveAt(second);
  await keys.press('p');
  await page.getByText('This question is closed', { exact: false }).waitFor();
  await exam.answerAll([second, ...others]);
  await keys.activate(page.getByRole('dialog').getByRole('button', { name: 'Leave and lock it' }));

  // The case study: its background in tabs, walked by arrow keys.
  for (const slot of study.slots.slice(0, 1)) await exam.arriveAt(slot);
  const tabs = page.getByRole('tab');
  await keys.tabTo(tabs.first());
  await keys.press('ArrowRight');
  await expect.poll(() => tabs.nth(1).getAttribute('aria-selected')).toBe('true');
  await isWell();
  await exam.answerAll(study.slots);

  // Everything that is locked stays so on the review screen.
  await page.getByRole('heading', { level: 1, name: 'Review' }).waitFor();
  expect(await page.getByRole('button', { name: /^Open question/ }).count()).toBe(study.slots.length);
  await exam.isSaved();
  const { slots, lockedSections } = await exam.attempt();
  expect(lockedSections).toEqual([questions.id, series.id]);
  expect(Object.values(slots).filter(({ answered }) => !answered)).toEqual([]);
  expect([...exam.kinds]).toEqual(expect.arrayContaining(KINDS));
  await exam.handIn();
  const report = await stage.get<Report>(`/api/attempts/${exam.attemptId}/report`);
  expect(report.questions).toHaveLength(50);
  expect(report.questions.some(({ possible }) => possible > 1)).toBe(true);
  await page.getByRole('heading', { level: 1, name: /pass|close/ }).waitFor();
  await isWell();
  expect(witness.faults).toEqual([]);
});

function last<T>(all: readonly T[]): T {
  const one = all.at(-1);
  if (one === undefined) throw new RangeError('a section has questions');
  return one;
}
