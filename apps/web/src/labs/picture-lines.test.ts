import { describe, expect, it } from 'vitest';
import { boxOf, lineBetween, twoLines } from './picture-lines.ts';

const FRAME = { width: 600, height: 300 };

describe('the architecture picture', () => {
  it('keeps a box in the corner whole', () => {
    const { x, y, width, height } = boxOf({ x: 0, y: 100 }, FRAME);

    expect(x - width / 2).toBeGreaterThanOrEqual(0);
    expect(y + height / 2).toBeLessThanOrEqual(FRAME.height);
  });

  it('draws an arrow from border to border, not through the boxes', () => {
    const left = boxOf({ x: 20, y: 50 }, FRAME);
    const right = boxOf({ x: 80, y: 50 }, FRAME);

    const { from, to } = lineBetween(left, right);

    expect(from.x).toBeGreaterThan(left.x + left.width / 2);
    expect(to.x).toBeLessThan(right.x - right.width / 2);
    expect(from.y).toBe(to.y);
  });

  it('never turns an arrow round when boxes overlap', () => {
    const one = boxOf({ x: 50, y: 50 }, FRAME);
    const other = boxOf({ x: 52, y: 50 }, FRAME);

    const { from, to } = lineBetween(one, other);

    expect(from.x).toBeLessThanOrEqual(to.x);
  });

  it('breaks a long label between words, and shortens what is left', () => {
    expect(twoLines('short', 12)).toEqual(['short']);
    expect(twoLines('training role of jobs', 14)).toEqual(['training role', 'of jobs']);
    expect(twoLines('training-role', 12)).toEqual(['training-', 'role']);
    expect(twoLines('anamewithoutanymark', 8)).toEqual(['anamewit', 'houtany…']);
  });

  it('puts words that find no room between two boxes above them', () => {
    const left = boxOf({ x: 35, y: 50 }, FRAME);
    const right = boxOf({ x: 62, y: 50 }, FRAME);

    expect(lineBetween(left, right, 'CreateTrainingJob').label.y).toBeLessThan(left.y - left.height / 2);
    expect(lineBetween(left, right, 'a').label.y).toBeGreaterThan(left.y);
  });
});
