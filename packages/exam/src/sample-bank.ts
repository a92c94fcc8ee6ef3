import type { Domain } from './form.ts';
import { Item } from './item.ts';
import { ExamProfile } from './profile.ts';

/** Banks for tests: every kind in its smallest valid form, with secrets that a test can find again. */

const SECRET = 'because-of-the-secret';
export const secretWhy = (id: string): string => `${SECRET} ${id}`;
export const isSecretText = (text: string): boolean => text.includes(SECRET);

const options = (names: readonly string[]) =>
  names.map((id) => ({ id, text: `Text ${id}`, why: secretWhy(id), correct: false }));

const choices = (keys: readonly string[], others: readonly string[]) => [
  ...options(others),
  ...options(keys).map((option) => ({ ...option, correct: true })),
];

const steps = (names: readonly string[]) => names.map((id) => ({ id, text: `Step ${id}`, why: secretWhy(id) }));

const QUESTIONS = {
  'multiple-choice': {
    kind: 'multiple-choice',
    stem: 'Which one fits?',
    choices: choices(['alpha'], ['bravo', 'charlie', 'delta']),
  },
  'multiple-response': {
    kind: 'multiple-response',
    stem: 'Which ones fit? (Choose TWO.)',
    choices: choices(['alpha', 'bravo'], ['charlie', 'delta', 'echo']),
  },
  'multiple-select': {
    kind: 'multiple-select',
    stem: 'Select the TWO that fit.',
    choices: choices(['alpha', 'bravo'], ['charlie', 'delta', 'echo']),
  },
  ordering: { kind: 'ordering', stem: 'Order the steps.', sequence: steps(['collect', 'train', 'evaluate']) },
  'build-list': {
    kind: 'build-list',
    stem: 'Choose and order.',
    sequence: steps(['collect', 'train', 'evaluate']),
    extras: steps(['guess', 'wait']),
  },
  matching: {
    kind: 'matching',
    stem: 'Match each need.',
    responses: ['textract', 'polly', 'lex'].map((id) => ({ id, text: `Service ${id}` })),
    prompts: [
      { id: 'forms', text: 'Read forms', match: 'textract', why: secretWhy('forms') },
      { id: 'speech', text: 'Speak', match: 'polly', why: secretWhy('speech') },
      { id: 'bot', text: 'Converse', match: 'lex', why: secretWhy('bot') },
    ],
  },
  'drag-and-drop': {
    kind: 'drag-and-drop',
    stem: 'Complete the design.',
    use: 'once',
    values: ['search', 'speech', 'cosmos'].map((id) => ({ id, text: `Value ${id}` })),
    targets: [
      { id: 'index', label: 'Vector index', value: 'search', why: secretWhy('index') },
      { id: 'captions', label: 'Captions', value: 'speech', why: secretWhy('captions') },
    ],
  },
  'hot-area': {
    kind: 'hot-area',
    variant: 'statements',
    stem: 'For each statement, choose Yes or No.',
    statements: [
      { id: 'keyless', text: 'It needs no key.', answer: 'yes', why: secretWhy('keyless') },
      { id: 'regional', text: 'It is regional.', answer: 'no', why: secretWhy('regional') },
    ],
  },
  'active-screen': {
    kind: 'active-screen',
    stem: 'Configure it.',
    title: 'Deploy model',
    fields: [
      {
        id: 'type',
        label: 'Type',
        control: 'drop-down',
        options: ['standard', 'provisioned'].map((id) => ({ id, text: `Type ${id}` })),
        answer: 'provisioned',
        why: secretWhy('type'),
      },
      { id: 'filter', label: 'Filter', control: 'check-box', answer: 'checked', why: secretWhy('filter') },
    ],
  },
  'solution-series': {
    kind: 'solution-series',
    scenario: 'You have an app.',
    goal: 'No stored secrets.',
    solutions: ['identity', 'vault', 'file'].map((id) => ({
      id,
      text: `You use ${id}.`,
      answer: id === 'identity' ? 'yes' : 'no',
      why: secretWhy(id),
    })),
  },
} as const;

export type SampleKind = keyof typeof QUESTIONS | 'case-study';

export type Sample = {
  readonly id: string;
  readonly kind?: SampleKind;
  readonly task?: string;
  readonly angoff?: number;
  readonly practiceOnly?: boolean;
  readonly version?: number;
  /** Tasks of a case study's questions. */
  readonly caseTasks?: readonly string[];
};

function questionOf({ kind = 'multiple-choice', task = 'demo/1.1', caseTasks }: Sample): unknown {
  if (kind !== 'case-study') return QUESTIONS[kind];
  return {
    kind,
    title: 'Fabrikam',
    tabs: [{ id: 'overview', title: 'Overview', text: 'The background.' }],
    questions: (caseTasks ?? [task, task]).map((own, i) => ({
      id: `ask-${i + 1}`,
      tasks: [own],
      angoff: 0.6,
      question: QUESTIONS['multiple-choice'],
    })),
  };
}

