import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiagramRect, layoutDiagram } from './layout.ts';
import { DIAGRAM_LIMITS, type Diagram, parseDiagram } from './parse.ts';

const label = fc.string({ unit: fc.constantFrom(...'abcdefg  '), minLength: 1, maxLength: 30 });

/** Any diagram that parses: cycles, lone boxes and frames around boxes far apart included. */
const anyDiagram: fc.Arbitrary<Diagram> = fc
  .record({
    labels: fc.array(label, { minLength: 1, maxLength: 12 }),
    joined: fc.uniqueArray(fc.tuple(fc.nat(11), fc.nat(11), fc.boolean(), label), {
      maxLength: 16,
      selector: ([from, to]) => `${from} ${to}`,
    }),
    frames: fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 12, maxLength: 12 }),
  })
  .map(({ labels, joined, frames }) => ({
    alt: 'A picture of boxes.',
    boxes: labels.map((text, index) => ({ id: `b${index}`, label: text.trim() || 'x' })),
    arrows: joined
      .filter(([from, to]) => from !== to && from < labels.length && to < labels.length)
      .map(([from, to, isBoth, text]) => ({ from: `b${from}`, to: `b${to}`, isBoth, label: text.trim() })),
    groups: [0, 1, 2].flatMap((group) => {
      const members = labels.flatMap((_, index) => (frames[index] === group ? [`b${index}`] : []));
      return members.length > 0 ? [{ name: `Frame ${group}`, members }] : [];
    }),
  }));

const anyCase = fc.tuple(anyDiagram, fc.constantFrom(288, 520, 760, 1200));
const RUNS = { numRuns: 60 };

const isOverlap = (a: DiagramRect, b: DiagramRect): boolean =>
  a.x + a.width > b.x && b.x + b.width > a.x && a.y + a.height > b.y && b.y + b.height > a.y;

const pairs = <T>(all: readonly T[]): (readonly [T, T])[] =>
  all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const));

const holds = (outer: DiagramRect, inner: DiagramRect): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

const isOnBorder = ({ x, y, width, height }: DiagramRect, spot: { x: number; y: number }): boolean => {
  const near = (a: number, b: number) => Math.abs(a - b) <= 0.1;
  const isAcross = near(spot.x, x) || near(spot.x, x + width);
  const isAlong = near(spot.y, y) || near(spot.y, y + height);
  const isInX = spot.x >= x - 0.1 && spot.x <= x + width + 0.1;
  const isInY = spot.y >= y - 0.1 && spot.y <= y + height + 0.1;
  return isInX && isInY && (isAcross || isAlong);
};

