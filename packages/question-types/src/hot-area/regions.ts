import type { Option } from '../question-type.ts';
import type { RegionsQuestion } from './regions-schema.ts';
import type { PublishedRegions } from './schema.ts';

export const regionKeys = ({ regions }: RegionsQuestion): string[] =>
  regions.filter(({ correct }) => correct === true).map(({ id }) => id);

/** Reading order, top to bottom and left to right: the order of focus, whatever order the author wrote. */
const byPlace = (a: { x: number; y: number }, b: { x: number; y: number }) => a.y - b.y || a.x - b.x;

export const publishRegions = (question: RegionsQuestion): PublishedRegions => ({
  kind: 'hot-area',
  variant: 'regions',
  stem: question.stem,
  choose: regionKeys(question).length,
  picture: question.picture,
  regions: [...question.regions]
    .sort(byPlace)
    .map(({ id, label, x, y, width, height }) => ({ id, label, x, y, width, height })),
  arrows: question.arrows ?? [],
});

export const optionsOfRegions = ({ regions }: RegionsQuestion): Option[] =>
  regions.map(({ id, label, correct, why }) => ({ group: 'regions', id, text: label, isKey: correct === true, why }));
