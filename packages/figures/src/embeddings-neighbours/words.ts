import { decimal } from '../number-words.ts';
import { type Neighbour, neighboursOf, type Setting, topicAt } from './model.ts';
import { TOPICS } from './places.ts';

export const TITLE = 'Near in meaning: neighbours on a map';

export const measured = (one: Neighbour, { measure }: Setting): string =>
  measure === 'cosine' ? decimal(one.cosine, 3) : decimal(one.distance);

export function sentence(setting: Setting, found: readonly Neighbour[]): string {
  const [first] = found;
  if (!first) return 'No neighbour is asked for.';
  const other = setting.measure === 'cosine' ? 'the closest in direction' : 'the closest on the map';
  const topics = new Set(found.map(({ topic }) => topic));
  const names = TOPICS.filter(({ id }) => topics.has(id)).map(({ name }) => name);
  const from =
    names.length === 1
      ? `All ${found.length} are about ${names[0]}.`
      : `They come from ${names.slice(0, -1).join(', ')} and ${names.at(-1)}: here topics meet, and a search returns a mixture.`;
  return `“${first.text}” is ${other} (${setting.measure === 'cosine' ? 'cosine' : 'distance'} ${measured(first, setting)}). ${found.length === 1 ? '' : from}`.trim();
}

export const rowsOf = (found: readonly Neighbour[]): string[][] =>
  found.map((one, index) => [String(index + 1), one.text, decimal(one.cosine, 3), decimal(one.distance)]);

export function inWords(setting: Setting): string {
  const nearest = (measure: Setting['measure']) =>
    neighboursOf({ ...setting, measure })
      .slice(0, 3)
      .map(({ text }) => `“${text}”`)
      .join(', ');
  return `An embedding turns a text into numbers, so that texts about the same thing lie in the same direction. This map has two numbers for each of 40 texts, placed by hand; real models have hundreds or thousands, and learn them. A search embeds the question and takes the texts nearest to it. At (${decimal(setting.x)}, ${decimal(setting.y)}), which is where ${topicAt(setting)} lies, the nearest by cosine similarity are ${nearest('cosine')}; by Euclidean distance ${nearest('euclidean')}. Cosine looks only at the direction, so a long and a short text on one subject are alike; distance also minds how far out they lie. There is always a nearest text, even when none is about the question.`;
}
