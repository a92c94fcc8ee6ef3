import { countOf, MODEL_IDS, MODELS, type ModelId, marked, type Party, type Setting, TASKS } from './model.ts';

export const TITLE = 'Who is responsible?';

export const PARTIES: Record<Party, string> = { you: 'You', shared: 'Both', provider: 'Provider' };

export function sentence(setting: Setting): string {
  const rows = marked(setting);
  const answered = rows.filter(({ placed }) => placed !== undefined);
  const wrong = answered.find(({ placed, right }) => placed !== right);
  const name = inSentence(setting.model);
  if (answered.length === 0)
    return `${MODELS[setting.model]}: say for each task who does it, you, the provider or both.`;
  if (wrong) return `“${wrong.task}” is not ${placedText(wrong.placed)} here. ${wrong.why}`;
  const right = `${answered.length} of ${rows.length} placed, all right.`;
  if (answered.length < rows.length) return right;
  return `${right} With ${name} ${countOf(setting.model, 'you')} tasks stay with you, ${countOf(setting.model, 'shared')} with both: access, data and what you do with answers never leave you.`;
}

/** "Managed ML platform" within a sentence. */
const inSentence = (id: ModelId): string => MODELS[id].charAt(0).toLowerCase() + MODELS[id].slice(1);

const placedText = (placed: Party | undefined): string =>
  placed === 'shared' ? 'shared' : placed === 'you' ? 'yours alone' : 'the provider’s alone';

export const rowsOf = (): string[][] => TASKS.map(({ task, by }) => [task, ...MODEL_IDS.map((id) => PARTIES[by[id]])]);

export const HEAD = ['Task', ...MODEL_IDS.map((id) => MODELS[id])];

export function inWords({ model }: Setting): string {
  const counts = MODEL_IDS.map(
    (id) =>
      `${inSentence(id)}: ${countOf(id, 'you')} yours, ${countOf(id, 'shared')} shared, ${countOf(id, 'provider')} the provider’s`,
  );
  const yours = TASKS.filter(({ by }) => by[model] === 'you').map(({ task }) => task.toLowerCase());
  return `The provider secures the cloud, you secure what you do in it; the more is managed, the further the line moves, but it never reaches the end. Of ${TASKS.length} tasks: ${counts.join('; ')}. With ${inSentence(model)} these stay yours: ${yours.join('; ')}. Who may use it, which data goes in and what is done with an answer are yours under every model.`;
}
