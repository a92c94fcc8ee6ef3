import { randomUUID } from 'node:crypto';
import type {
  AnswerDiagnosis,
  Attempt,
  AttemptEvent,
  Diagnosis,
  DiagnosisAnswered,
  ReportItem,
  StartAttempt,
} from '@cairn/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, type Look, Stage, type Visit, wear } from './stage.ts';

type Place = { readonly name: string; readonly path: string; readonly heading: RegExp };

const ANSWERS =
  'background=software&experienceYears=4&mathematics=2&programming=4&enjoys=building-apps,agents' +
  '&targetPlatform=aws&hoursPerWeek=6&budgetUsd=200&languages=en&targetCertification=MLS-C01';

/** The attempts that are made below. */
const RUNNING = randomUUID();
const ELSEWHERE = randomUUID();
const OVER = randomUUID();

/** A survey of postings. */
const SURVEY = randomUUID();

/** The diagnoses. */
const DIAGNOSIS = randomUUID();
const DIAGNOSED = randomUUID();

const PLACES: readonly Place[] = [
  { name: 'home', path: '/', heading: /Find the AI certification/ },
  { name: 'choose, nothing answered', path: '/choose', heading: /What fits you/ },
  { name: 'choose, answered', path: `/choose?${ANSWERS}`, heading: /What fits you/ },
  { name: 'choose, an address that nobody wrote', path: '/choose?mathematics=lots&enjoys=%5B', heading: /What fits/ },
  { name: 'compare, nothing picked', path: '/compare', heading: /Compare/ },
  { name: 'compare roles', path: '/compare?ids=ml-engineer,ai-engineer', heading: /Compare/ },
  { name: 'compare certifications, retired ones', path: '/compare?ids=MLS-C01,AI-102', heading: /Compare/ },
  { name: 'compare, an unknown code', path: '/compare?ids=MLA-C02,NOPE-1', heading: /Compare/ },
  { name: 'postings', path: '/postings', heading: /What the jobs really ask/ },
  { name: 'a kept survey', path: `/postings?survey=${SURVEY}`, heading: /What the jobs really ask/ },
  { name: 'an unknown survey', path: `/postings?survey=${randomUUID()}`, heading: /What the jobs really ask/ },
  { name: 'résumé', path: '/postings/resume', heading: /Your résumé beside/ },
  { name: 'roadmap, empty', path: '/roadmap', heading: /Roadmap/ },
  { name: 'roadmap, planned', path: '/roadmap?to=AIP-C01&hours=8&background=software', heading: /Roadmap/ },
  { name: 'roadmap, a retired goal and bad hours', path: '/roadmap?to=MLS-C01&hours=900', heading: /Roadmap/ },
  { name: 'exams', path: '/exams', heading: /Practice exams/ },
  { name: 'start of an exam', path: '/exams/ai-103', heading: /Azure AI Apps and Agents/ },
  { name: 'an exam that there is not', path: '/exams/nope', heading: /No exam called nope/ },
  { name: 'player', path: `/attempts/${RUNNING}`, heading: /Question 1 of/ },
  { name: 'player of another window', path: `/attempts/${ELSEWHERE}`, heading: /goes on in another window/ },
  { name: 'no report yet', path: `/attempts/${RUNNING}/report`, heading: /No report yet/ },
  { name: 'score report', path: `/attempts/${OVER}/report`, heading: /of \d+ points?$/ },
  { name: 'an unknown attempt', path: `/attempts/${randomUUID()}`, heading: /cannot be opened/ },
  { name: 'an attempt that is no id', path: '/attempts/nope', heading: /No attempt here/ },
  { name: 'an unknown report', path: `/attempts/${randomUUID()}/report`, heading: /cannot be opened/ },
  { name: 'readiness of every exam', path: '/readiness', heading: /Are you ready/ },
  { name: 'readiness without evidence', path: '/readiness/ai-103', heading: /Not enough evidence yet/ },
  { name: 'readiness with a number', path: '/readiness/aif-c01', heading: /Not ready yet/ },
  { name: 'readiness for no exam', path: '/readiness/nope', heading: /cannot be told/ },
  { name: 'start of a diagnosis', path: '/exams/ai-103/diagnosis', heading: /Where do you stand/ },
  { name: 'a diagnosis for no exam', path: '/exams/nope/diagnosis', heading: /No exam called nope/ },
  { name: 'question of a diagnosis', path: `/diagnoses/${DIAGNOSIS}`, heading: /Question 1$/ },
  { name: 'no result yet', path: `/diagnoses/${DIAGNOSIS}/result`, heading: /No result yet/ },
  { name: 'result of a diagnosis', path: `/diagnoses/${DIAGNOSED}/result`, heading: /pass line|the line/ },
  { name: 'an unknown diagnosis', path: `/diagnoses/${randomUUID()}`, heading: /cannot be opened/ },
  { name: 'a diagnosis that is no id', path: '/diagnoses/nope', heading: /No diagnosis here/ },
  { name: 'cards', path: '/cards', heading: /^Cards$/ },
  { name: 'review of cards', path: '/cards/review?exam=aif-c01', heading: /AIF-C01 cards/ },
  { name: 'review of cards for no exam', path: '/cards/review?exam=nope', heading: /NOPE cards/ },
  { name: 'all cards', path: '/cards/all', heading: /^All cards$/ },
  { name: 'all cards, none fits', path: '/cards/all?q=zzzzzz&state=due', heading: /^All cards$/ },
  { name: 'how cards come', path: '/cards/settings', heading: /^How cards come$/ },
  { name: 'today', path: '/today', heading: /^Today$/ },
  { name: 'plans', path: '/plan', heading: /^Plan$/ },
  { name: 'a saved plan', path: '/plan/aif-c01', heading: /Plan for AIF-C01/ },
  { name: 'a plan to make', path: '/plan/mla-c02', heading: /Plan for MLA-C02/ },
  { name: 'a plan for a retired exam', path: '/plan/mls-c01', heading: /No plan for MLS-C01/ },
  { name: 'a plan for no exam', path: '/plan/nope', heading: /cannot be made/ },
  { name: 'lessons of every exam', path: '/learn', heading: /^Learn$/ },
  { name: 'lessons of an exam', path: '/learn/aif-c01', heading: /AI Practitioner/ },
  { name: 'lessons for no exam', path: '/learn/nope', heading: /No lessons for NOPE/ },
  { name: 'a lesson with a figure', path: '/learn/aif-c01/1.3', heading: /life of a model/ },
  { name: 'a lesson with code and a diagram', path: '/learn/ai-103/1.2', heading: /Resource, project/ },
  { name: 'an unknown lesson', path: '/learn/aif-c01/9.9', heading: /No such lesson/ },
  { name: 'cheat sheet', path: '/learn/mla-c02/sheet', heading: /cheat sheet/ },
  { name: 'no cheat sheet', path: '/learn/nope/sheet', heading: /No such sheet/ },
  { name: 'which service', path: '/read/services', heading: /Which service/ },
  { name: 'which service, nothing found', path: '/read/services?q=zzz', heading: /Which service/ },
  { name: 'labs', path: '/labs', heading: /^Labs$/ },
  { name: 'labs, an address that nobody wrote', path: '/labs?skill=nope&service=%5B', heading: /^Labs$/ },
  { name: 'a lab', path: '/labs/least-privilege', heading: /Least privilege/ },
  { name: 'an unknown lab', path: '/labs/nope', heading: /No such lab/ },
  { name: 'a lab at work', path: '/labs/least-privilege/work', heading: /Least privilege/ },
  { name: 'a lab at work, no such step', path: '/labs/least-privilege/work?step=nope', heading: /Least privilege/ },
  { name: 'an unknown lab at work', path: '/labs/nope/work', heading: /No such lab/ },
  { name: 'how real the sandbox is', path: '/labs/fidelity', heading: /How real/ },
  { name: 'reliability', path: '/reliability', heading: /How honest is the number/ },
  { name: 'simulation', path: '/simulation', heading: /What can 30 answers tell/ },
  {
    name: 'simulation, an address that nobody wrote',
    path: '/simulation?answers=-9&cut=x',
    heading: /What can 5 answers/,
  },
  { name: 'item analysis', path: '/authors/item-analysis', heading: /Item analysis/ },
  { name: 'item analysis, a question of no file', path: '/authors/item-analysis?item=q1', heading: /Item analysis/ },
  { name: 'reported questions', path: '/authors/reports', heading: /Reported questions/ },
  { name: 'search', path: '/search', heading: /^Search$/ },
  { name: 'search, found', path: '/search?q=overfitting', heading: /^Search$/ },
  { name: 'search, one kind and a mistyped word', path: '/search?q=ovrefitting&kind=term', heading: /^Search$/ },
  { name: 'search, nothing found', path: '/search?q=zzqqxx&kind=nope', heading: /^Search$/ },
  { name: 'read', path: '/read', heading: /Read/ },
  { name: 'questions and answers', path: '/read/faq', heading: /./ },
  { name: 'glossary', path: '/read/glossary', heading: /Glossary/ },
  { name: 'pay', path: '/read/pay', heading: /[Pp]ay/ },
  { name: 'pay, a cell with conflicts', path: '/read/pay?role=ml-engineer&region=gb', heading: /^Pay$/ },
  {
    name: 'pay, in another currency',
    path: '/read/pay?role=ml-engineer&region=gb&from=GBP&to=EUR&rate=1.2&on=2026-01-02&by=a+bank',
    heading: /^Pay$/,
  },
  { name: 'cost, no path', path: '/cost', heading: /Cost and return/ },
  {
    name: 'cost, two paths',
    path: '/cost?paths=AIF-C01,MLA-C02~AI-901,AI-103&hour=25&uplift=4000&background=software',
    heading: /Cost and return/,
  },
  { name: 'cost, a retired exam and bad numbers', path: '/cost?paths=MLS-C01&years=90&edits=x', heading: /Cost and/ },
  { name: 'certifications', path: '/certifications', heading: /Certifications/ },
  { name: 'a certification', path: '/certifications/mla-c02', heading: /Machine Learning Engineer/ },
  { name: 'a retired certification', path: '/certifications/mls-c01', heading: /Machine Learning/ },
  { name: 'an unknown certification', path: '/certifications/nope', heading: /./ },
  { name: 'a role', path: '/roles/ml-engineer', heading: /ML engineer/i },
  { name: 'an unknown role', path: '/roles/nope', heading: /./ },
  { name: 'an address that leads nowhere', path: '/nowhere', heading: /No page here/ },
];

