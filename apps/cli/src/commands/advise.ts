import { type Advice, advise as adviseOn, type Catalog, type Profile, parseProfile } from '@cairn/catalog';
import { dayOf, systemClock } from '@cairn/kernel';
import { marketEvidence } from '@cairn/postings';
import { Command } from 'commander';
import { openCatalog, readJson } from '../content.ts';
import { UsageError } from '../failure.ts';
import { print, remark } from '../output.ts';
import { readPostings } from '../postings/reading.ts';
import { documentSources } from '../postings/sources.ts';

type Options = { readonly profile: string; readonly postings?: string; readonly json?: true };

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

async function withPostings(profile: Profile, path: string, { skills }: Catalog): Promise<Profile> {
  const { survey, refused } = await readPostings(await documentSources(path), skills);
  for (const sentence of refused) remark(sentence);
  return { ...profile, postings: marketEvidence(survey) };
}

export const advise = new Command('advise')
  .description('Rank roles and certifications for a person, with the arithmetic.')
  .requiredOption('--profile <file>', 'JSON file with the answers; every key is optional')
  .option('--postings <path>', 'a file or folder of job postings, which then speak as one more answer')
  .option('--json', 'print the whole advice as JSON')
  .action(async ({ profile: file, postings, json }: Options) => {
    const parsed = parseProfile(await readJson(file, 'profile'));
    if (parsed.outcome === 'refused') throw new UsageError(`${file}: ${parsed.sentences.join(' ')}`);
    const catalog = await openCatalog();
    const profile = postings === undefined ? parsed.profile : await withPostings(parsed.profile, postings, catalog);
    const advice = adviseOn(catalog, profile, { today: dayOf(systemClock.now()) });
    print(json ? JSON.stringify(advice) : describeAdvice(advice));
  });
