import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { bandText, chanceText, Dial } from './dial.tsx';
import { HorizontalBars } from './horizontal-bars.tsx';
import { LineChart } from './line-chart.tsx';
import { Radar } from './radar.tsx';
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
  {
    name: 'Dial',
    chart: <Dial title="Today" bandName="80 % band" reading={{ estimate: 0.62, low: 0.48, high: 0.74 }} />,
    numbers: ['80 % band: 48 to 74 %', '62 %', '48 %', '74 %'],
  },
  {
    name: 'Radar',
    chart: (
      <Radar
        title="Domains"
        unit="logits"
        labelHead="Domain"
        min={-2}
        max={2}
        ring={{ at: 0, label: 'Pass line' }}
        format={(value) => value.toFixed(1)}
        spokes={['Data', 'Models', 'Ethics'].map((label, index) => ({
          label,
          low: index - 1.5,
          estimate: index - 1,
          high: index - 0.5,
          text: `about ${index - 1}`,
        }))}
      />
    ),
    numbers: ['Pass line at 0.0', 'Data', '-1.5', '-0.5', 'about 1', 'logits'],
  },
  {
    name: 'LineChart',
    chart: (
      <LineChart
        title="The chance over time"
        summary="It rises."
        x={{ title: 'day' }}
        y={{ title: 'Chance (%)', min: 0, max: 100 }}
        lines={[{ axis: 'x', at: 2, label: 'Today' }]}
        regions={[{ from: 1, to: 2, label: 'This week' }]}
        series={[
          { label: 'So far', points: [{ x: 1, y: 41, low: 30, high: 52 }], look: 'points' },
          {
            label: 'Forecast',
            points: [
              { x: 2, y: 57, low: 44, high: 69 },
              { x: 3, y: 63, low: 47, high: 76 },
            ],
          },
        ]}
      />
    ),
    numbers: ['Today', '41', '57', '63', '76', 'So far', 'Forecast', 'Chance (%)', 'This week'],
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
        <Dial title="a" bandName="b" reading={undefined} />
        <Radar
          title="a"
          unit="b"
          labelHead="c"
          min={-1}
          max={1}
          ring={{ at: 0, label: 'd' }}
          format={String}
          spokes={[]}
        />
        <LineChart title="a" summary="b" x={{ title: 'c' }} y={{ title: 'd' }} series={[]} />
      </>,
    );

    expect(empty).not.toMatch(/NaN|Infinity/);
    expect(empty).toContain('no figure');
    expect(empty).toContain('Not enough evidence yet');
  });
});

describe('a chance in words', () => {
  it('never claims certainty', () => {
    expect([0, 0.004, 0.62, 0.996, 1].map(chanceText)).toEqual([
      'under 1 %',
      'under 1 %',
      '62 %',
      'over 99 %',
      'over 99 %',
    ]);
  });

  it('tells a band by its ends, and by one word where they are the same', () => {
    expect(bandText({ low: 0.48, high: 0.741 })).toBe('48 to 74 %');
    expect(bandText({ low: 0.001, high: 0.999 })).toBe('<1 to >99 %');
    expect(bandText({ low: 0, high: 0.003 })).toBe('under 1 %');
  });
});
