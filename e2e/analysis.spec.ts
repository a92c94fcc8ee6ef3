import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, Stage, type Visit } from './stage.ts';

let stage: Stage;
let visit: Visit;

beforeAll(async () => {
  stage = await Stage.open();
  visit = await stage.visit({ theme: 'light', width: 1440 });
});
afterAll(() => stage?.close());

const isWell = async () => expect(await faultsOf(visit.page)).toEqual([]);
const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

describe('item analysis', () => {
  const choose = (name: string, text: string) =>
    visit.page.getByLabel('File of answers').setInputFiles(csv(name, text));

  it('finds what is wrong with the questions of the sample, by keyboard alone', async () => {
    const { page, keys, witness } = visit;
    await page.goto('/authors/item-analysis');

    await keys.activate(page.getByRole('button', { name: 'Load the sample' }));
    await page
      .getByRole('status')
      .filter({ hasText: /questions? of 24 needs? a look/ })
      .waitFor();
    await isWell();

    // What was planted is what is found.
    const row = (id: string) =>
      page.getByRole('row').filter({ has: page.getByRole('link', { name: id, exact: true }) });
    for (const [id, flag] of [
      ['q07', 'Key?'],
      ['q15', 'Negative'],
      ['q11', 'Dead option'],
      ['q19', 'Group'],
      ['q03', 'Easy'],
    ] as const) {
      expect(await row(id).textContent()).toContain(flag);
    }

    await keys.activate(page.getByRole('link', { name: 'q07', exact: true }));
    await page.getByRole('heading', { level: 2, name: 'Question q07' }).waitFor();
    await page.getByText('If the key is right, look for a second defensible answer').waitFor();
    await page.getByRole('img', { name: 'Share of the points by ability' }).waitFor();
    await page.getByRole('img', { name: 'Who chooses what' }).waitFor();
    await isWell();

    await keys.activate(page.getByRole('link', { name: /^Next:/ }));
    await page.getByRole('heading', { level: 2, name: 'Question q08' }).waitFor();
    await page.goBack();
    await page.goBack();

    const byDifficulty = page.getByRole('columnheader', { name: 'b', exact: true });
    await keys.activate(byDifficulty.getByRole('button'));
    await expect.poll(() => byDifficulty.getAttribute('aria-sort')).toBe('ascending');
    expect(await page.getByRole('row').nth(1).textContent()).toContain('q03');
    expect(witness.faults).toEqual([]);
  });

  it.each([
    ['duplicate ids', 'person,q1,q1\np1,1,0\n', /“q1” more than once/],
    ['one question', 'person,q1\np1,1\n', /at least 2 are needed/],
    ['letters without a key', 'person,q1,q2\np1,A,B\n', /there is no key/],
    ['nobody', 'person,q1,q2\n', /nobody to analyse/],
    ['nothing', '', /The file is empty/],
    ['a picture', '\u0000\u0001PNG\u0002', /at least 2 are needed/],
  ])('says in one sentence why a file cannot be used: %s', async (name, text, sentence) => {
    const { page } = visit;
    await page.goto('/authors/item-analysis');

    await choose(`${name}.csv`, text);

    const alert = page.getByRole('alert');
    await alert.filter({ hasText: sentence }).waitFor();
    expect(await alert.textContent()).toContain(`${name}.csv could not be analysed`);
    await page.getByRole('button', { name: 'Choose a file …' }).waitFor();
    await isWell();
  });

  const persons = (count: number, line: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => line(i)).join('');

  it.each([
    ['ragged', `q1,q2,q3\n1,0\n${persons(40, (i) => `${i % 2},${i % 3 ? 1 : 0},1\n`)}`, /left out/],
    ['not-numbers', `q1,q2\nyes,1\n${persons(40, (i) => `${i % 2},${i % 3 ? 1 : 0}\n`)}`, /no score/],
    ['constant', `q1,q2,q3\n${persons(40, (i) => `1,${i % 2},${i % 3 ? 1 : 0}\n`)}`, /“q1”.*everybody/],
    ['all-right', `q1,q2,q3\n${persons(5, () => '1,1,1\n')}`, /[Ee]verybody/],
    ['one-person', 'q1,q2,q3\n1,0,1\n', /[Oo]ne person/],
    [
      'nearly-empty',
      `${Array.from({ length: 100 }, (_, j) => `q${j}`).join(',')}\n${persons(300, (i) => `${Array.from({ length: 100 }, (_, j) => (j === i % 100 ? (i * 7) % 2 : '')).join(',')}\n`)}`,
      /1 % of the cells/,
    ],
    [
      'two-blocks',
      `q1,q2,q3,q4\n${persons(60, (i) => (i % 2 ? `${(i >> 1) % 2},${i % 3 ? 1 : 0},,\n` : `,,${(i >> 1) % 2},${i % 5 ? 1 : 0}\n`))}`,
      /“q1” and “q2”/,
    ],
  ])('goes as far as the data allow, and says how far: %s', async (name, text, remark) => {
    const { page } = visit;
    await page.goto('/authors/item-analysis');

    await choose(`${name}.csv`, text);

    await page.getByRole('heading', { level: 2, name: 'Questions' }).waitFor();
    await page.getByRole('main').getByText(remark).first().waitFor();
    await isWell();
    expect(visit.witness.faults).toEqual([]);
  });

  it('reads a hundred thousand lines beside the page, and stops when told', async () => {
    const { page, keys } = visit;
    const lines = persons(100_000, (i) => `${i % 2},${(i >> 1) % 2},${(i >> 2) % 3 ? 1 : 0},${(i >> 3) % 5 ? 1 : 0}\n`);
    await page.goto('/authors/item-analysis');

    await choose('large.csv', `q1,q2,q3,q4\n${lines}`);
    await keys.activate(page.getByRole('button', { name: 'Cancel' }));
    await page.getByRole('button', { name: 'Choose a file …' }).waitFor();

    await choose('large.csv', `q1,q2,q3,q4\n${lines}`);
    await page.getByText('100,000 persons, 4 questions').waitFor();
  });
});

