import { writeFile } from 'node:fs/promises';
import { type Roadmap, roadmap as roadmapOn, toIcs } from '@cairn/catalog';
import { dayOf, systemClock } from '@cairn/kernel';
import { Command } from 'commander';
import { openCatalog } from '../content.ts';
import { UsageError } from '../failure.ts';
import { print } from '../output.ts';

type Options = {
  readonly to: string;
  readonly from?: string;
  readonly hoursPerWeek: string;
  readonly have?: string[];
  readonly via?: string[];
  readonly ics?: string;
  readonly json?: true;
};

function describeRoadmap({ steps, total, warnings }: Roadmap): string {
  return [
    ...steps.map(({ startsOn, endsOn, title, hours, costUsd }) =>
      [
        startsOn === endsOn ? startsOn : `${startsOn} to ${endsOn}`,
        title,
        hours > 0 ? `${hours} h` : '',
        costUsd > 0 ? `USD ${costUsd}` : '',
      ]
        .filter((part) => part !== '')
        .join('  '),
    ),
    `In total ${total.weeks} weeks, ${total.hours} hours and USD ${total.costUsd}, until ${total.endsOn}.`,
    ...warnings,
  ].join('\n');
}

async function run(options: Options): Promise<void> {
  const hoursPerWeek = Number(options.hoursPerWeek);
  const now = systemClock.now();
  const today = dayOf(now);
  const catalog = await openCatalog();
  const { to, from = today, have, via } = options;
  const result = roadmapOn(catalog, {
    to,
    from,
    today,
    hoursPerWeek,
    ...(have ? { have } : {}),
    ...(via ? { via } : {}),
  });
  if (result.outcome === 'refused') throw new UsageError(result.sentence);
  if (options.ics) {
    const uidSeed = `${result.roadmap.to}:${from}`;
    await writeFile(options.ics, toIcs(result.roadmap, { uidSeed, now })).catch((error: Error) => {
      throw new UsageError(`${options.ics} cannot be written: ${error.message}.`);
    });
  }
  print(options.json ? JSON.stringify(result.roadmap) : describeRoadmap(result.roadmap));
}

export const roadmap = new Command('roadmap')
  .description('A dated path to a certification: study weeks, exams, cost, renewals.')
  .requiredOption('--to <code>', 'the certification to reach, such as MLA-C02')
  .option('--from <date>', 'first day of study; today if left out')
  .requiredOption('--hours-per-week <number>', 'hours of study a week')
  .option('--have <codes...>', 'certifications held already')
  .option('--via <codes...>', 'exams on the way, in order')
  .option('--ics <file>', 'also write a calendar file')
  .option('--json', 'print steps and totals as JSON')
  .action(run);
