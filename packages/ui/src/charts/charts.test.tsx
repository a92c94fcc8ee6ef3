import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { HorizontalBars } from './horizontal-bars.tsx';
import { RangeChart } from './range-chart.tsx';
import { StackedBar } from './stacked-bar.tsx';
import { Timeline } from './timeline.tsx';

type Case = { readonly name: string; readonly chart: ReactElement; readonly numbers: readonly string[] };

const CASES: readonly Case[] = [
  {
    name: 'HorizontalBars',
    chart: <HorizontalBars title="Shares" unit="% of questions" bars={[{ label: 'Data', value: 28, text: '28 %' }]} />,
    numbers: ['Data', '28 %', '% of questions'],
  },
  {
    name: 'StackedBar',
    chart: (
      <StackedBar
        title="Points"
        unit="points of 100"
        max={100}
        segments={[
          { label: 'Cost', value: 12 },
          { label: 'Time', value: 30 },
        ]}
      />
    ),
    numbers: ['Cost', '12', 'Time', '30', '42', 'points of 100'],
  },
  {
    name: 'RangeChart',
    chart: (
      <RangeChart
        title="Pay"
        unit="USD a year"
        ranges={[{ label: 'Survey', basis: 'self-report', low: 90, middle: 120, high: 180, note: 'n = 77' }]}
      />
    ),
    numbers: ['Survey', 'self-report', '90', '120', '180', 'n = 77', 'USD a year'],
  },
  {
    name: 'Timeline',
    chart: (
      <Timeline
        title="The way"
        items={[{ id: 's', kind: 'study', label: 'Study', startsOn: '2026-12-01', endsOn: '2027-01-10', note: '33 h' }]}
        marks={[{ on: '2026-11-21', label: 'Today', tone: 'today' }]}
      />
    ),
    numbers: ['Study', '2026-12-01', '2027-01-10', '33 h', 'Today', 'Dec 2026'],
  },
];

describe.each(CASES)('$name', ({ chart, numbers }) => {
  const html = renderToStaticMarkup(chart);

  it('is a picture with a name and a description', () => {
    const named = /role="img" aria-labelledby="([^" ]+) ([^"]+)"/.exec(html);

    expect(named).not.toBeNull();
    expect(html).toContain(`id="${named?.[1]}"`);
    expect(html).toContain(`<desc id="${named?.[2]}">`);
  });

  it('gives every number as a table too', () => {
    const table = html.slice(html.indexOf('<table'));

    for (const number of numbers) expect(html).toContain(number);
    expect(table).toContain('<th scope="col"');
    expect(table).toContain(numbers[1]);
  });

  it('draws no coordinate that is not a number', () => {
    expect(html).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe('a chart without data', () => {
  it('still draws', () => {
    const empty = renderToStaticMarkup(
      <>
        <HorizontalBars title="a" unit="b" bars={[]} />
        <RangeChart title="a" unit="b" ranges={[{ label: 'x', basis: 'y' }]} />
        <Timeline title="a" items={[]} marks={[]} />
      </>,
    );

    expect(empty).not.toMatch(/NaN|Infinity/);
    expect(empty).toContain('no figure');
  });
});