describe('simulation', () => {
  it('answers what 30 answers can tell, and follows its controls by keyboard', async () => {
    const { page, keys, witness } = visit;
    await page.goto('/simulation');
    const words = page.getByRole('status').filter({ hasText: /^With/ });
    await words.filter({ hasText: 'With 30 answers, a candidate exactly at the line is called ready' }).waitFor();
    await isWell();

    await keys.tabTo(page.getByRole('slider', { name: 'Answers' }));
    await keys.press('ArrowRight');
    await words.filter({ hasText: 'With 35 answers' }).waitFor();
    await page.getByRole('heading', { level: 1, name: 'What can 35 answers tell?' }).waitFor();
    await keys.choose(page.getByLabel('Who answers'), 'A group');
    await words.filter({ hasText: /of this group are called ready too early/ }).waitFor();
    await keys.choose(page.getByLabel('Questions'), 'Adaptive');
    await expect.poll(() => page.url()).toContain('choice=adaptive');
    await isWell();

    // The address is all that somebody else needs to see the same.
    await page.getByText('2,000 simulated candidates').waitFor();
    const said = await words.textContent();
    await page.reload();
    await words.waitFor();
    expect(await words.textContent()).toBe(said);
    expect(witness.faults).toEqual([]);
  });
});

describe('reliability', () => {
  const ID = '0197f0c2-7c1e-7d3a-9f00-000000000001';
  const file = {
    schema: 'outcomes/1',
    outcomes: [{ id: ID, certification: 'aws-aif-c01', takenIn: '2026-10', probability: 0.8, passed: true }],
  };

  it('shows its studies, says how few outcomes are few, and counts an imported one once', async () => {
    const { page, keys, witness } = visit;
    witness.expect({ status: 400, path: /\/import$/ });
    await page.goto('/reliability');
    await page.getByText('No real outcome is recorded here').waitFor();
    expect(await page.getByRole('img', { name: 'Predicted and observed' }).count()).toBeGreaterThan(0);

    await keys.activate(page.locator('summary', { hasText: 'How to take part' }));
    const input = page.getByLabel('File of outcomes');
    await input.setInputFiles(csv('notes.json', 'not json'));
    await page.getByRole('alert').filter({ hasText: '“notes.json” is not a file of outcomes' }).waitFor();
    await input.setInputFiles(csv('odd.json', '{"schema":"outcomes/9","outcomes":[]}'));
    await page.getByRole('alert').filter({ hasNotText: 'notes.json' }).waitFor();
    await input.setInputFiles(csv('others.json', JSON.stringify(file)));
    await page.getByText('1 outcome added').waitFor();
    await input.setInputFiles(csv('others.json', JSON.stringify(file)));
    await page.getByText('0 outcomes added, 1 known already').waitFor();

    await page.getByText('too few to conclude anything').waitFor();
    await isWell();
    await keys.activate(page.getByRole('button', { name: 'Delete 1 imported outcome' }));
    await page.getByText('No real outcome is recorded here').waitFor();
    expect(witness.faults).toEqual([]);
  });
});
