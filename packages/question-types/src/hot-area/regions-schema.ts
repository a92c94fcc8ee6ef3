import { z } from 'zod';
import { checkDistinct, checked, Id, Label, numberWord, Stem, saysHowMany, Why } from '../fields.ts';

const pixels = z.number().min(0).max(2000);

export const Picture = z.strictObject({
  width: z.number().min(100).max(2000),
  height: z.number().min(60).max(2000),
  alt: z.string().min(1).max(1000).describe('What the picture shows, in words, without the key.'),
});

export const Arrow = z.strictObject({ from: z.string(), to: z.string() });

const Region = z.strictObject({
  id: Id,
  label: Label,
  x: pixels,
  y: pixels,
  width: z.number().min(40, 'a region is at least 40 wide, to be hit with a finger').max(2000),
  height: z.number().min(24, 'a region is at least 24 high, to be hit with a finger').max(2000),
  correct: z.boolean().optional().describe('true marks a key.'),
  why: Why,
});
type Region = z.infer<typeof Region>;

const overlap = (a: Region, b: Region) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Boxes of a drawn picture to choose from. */
export const RegionsQuestion = checked(
  z.strictObject({
    kind: z.literal('hot-area'),
    variant: z.literal('regions'),
    stem: Stem,
    picture: Picture,
    regions: z.array(Region).min(3, 'draw three or more regions').max(16),
    arrows: z.array(Arrow).max(40).optional(),
  }),
  ({ stem, picture, regions, arrows = [] }, report) => {
    checkDistinct(regions, ['regions'], report);
    const keys = regions.filter(({ correct }) => correct === true).length;
    if (keys === 0 || keys === regions.length) {
      report(['regions'], `mark at least one region, but not all, with correct: true; ${keys} are marked`);
    } else if (keys > 1 && !saysHowMany(stem, keys)) {
      report(['stem'], `${keys} regions are marked correct, so the stem must say how many: ${numberWord(keys)}`);
    }
    regions.forEach((region, index) => {
      if (region.x + region.width > picture.width || region.y + region.height > picture.height) {
        report(['regions', index], `${region.id} reaches beyond the picture; move or shrink it`);
      }
      const covered = regions.slice(0, index).find((other) => overlap(other, region));
      if (covered) report(['regions', index], `${region.id} covers ${covered.id}; move one`);
    });
    arrows.forEach((arrow, index) => {
      for (const end of [arrow.from, arrow.to]) {
        if (!regions.some(({ id }) => id === end)) report(['arrows', index], `no region has the id ${end}`);
      }
    });
  },
);
export type RegionsQuestion = z.infer<typeof RegionsQuestion>;