describe('every layout', () => {
  it('keeps boxes and labels apart', () => {
    fc.assert(
      fc.property(anyCase, ([diagram, room]) => {
        const { boxes, arrows } = layoutDiagram(diagram, room);
        const all: DiagramRect[] = [...boxes, ...arrows.flatMap((arrow) => (arrow.label ? [arrow.label] : []))];

        expect(pairs(all).filter(([a, b]) => isOverlap(a, b))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('ends every arrow on the borders of its boxes', () => {
    fc.assert(
      fc.property(anyCase, ([diagram, room]) => {
        const { boxes, arrows } = layoutDiagram(diagram, room);
        const boxOf = (id: string) => boxes.find((box) => box.id === id) ?? { x: -1, y: -1, width: 0, height: 0 };

        arrows.forEach(({ tail, tip }, index) => {
          expect(isOnBorder(boxOf(diagram.arrows[index]?.from ?? ''), tail)).toBe(true);
          expect(isOnBorder(boxOf(diagram.arrows[index]?.to ?? ''), tip)).toBe(true);
        });
      }),
      RUNS,
    );
  });

  it('draws a frame around its own boxes and no others, and frames apart', () => {
    fc.assert(
      fc.property(anyCase, ([diagram, room]) => {
        const { boxes, frames } = layoutDiagram(diagram, room);
        const membersOf = (frame: string) => diagram.groups.find(({ name }) => name === frame)?.members ?? [];
        const wrong = frames.flatMap((frame) =>
          boxes.filter((box) => (membersOf(frame.name).includes(box.id) ? !holds(frame, box) : isOverlap(frame, box))),
        );

        expect(wrong).toEqual([]);
        expect(frames.length).toBe(diagram.groups.length);
        expect(pairs(frames).filter(([a, b]) => isOverlap(a, b))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('lies within its picture, and has no number that is none', () => {
    fc.assert(
      fc.property(anyCase, ([diagram, room]) => {
        const layout = layoutDiagram(diagram, room);
        const picture = { x: 0, y: 0, width: layout.width, height: layout.height };
        const spots = layout.arrows.flatMap(({ tail, tip }) =>
          [tail, tip].map((spot) => ({ ...spot, width: 0, height: 0 })),
        );

        for (const rect of [...layout.boxes, ...layout.frames, ...spots]) expect(holds(picture, rect)).toBe(true);
        expect(layout.arrows.map(({ path }) => path).join('')).not.toMatch(/NaN|Infinity|undefined/);
      }),
      RUNS,
    );
  });

  it('is the same from the same text', () => {
    fc.assert(
      fc.property(anyCase, ([diagram, room]) => {
        expect(layoutDiagram(diagram, room)).toEqual(layoutDiagram(diagram, room));
      }),
      { numRuns: 10 },
    );
  });
});

const diagramOf = (text: string): Diagram => {
  const parsed = parseDiagram(`alt: What this picture shows.\n${text}`);
  if (parsed.outcome === 'fault') throw new RangeError(parsed.message);
  return parsed.diagram;
};

const CHAIN = diagramOf('a: App\nb: Gateway\nc: Function\nd: Table\na -> b: HTTPS\nb -> c\nc -> d: reads');

describe('layoutDiagram', () => {
  it('leads to the right where there is room, and down where there is not', () => {
    const wide = layoutDiagram(CHAIN, 720);
    const narrow = layoutDiagram(CHAIN, 288);

    expect(wide.direction).toBe('right');
    expect(wide.boxes.map(({ x }) => x)).toEqual([...wide.boxes.map(({ x }) => x)].sort((a, b) => a - b));
    expect(narrow.direction).toBe('down');
    expect(narrow.width).toBeLessThanOrEqual(288);
  });

  it('draws a chain as one straight line', () => {
    const { arrows } = layoutDiagram(CHAIN, 720);

    expect(arrows.map(({ tail, tip }) => tail.y - tip.y)).toEqual([0, 0, 0]);
    expect(arrows.map(({ path }) => path).join('')).not.toContain('C');
  });

  it('lets the arrow that closes a cycle lead back', () => {
    const { arrows } = layoutDiagram(diagramOf('a: Train\nb: Deploy\nc: Watch\na -> b\nb -> c\nc -> a: drift'), 900);

    expect(arrows[2]?.tip.x).toBeLessThan(arrows[2]?.tail.x ?? 0);
  });

  it('crosses no lines that need not cross', () => {
    const text = 'a: A\nb: B\nc: C\nd: D\na -> d\nb -> c';
    const { boxes } = layoutDiagram(diagramOf(text), 720);
    const y = (id: string) => boxes.find((box) => box.id === id)?.y ?? Number.NaN;

    expect((y('a') - y('b')) * (y('d') - y('c'))).toBeGreaterThan(0);
  });

  it('fits a phone even when one box leads to five', () => {
    const text = `hub: Event bus\n${[1, 2, 3, 4, 5].map((one) => `t${one}: Target number ${one}\nhub -> t${one}: rule ${one}`).join('\n')}`;

    expect(layoutDiagram(diagramOf(text), 288).width).toBeLessThanOrEqual(288);
  });

  it('lays out the largest diagram that is allowed', () => {
    const boxes = Array.from({ length: DIAGRAM_LIMITS.boxes }, (_, index) => `b${index}: Box ${index}`);
    const arrows = Array.from({ length: DIAGRAM_LIMITS.arrows }, (_, index) => {
      const from = index % 23;
      return `b${from} -> b${Math.min(23, from + 1 + Math.floor(index / 23) * 5)}`;
    });
    const layout = layoutDiagram(diagramOf([...new Set([...boxes, ...arrows])].join('\n')), 720);

    expect(pairs(layout.boxes).filter(([a, b]) => isOverlap(a, b))).toEqual([]);
  });
});
