import { readFileSync } from 'node:fs';
import type { ItemReport, Report, SavedRoadmap } from '@cairn/contract';
import ICAL from 'ical.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stateOf } from '../apps/web/src/exam/attempt-view.ts';
import { Newcomer } from './choosing.ts';
import { goByList, mark, report } from './marking.ts';
import { Candidate } from './sitting.ts';
import { faultsInEachLook, type Look, Stage, type Visit, wear } from './stage.ts';

/** A narrow screen: other files walk the same pages by keyboard on a wide one, or their like. */
const LOOK: Look = { theme: 'dark', width: 390 };

const PLATFORM = /Which platform do the employers/;
const EXAM = 'AWS Certified AI Practitioner';

describe('a newcomer with nothing but a keyboard', () => {
  let stage: Stage;
  let visit: Visit;
  let newcomer: Newcomer;
  let exam: Candidate;

  beforeAll(async () => {
    stage = await Stage.open();
    visit = await stage.visit(LOOK);
    newcomer = new Newcomer(visit);
  });
  afterAll(() => stage?.close());

  // Each test goes on where the one before it ended, as a person does; after a failure the others could only repeat it.
  let isBroken = false;
  beforeEach(({ skip }) => skip(isBroken));
  afterEach(({ task }) => {
    isBroken ||= task.result?.state === 'fail';
  });

  const isWell = async () => expect(await faultsInEachLook(visit)).toEqual([]);

  it('starts at home and goes to the questions', async () => {
    const { page, keys } = visit;
    await page.goto('/');
    await keys.activate(page.getByRole('link', { name: /Find what fits/ }));

    await newcomer.arriveAt(/What fits you/);
  });

  it('answers, and sees the ranking move with each answer', async () => {
    const { page, keys } = visit;
    await newcomer.picks(/What have you mostly done/, 'Business');
    await newcomer.picks(/mathematics and statistics/, 'School mathematics');
    await newcomer.picks(/comfortable are you with programming/, 'Small scripts');
    await newcomer.ticks(/What do you enjoy/, 'Advising and explaining');
    await newcomer.picks(PLATFORM, 'Azure');
    await expect.poll(newcomer.winner).toMatch(/Azure|Microsoft/);
    const before = await newcomer.ranking();
    await newcomer.picks(PLATFORM, 'AWS');
    await expect.poll(newcomer.winner).toMatch(/^AWS/);
    expect(await newcomer.ranking()).not.toEqual(before);

    await keys.choose(page.getByLabel('Do you have a certification in mind?'), 'MLS-C01');
    await page
      .getByRole('status')
      .filter({ hasText: /MLS-C01 .* its last day was 2026-03-31/ })
      .waitFor();
    await keys.choose(page.getByLabel('Do you have a certification in mind?'), 0);
    await page.getByText('Saved on this machine').waitFor();
    await isWell();
  });

  it('opens the arithmetic, which adds up', async () => {
    await newcomer.unfolds('The arithmetic');
    const { lines, sum } = await newcomer.arithmetic();

    expect(lines.length).toBeGreaterThan(8);
    for (const [weight = 0, value = 0, points = 0] of lines) expect(points).toBeCloseTo(weight * value, 0);
    expect(lines.reduce((total, [, , points = 0]) => total + points, 0)).toBeCloseTo(sum, 0);
    await newcomer
      .answerPanel()
      .getByText(`${sum.toFixed(1)} of 100 points`)
      .waitFor();
  });

  it('tries what would change the answer, and it does', async () => {
    const { page, keys } = visit;
    await newcomer.unfolds('What would change this answer');
    const flip = page.getByRole('listitem').filter({ hasText: 'first place would be' }).first();
    const promised = (await flip.locator('strong').textContent()) ?? '';
    await keys.activate(flip.getByRole('button', { name: /^Try it/ }));

    await expect.poll(async () => promised.startsWith(await newcomer.winner())).toBe(true);
    await isWell();
  });

  it('compares the first two, by their differences', async () => {
    const { page, keys } = visit;
    await newcomer.picks(PLATFORM, 'AWS');
    await keys.activate(page.getByRole('link', { name: 'Compare the first two' }));
    await newcomer.arriveAt(/Compare/);
    const onlyDifferences = page.getByRole('checkbox', { name: /Only differences/ });
    const aspects = page.getByRole('group');
    await aspects.first().waitFor();
    const all = await aspects.count();
    await keys.activate(onlyDifferences, 'Space');
    await expect.poll(() => aspects.count()).toBeLessThan(all);
    await keys.activate(page.getByRole('button', { name: /source|our own/i }).first());
    await page
      .getByRole('dialog')
      .getByText(/Checked on/)
      .first()
      .waitFor();
    await isWell();
    await keys.press('Escape');

    await wear(page, { theme: 'light', width: 1440 }); // a table there
    const rows = page.getByRole('rowheader');
    await rows.first().waitFor();
    const different = await rows.count();
    await keys.activate(onlyDifferences, 'Space');
    await expect.poll(() => rows.count()).toBeGreaterThan(different);
    await wear(page, LOOK);
  });

  it('finds the answers again, and builds a roadmap from them', async () => {
    const { page, keys } = visit;
    await newcomer.goTo('Choose', /What fits you/);
    await expect.poll(newcomer.winner).not.toBe('');
    await keys.activate(page.getByRole('link', { name: 'Build a roadmap' }));
    await newcomer.arriveAt(/Roadmap/);
    const goal = page.getByLabel('Goal', { exact: true });
    await keys.choose(goal, 'MLA-C02');
    const ends = page.getByText('Goal reached').locator('..');
    const slow = await ends.textContent();
    await keys.tabTo(page.getByRole('slider', { name: /Time for study/ }));
    for (let more = 0; more < 6; more++) await keys.press('ArrowRight');
    await expect.poll(() => ends.textContent()).not.toBe(slow);
    await isWell();
  });

  it('saves it, and takes it along as a calendar', async () => {
    const { page, keys } = visit;
    await keys.activate(page.getByRole('button', { name: 'Save this roadmap' }));
    await page.getByText('Kept on this machine').waitFor();
    const download = page.waitForEvent('download');
    await keys.activate(page.getByRole('button', { name: /\.ics/ }));
    const file = await (await download).path();
    const { roadmaps } = await stage.get<{ roadmaps: SavedRoadmap[] }>('/api/roadmaps');
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')));
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));

    expect(roadmaps.map(({ goal }) => goal)).toEqual(['MLA-C02']);
    expect(events.length).toBeGreaterThan(2);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    for (const { startDate, endDate } of events) expect(endDate.compare(startDate)).toBeGreaterThan(0);
    expect(events.some(({ summary }) => summary.includes('MLA-C02'))).toBe(true);
  });

  it('studies one domain, with an explanation after each answer', async () => {
    const { page, keys } = visit;
    await newcomer.goTo('Exams', /Practice exams/);
    await keys.activate(page.getByRole('link', { name: new RegExp(`^Prepare to sit ?: ${EXAM}`) }));
    await newcomer.arriveAt(new RegExp(EXAM));
    await keys.pick(page.getByRole('radio', { name: 'Study' }));
    await keys.pick(page.getByRole('radio', { name: 'One domain' }));
    await keys.choose(page.getByLabel('Questions at most'), '5');
    await isWell();
    const study = await Candidate.start(stage, visit, 'Start studying');
    for (const slot of await study.slots()) {
      await study.answer(slot);
      await study.check(slot);
      await study.goOn(slot);
    }
    await study.handIn();

    await newcomer.arriveAt(/^\d+ of \d+ points$/);
  });

  it('begins a full form as on the day, and marks a question', async () => {
    const { page, keys } = visit;
    await keys.activate(page.getByRole('link', { name: 'Another form' }));
    await newcomer.arriveAt(new RegExp(EXAM));
    exam = await Candidate.start(stage, visit, 'Start the exam');
    const slots = await exam.slots();
    await exam.answerAll(slots.slice(0, 20));
    const marked = slots[20];
    if (!marked) throw new Error('a full form has more than twenty questions');
    await exam.arriveAt(marked);
    await mark(visit);
    await report(visit);
    await exam.answer(marked);
    await exam.isSaved();

    const { question, ...state } = { ...marked, ...stateOf(await exam.attempt(), marked.id) };
    expect(state).toMatchObject({ answered: true, flagged: true, note: 'Read the data-residency part again.' });
    expect(state.highlights).toHaveLength(1);
    if (JSON.stringify(question).includes('"choices"')) expect(state.struckOut).toHaveLength(1);
    const { reports } = await stage.get<{ reports: ItemReport[] }>('/api/reports');
    expect(reports).toMatchObject([
      { slot: marked.id, kind: 'second-answer', words: 'The third fits too.', itemId: null },
    ]);
  });

  it('finds question, options and marks as they were after a reload', async () => {
    const { page } = visit;
    const before = await exam.screen();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: /^Question 21 of/ }).waitFor();

    expect(await exam.screen()).toEqual(before);
  });

  it('goes on in another browser; the first one says so, and takes the exam back', async () => {
    const { page, keys, witness } = visit;
    witness.expect({ status: 409, path: /\/events$/ });
    const before = await exam.screen();
    const other = await stage.visit(LOOK);
    await other.page.goto(page.url());
    await other.page.getByRole('heading', { level: 1, name: 'This exam goes on in another window' }).waitFor();
    await other.keys.activate(other.page.getByRole('button', { name: 'Take over here' }));
    await other.page.getByRole('heading', { level: 1, name: /^Question 21 of/ }).waitFor();
    expect(await new Candidate(stage, other, exam.attemptId).screen()).toEqual(before);

    await keys.press('n');
    await page.getByRole('heading', { level: 1, name: 'This exam goes on in another window' }).waitFor();
    await isWell();
    await keys.activate(page.getByRole('button', { name: /^Take over here/ }).first());
    await page.getByRole('heading', { level: 1, name: /^Question 2[12] of/ }).waitFor();
    expect(other.witness.faults).toEqual([]);
    await other.context.close();
  });

  it('answers the rest, goes by the list to one left open, and hands in', async () => {
    const { page, keys } = visit;
    const slots = await exam.slots();
    await goByList(visit, 22);
    await exam.answerAll(slots.slice(21, -1));
    await keys.press('r');
    await page.getByRole('heading', { level: 1, name: 'Review' }).waitFor();
    await isWell();
    await keys.activate(page.getByRole('button', { name: 'Not answered (1)' }));
    await keys.activate(page.getByRole('button', { name: `Open question ${slots.length}` }));
    const open = slots.at(-1);
    if (!open) throw new Error('the form is empty');
    await exam.answer(open);
    await exam.isSaved();
    const { slots: states } = await exam.attempt();
    expect(Object.values(states).filter(({ answered }) => !answered)).toEqual([]);
    expect([...exam.kinds].sort()).toEqual(['matching', 'multiple-choice', 'multiple-response', 'ordering']);

    await exam.goOn(open);
    await exam.handIn();
    await newcomer.arriveAt(/^(Likely a pass|Too close to call|Likely not a pass yet)$/);
  });

  it('reads a report with its uncertainty, and the reasons behind each question', async () => {
    const { page, keys } = visit;
    const report = await stage.get<Report>(`/api/attempts/${exam.attemptId}/report`);
    const [estimate, low, high] = [report.scaled.estimate, report.scaled.low, report.scaled.high].map(Math.round);
    expect(low).toBeLessThan(estimate ?? 0);
    expect(high).toBeGreaterThan(estimate ?? 0);
    expect(report.questions.every(({ answered }) => answered)).toBe(true);
    await page.getByText(`${estimate} (${low} to ${high})`).first().waitFor({ state: 'attached' });
    for (const { name } of report.domains) await page.getByText(name).first().waitFor({ state: 'attached' });

    await keys.activate(page.getByRole('button', { name: /^All \(\d+\)/ }));
    await newcomer.unfolds('Question 1');
    await page.getByText('Sources', { exact: true }).last().waitFor();
    expect(await page.getByRole('link', { name: /opens in a new tab/ }).count()).toBeGreaterThan(0);
    await isWell();
  });

  it('retries what was missed', async () => {
    const { page, keys } = visit;
    await keys.activate(page.getByRole('button', { name: 'Retry missed' }));
    await page.waitForURL((url) => !url.pathname.includes(exam.attemptId));
    await page.getByRole('heading', { level: 1, name: /^Question 1 of/ }).waitFor();

    expect(await page.getByText('Study', { exact: true }).count()).toBe(1);
  });

  it('never left the machine, broke no policy and met no error', () => {
    expect(visit.witness.faults).toEqual([]);
  });
});
