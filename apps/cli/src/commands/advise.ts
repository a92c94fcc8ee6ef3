import { type Advice, advise as adviseOn, parseProfile } from '@cairn/catalog';
import { dayOf, systemClock } from '@cairn/kernel';
import { Command } from 'commander';
import { openCatalog, readJson } from '../content.ts';
import { UsageError } from '../failure.ts';
import { print } from '../output.ts';

type Options = { readonly profile: string; readonly json?: true };

const percent = (share: number) => `${Math.round(share * 100)} %`;

function describeAdvice(advice: Advice): string {
  const open = advice.certifications.filter(({ gates }) => gates.length === 0);
  const closed = advice.certifications.filter(({ gates }) => gates.length > 0);
  return [
    ...advice.notices.map(({ sentence }) => sentence),
    'Roles:',
    ...advice.roles.slice(0, 3).map(({ name, score, reasons }) => `  ${percent(score)}  ${name}. ${reasons.join(' ')}`),
    'Certifications:',
    ...open
      .slice(0, 5)
      .map(({ code, name, score, reasons }) => `  ${percent(score)}  ${code} ${name}. ${reasons.join(' ')}`),
    advice.tie.length > 0
      ? `A tie: ${advice.tie.join(' and ')} cannot be told apart on these answers.`
      : `The first stays first in ${percent(advice.stability)} of the weight draws.`,
    ...(advice.flips.length > 0 ? ['What would change this answer:'] : []),
    ...advice.flips.map(({ change, newWinner }) => `  ${newWinner} would come first if ${change}`),
    ...(closed.length > 0 ? ['Not open to you:'] : []),
    ...closed.map(({ code, gates }) => `  ${code}: ${gates.map(({ sentence }) => sentence).join(' ')}`),
  ].join('\n');
}

export const advise = new Command('advise')
  .description('Rank roles and certifications for a person, with the arithmetic.')
  .requiredOption('--profile <file>', 'JSON file with the answers; every key is optional')
  .option('--json', 'print the whole advice as JSON')
  .action(async ({ profile: file, json }: Options) => {
    const parsed = parseProfile(await readJson(file, 'profile'));
    if (parsed.outcome === 'refused') throw new UsageError(`${file}: ${parsed.sentences.join(' ')}`);
    const catalog = await openCatalog();
    const advice = adviseOn(catalog, parsed.profile, { today: dayOf(systemClock.now()) });
    print(json ? JSON.stringify(advice) : describeAdvice(advice));
  });
