export const MODEL_IDS = ['own', 'iaas', 'platform', 'api'] as const;
export type ModelId = (typeof MODEL_IDS)[number];

export const MODELS: Record<ModelId, string> = {
  own: 'Own servers',
  iaas: 'Virtual machines',
  platform: 'Managed ML platform',
  api: 'Managed model API',
};

export type Party = 'you' | 'shared' | 'provider';

/** Who does it under each model, from own servers to a model behind an API. */
type Row = { readonly id: string; readonly task: string; readonly by: Record<ModelId, Party>; readonly why: string };

const row = (id: string, task: string, parties: string, why: string): Row => {
  const [own, iaas, platform, api] = [...parties].map(partyOf);
  return {
    id,
    task,
    why,
    by: { own: own ?? 'you', iaas: iaas ?? 'you', platform: platform ?? 'you', api: api ?? 'you' },
  };
};

const partyOf = (letter: string): Party => (letter === 'Y' ? 'you' : letter === 'P' ? 'provider' : 'shared');

/** Y you, S shared, P provider; four letters, in the order of the models. */
export const TASKS: readonly Row[] = [
  row('site', 'Guard buildings and power', 'YPPP', 'Whoever owns the building guards it.'),
  row('hardware', 'Replace broken disks', 'YPPP', 'From virtual machines on, hardware is the provider’s.'),
  row(
    'system',
    'Patch the operating system',
    'YYPP',
    'On a virtual machine the guest system is yours; a platform brings its own.',
  ),
  row(
    'framework',
    'Update ML frameworks',
    'YYSP',
    'A platform offers patched images, but you choose the version and move to it.',
  ),
  row(
    'network',
    'Allow or block network access',
    'YSSS',
    'The provider builds the network; you decide who may reach what in it.',
  ),
  row(
    'training',
    'Train and test the model',
    'YYYP',
    'Behind an API the model was trained by the provider; testing it for your use stays with you.',
  ),
  row(
    'encryption',
    'Switch encryption on, choose keys',
    'YYSS',
    'The provider offers it, often by default; which key and who may use it is your setting.',
  ),
  row('access', 'Decide who may use it', 'YYYY', 'Identities and permissions are yours everywhere.'),
  row('data', 'Classify your data and prompts', 'YYYY', 'Only you know what may leave the house.'),
  row('answers', 'Check answers before they act', 'YYYY', 'Nobody else knows what a wrong answer costs you.'),
];

export const BEGIN = {
  model: 'platform' as ModelId,
  /** What the learner says, by task; left out where nothing was said yet. */
  placed: {} as Readonly<Record<string, Party>>,
};
export type Setting = typeof BEGIN;

export type Marked = {
  readonly id: string;
  readonly task: string;
  readonly right: Party;
  readonly placed: Party | undefined;
  readonly why: string;
};

export const marked = ({ model, placed }: Setting): readonly Marked[] =>
  TASKS.map(({ id, task, by, why }) => ({ id, task, why, right: by[model], placed: placed[id] }));

export const countOf = (model: ModelId, party: Party): number => TASKS.filter(({ by }) => by[model] === party).length;

/** Everything where it belongs. */
export const solved = (model: ModelId): Readonly<Record<string, Party>> =>
  Object.fromEntries(TASKS.map(({ id, by }) => [id, by[model]]));