/** Colours hang on the theme and overflow on the width, so each of both is seen once. */
const LOOKS: readonly Look[] = [
  { theme: 'light', width: 1440 },
  { theme: 'dark', width: 320 },
];

let stage: Stage;
let visit: Visit;

beforeAll(async () => {
  stage = await Stage.open();
  await Promise.all([begin(RUNNING), begin(ELSEWHERE)]);
  const over = await begin(OVER);
  await reportQuestion(over);
  await finish(over);
  await diagnose();
  await stage.post('/api/labs/least-privilege/runs', { id: randomUUID() });
  await keepSurvey();
  await stage.put('/api/plans/aif-c01', { preset: 'six-weeks' });
  visit = await stage.visit({ theme: 'light', width: 1440 });
  visit.witness.expect(
    { status: 404, path: /^\/api\/(?:attempts|cards|diagnoses|exams|labs|lessons|plans|postings|sheets)\// },
    { status: 409, path: /\/report$/ },
  );
  await visit.page.goto(`/attempts/${RUNNING}`);
  await visit.page.getByRole('button', { name: 'Take over here' }).click();
  await visit.page.getByRole('heading', { level: 1, name: /Question 1/ }).waitFor();
});
afterAll(() => stage?.close());

const study: Omit<StartAttempt, 'id' | 'tabId'> = {
  exam: 'ai-103',
  mode: 'study',
  timing: { factor: 'untimed', extraMinutes: 0 },
  scope: { kind: 'domain', domain: 1, questions: 8 },
  seed: 'pages',
};

const begin = (id: string) => stage.post<Attempt>('/api/attempts', { ...study, id, tabId: randomUUID() });

async function reportQuestion({ id: attemptId, sections }: Attempt): Promise<void> {
  const body: ReportItem = {
    attemptId,
    slot: sections[0]?.slots[0]?.id ?? '',
    kind: 'outdated',
    words: 'See the page.',
  };
  await stage.put(`/api/reports/${randomUUID()}`, body);
}

/** As the page of postings keeps one: the shape is its own. */
async function keepSurvey(): Promise<void> {
  const share = { count: 2, of: 3, low: 0.17, estimate: 0.67, high: 0.96 };
  const byStrength = { required: 1, 'one-of': 1, preferred: 0, stack: 0, boilerplate: 0 };
  const quotes = [{ postingId: 'a.txt', before: 'Strong ', quote: 'AWS', after: ' skills', strength: 'required' }];
  const counted = { postings: 2, byStrength, share, quotes };
  const aws = { id: 'amazon-web-services', canonical: 'Amazon Web Services', kind: 'platform', vendor: 'AWS' };
  const survey = {
    postings: 3,
    duplicates: { same: 1, near: 0 },
    otherLanguages: [{ language: 'de', postings: 1 }],
    unreadable: 0,
    withCloud: 2,
    platforms: [{ ...aws, ...counted, viaService: 0 }],
    platformPairs: [],
    names: [{ id: 'python', canonical: 'Python', kind: 'skill', ...counted }],
    namesLeftOut: 0,
    certificates: { count: 0, of: 3, low: 0, estimate: 0, high: 0.6 },
    seniority: [{ value: 'senior', postings: 3 }],
    years: [{ years: 5, postings: 1 }],
    yearsUnstated: 2,
    degrees: [],
    workModes: [{ value: 'unstated', postings: 3 }],
    locations: [{ value: 'Denver', postings: 1 }],
    locationsLeftOut: 0,
    pay: [{ currency: 'USD', period: 'year', postings: 3, lows: { postings: 3 }, highs: { postings: 3 } }],
    heatMap: { names: [{ id: 'python', canonical: 'Python' }], postings: [{ id: 'a.txt', cells: ['required'] }] },
  };
  const evidence = { postings: 3, platforms: [{ vendor: 'AWS', postings: 2 }], names: [{ id: 'python', postings: 2 }] };
  await stage.put(`/api/postings/surveys/${SURVEY}`, { name: 'Denver', survey, evidence });
}

/** Hands in with nothing answered. */
async function finish({ id, startedAt }: Attempt): Promise<void> {
  const tabId = randomUUID();
  const events: AttemptEvent[] = [{ id: randomUUID(), at: startedAt, kind: 'submit' }];
  await stage.post(`/api/attempts/${id}/tab`, { tabId });
  await stage.post(`/api/attempts/${id}/events`, { tabId, events });
}

/** One in which nothing was known, to its end, and one that still runs. */
async function diagnose(): Promise<void> {
  let { current } = await stage.post<Diagnosis>('/api/diagnoses', { id: DIAGNOSED, exam: 'aif-c01' });
  while (current) {
    const answer: AnswerDiagnosis = { id: randomUUID(), at: Date.now(), question: current.id, response: null };
    const { diagnosis } = await stage.post<DiagnosisAnswered>(`/api/diagnoses/${DIAGNOSED}/answers`, answer);
    current = diagnosis.current;
  }
  await stage.post('/api/diagnoses', { id: DIAGNOSIS, exam: 'mla-c02' });
}

/** Everything that can be unfolded is: what is hidden breaks rules too. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
}

describe('every page has a title, one heading and no violation, light and dark, wide and narrow', () => {
  it.each(PLACES)('$name', async ({ path, heading }) => {
    const { page, witness } = visit;
    const found: Record<string, string[]> = {};

    await page.goto(path);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: /^(?:Reading|Opening)/ })
      .first()
      .waitFor({ state: 'hidden' });
    await unfold(page);
    for (const look of LOOKS) {
      await wear(page, look);
      found[`${look.theme} at ${look.width} px`] = await faultsOf(page);
    }

    expect(found).toEqual(Object.fromEntries(LOOKS.map(({ theme, width }) => [`${theme} at ${width} px`, []])));
    expect(witness.faults.splice(0)).toEqual([]);
  });
});
