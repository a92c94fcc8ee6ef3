import { StudySettings } from '@cairn/contract';
import type { Instant } from '@cairn/kernel';
import { DEFAULT_PARAMETERS, learnerDay } from '@cairn/scheduling';
import { expect, it } from 'vitest';
import type { StudyTime } from '../cards/study-time.ts';
import type { TimeSpent } from '../plans/work-repository.ts';
import { streakAndHeat, zoned } from './progress.ts';

const at = (text: string) => Date.parse(text) as Instant;
const spent = (text: string, timeZone?: string): TimeSpent => ({ at: at(text), timeZone, seconds: 600 });

function timeIn(timeZone: string, now: string): StudyTime {
  return {
    day: learnerDay(at(now), timeZone),
    timeZone,
    settings: StudySettings.parse({}),
    fitted: undefined,
    parameters: DEFAULT_PARAMETERS,
    plannedDays: {},
    examDays: new Map(),
  };
}

it('counts a sitting where its learner was at the time, and a recent one where they are now', () => {
  const log = [
    spent('2026-11-01T10:00:00Z', 'Asia/Tokyo'),
    spent('2026-11-02T10:00:00Z'),
    spent('2026-11-10T10:00:00Z', 'America/New_York'),
    spent('2026-11-20T23:00:00Z'),
  ];

  expect(zoned(log, timeIn('Europe/Berlin', '2026-11-21T09:00:00Z')).map(({ timeZone }) => timeZone)).toEqual([
    'Asia/Tokyo',
    'Asia/Tokyo',
    'America/New_York',
    'Europe/Berlin',
  ]);
});

it('loses no streak over the date line and gives no day twice', () => {
  const log = [
    spent('2026-11-17T20:00:00Z', 'Pacific/Auckland'), // the 18th there
    spent('2026-11-18T20:00:00Z', 'Pacific/Auckland'), // the 19th there
    spent('2026-11-19T20:00:00Z', 'America/Los_Angeles'), // the 19th again
    spent('2026-11-20T20:00:00Z', 'America/Los_Angeles'),
  ];
  const { streak, heatMap } = streakAndHeat([], log, timeIn('America/Los_Angeles', '2026-11-20T22:00:00Z'));

  expect(streak).toMatchObject({ days: 3, isTodayDone: true });
  expect(heatMap.activeDays).toBe(3);
});