export function sampleItem(sample: Sample): Item {
  const { id, task = 'demo/1.1', angoff = 0.65, practiceOnly = false, version = 1 } = sample;
  return Item.parse({
    schema: 'item/1',
    id,
    version,
    tasks: [task],
    skills: ['model-deployment'],
    level: 'apply',
    angoff,
    practiceOnly,
    reviewBy: '2027-05-21',
    sources: [{ url: `https://docs.example.com/${id}`, title: `Page of ${id}`, checkedOn: '2026-11-21' }],
    question: questionOf(sample),
  });
}

export const SAMPLE_DOMAINS: readonly Domain[] = [
  { number: 1, name: 'Data', weight: 40, tasks: [{ id: 'demo/1.1', text: 'Prepare data' }] },
  { number: 2, name: 'Models', weight: 35 },
  { number: 3, name: 'Operations', weight: 25 },
];

const SAMPLE_TASKS = ['demo/1.1', 'demo/1.2', 'demo/1.3', 'demo/2.1', 'demo/2.2', 'demo/3.1', 'demo/3.2'];

const base = {
  schema: 'exam/1',
  certification: 'demo',
  scale: { min: 100, max: 1000, pass: 700 },
  tools: { calculator: false },
  accommodations: [],
  breaks: 'There are no breaks.',
  results: 'At once.',
  rules: ['Answer all questions.'],
  notes: [],
};

/** One open room, all or nothing, some unscored: the shape of AWS exams. */
export const OPEN_PROFILE = ExamProfile.parse({
  ...base,
  id: 'open',
  code: 'DEMO-01',
  title: 'Open demo',
  vendor: 'aws',
  form: { questions: 26, unscored: 6, official: { min: 26, max: 26 } },
  minutes: 52,
  credit: 'all-or-nothing',
  kinds: ['multiple-choice', 'multiple-response', 'ordering', 'matching'],
  kindTargets: [
    { kind: 'multiple-choice', min: 12, max: 20 },
    { kind: 'multiple-response', min: 2, max: 6 },
    { kind: 'ordering', min: 1, max: 3 },
    { kind: 'matching', min: 1, max: 3 },
  ],
  layout: [{ kind: 'questions', title: 'Questions', lock: 'free' }],
});

/** Sections that close, a point per part: the shape of Microsoft exams. */
export const SECTIONED_PROFILE = ExamProfile.parse({
  ...base,
  id: 'sectioned',
  code: 'DEMO-02',
  title: 'Sectioned demo',
  vendor: 'microsoft',
  form: { questions: 20, unscored: 0, official: { min: 20, max: 30 } },
  minutes: 40,
  credit: 'per-part',
  kinds: [
    'multiple-choice',
    'multiple-select',
    'build-list',
    'drag-and-drop',
    'hot-area',
    'active-screen',
    'solution-series',
    'case-study',
  ],
  kindTargets: [
    { kind: 'hot-area', min: 1, max: 3 },
    { kind: 'solution-series', min: 1, max: 1 },
    { kind: 'case-study', min: 1, max: 1 },
  ],
  layout: [
    { kind: 'questions', title: 'Questions', lock: 'on-leaving' },
    { kind: 'series', title: 'Solution series', lock: 'forward-only' },
    { kind: 'case-study', title: 'Case study', lock: 'on-leaving' },
  ],
});

/** `perTask` items of each kind for each task, with ratings that vary, and practice items that no exam may show. */
export function sampleBank({ kinds }: ExamProfile, perTask = 3): Item[] {
  const simple = kinds.filter((kind) => kind !== 'case-study' && kind !== 'solution-series');
  const items = SAMPLE_TASKS.flatMap((task) =>
    simple.flatMap((kind) =>
      Array.from({ length: kind === 'multiple-choice' ? 2 * perTask : perTask }, (_, i) => ({
        id: `demo/${kind}-${task.slice(5).replace('.', '-')}-${i}`,
        kind,
        task,
        angoff: 0.4 + ((i * 7 + task.length + kind.length) % 11) / 20,
      })),
    ),
  );
  const composites = kinds.includes('case-study')
    ? [0, 1, 2].flatMap((i): Sample[] => [
        { id: `demo/series-${i}`, kind: 'solution-series', task: SAMPLE_TASKS[2 * i] ?? 'demo/1.1' },
        { id: `demo/case-${i}`, kind: 'case-study', caseTasks: ['demo/1.2', 'demo/2.1', 'demo/3.1'] },
      ])
    : [];
  const practice: Sample[] = [
    { id: 'demo/practice-case', kind: 'case-study', practiceOnly: true, caseTasks: ['demo/1.1', 'demo/2.2'] },
    { id: 'demo/practice-screen', kind: 'active-screen', practiceOnly: true, task: 'demo/3.2' },
  ];
  return [...items, ...composites, ...practice].map(sampleItem);
}
