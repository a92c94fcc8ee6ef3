import { describe, expect, it } from 'vitest';
import { DIAGRAM_LIMITS, parseDiagram } from './parse.ts';

const TEXT = `alt: The app calls API Gateway, which starts a function that reads the table.

app: Mobile app
gateway: API Gateway
fn: Lambda function
table: DynamoDB table
app -> gateway: HTTPS
gateway -> fn
fn <-> table: reads: one row
group VPC: fn, table`;

const faultOf = (text: string) => {
  const parsed = parseDiagram(text);
  return parsed.outcome === 'fault' ? `${parsed.line}: ${parsed.message}` : 'no fault';
};

const ALT = 'alt: What this picture shows.\n';
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

describe('parseDiagram', () => {
  it('reads boxes, arrows one way and both, and frames', () => {
    const parsed = parseDiagram(TEXT);

    expect(parsed).toEqual({
      outcome: 'diagram',
      diagram: {
        alt: 'The app calls API Gateway, which starts a function that reads the table.',
        boxes: [
          { id: 'app', label: 'Mobile app' },
          { id: 'gateway', label: 'API Gateway' },
          { id: 'fn', label: 'Lambda function' },
          { id: 'table', label: 'DynamoDB table' },
        ],
        arrows: [
          { from: 'app', to: 'gateway', label: 'HTTPS', isBoth: false },
          { from: 'gateway', to: 'fn', label: '', isBoth: false },
          { from: 'fn', to: 'table', label: 'reads: one row', isBoth: true },
        ],
        groups: [{ name: 'VPC', members: ['fn', 'table'] }],
      },
    });
  });

  it('reads lines that end as on Windows', () => {
    expect(parseDiagram(TEXT.replaceAll('\n', '\r\n'))).toEqual(parseDiagram(TEXT));
  });

  it.each([
    ['nothing', '', '1: A diagram begins with "alt:"'],
    ['no alternative text', 'a: A', '1: A diagram begins with "alt:"'],
    ['an alternative text of one word', 'alt: Boxes', '1: A diagram begins with "alt:"'],
    ['no box', ALT, '1: A diagram needs at least one box'],
    ['a line that says nothing', `${ALT}a: A\nand then`, '3: "and then" is neither a box'],
    ['a chain of arrows', `${ALT}a: A\nb: B\nc: C\na -> b -> c`, '5: "a -> b -> c" is neither'],
    ['an unknown box', `${ALT}gateway: A\nb: B\nb -> gatway`, '4: No box is called "gatway"; did you mean "gateway"?'],
    ['an arrow to itself', `${ALT}a: A\na -> a`, '3: The arrow from "a" leads back to the same box.'],
    ['an arrow twice', `${ALT}a: A\nb: B\na <-> b\nb -> a`, '5: "b" and "a" are joined in this direction already.'],
    ['a box twice', `${ALT}a: A\na: B`, '3: The box "a" is declared twice.'],
    ['a box called group', `${ALT}group: A`, '2: "group" has a meaning of its own'],
    ['an empty frame', `${ALT}a: A\ngroup VPC: ,`, '3: The frame "VPC" names no box.'],
    ['a box in two frames', `${ALT}a: A\ngroup X: a\ngroup Y: a`, '4: The box "a" stands in a frame already'],
    ['a frame of an unknown box', `${ALT}a: A\ngroup X: zebra`, '3: No box is called "zebra". Declare it'],
    ['a long label', `${ALT}a: ${'x'.repeat(41)}`, '2: The label "'],
    ['a line without end', `${ALT}a: A\n${' '.repeat(3)}group ${'x '.repeat(400)}`, '3: The line has 805 characters'],
    ['too many boxes', ALT + lines(25, (i) => `b${i}: B`), '1: A diagram has at most 24 boxes, and this one has 25'],
  ])('says in one sentence, with the line, what is wrong with %s', (_, text, message) => {
    expect(faultOf(text)).toContain(message);
  });

  it('takes as many boxes as it says', () => {
    const text = ALT + lines(DIAGRAM_LIMITS.boxes, (index) => `b${index}: Box ${index}`);

    expect(parseDiagram(text).outcome).toBe('diagram');
  });
});
