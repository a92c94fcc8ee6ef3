import { randomUUID } from 'node:crypto';
import { marketEvidence } from '@cairn/postings';
import { Command } from 'commander';
import { openCatalog, openLabs } from '../content.ts';
import { UsageError } from '../failure.ts';
import { withApi } from '../local-api.ts';
import { dataOption } from '../options.ts';
import { print, remark } from '../output.ts';
import { answerJson, answerOf, type PostingsAnswer } from '../postings/answer.ts';
import { describeAnswer, describeResume } from '../postings/describe.ts';
import { type ListedPosting, readPostings } from '../postings/reading.ts';
import { learnersRecord } from '../postings/record.ts';
import { resumeBeside } from '../postings/resume.ts';
import { documentSources } from '../postings/sources.ts';

type Options = {
  readonly data: string;
  readonly record: boolean;
  readonly resume?: string;
  readonly save?: string;
  readonly json?: true;
};

const LONGEST_NAME = 120;

/** Prints a JSON array one entry after the other: 50,000 postings never stay in memory. */
function listing(key: string) {
  process.stdout.write(`{${JSON.stringify(key)}:[`);
  let first = true;
  return (entry: ListedPosting) => {
    process.stdout.write(`${first ? '' : ',\n'}${JSON.stringify(entry)}`);
    first = false;
  };
}

async function keep(name: string, { survey }: PostingsAnswer, dataDir: string): Promise<void> {
  await withApi(dataDir, (api) =>
    api.call('PUT', `/api/postings/surveys/${randomUUID()}`, { name, survey, evidence: marketEvidence(survey) }),
  );
  remark(`The survey is kept as "${name}"; the advisor takes the newest.`);
}

function checkName(name: string | undefined): void {
  if (name === undefined || (name.trim() !== '' && name.length <= LONGEST_NAME)) return;
  throw new UsageError(`--save takes a name of 1 to ${LONGEST_NAME} characters.`);
}

async function analyse(path: string, options: Options): Promise<void> {
  checkName(options.save);
  const sources = await documentSources(path);
  const [catalog, labs] = [await openCatalog(), await openLabs()];
  const record = options.record ? await learnersRecord(options.data) : undefined;
  const reading = await readPostings(sources, catalog.skills, options.json ? listing('postings') : undefined);
  const answer = answerOf(reading.survey, record ?? new Map(), { catalog, labs });
  const resume = options.resume && (await resumeBeside(options.resume, answer));
  if (options.json) {
    const { refused, notes } = reading;
    const rest = { ...answerJson(answer), refused, notes, ...(resume ? { resume } : {}) };
    print(`],${JSON.stringify(rest).slice(1)}`);
  } else {
    print(describeAnswer(answer, reading, record !== undefined && record.size > 0));
    if (resume) print(`\n${describeResume(resume)}`);
  }
  if (options.save !== undefined) await keep(options.save, answer, options.data);
}

const analyze = new Command('analyze')
  .description('Count what job postings ask for, each finding with its quote, beside your own record.')
  .argument('<path>', 'a file (txt, md, html, pdf, docx, json, csv) or a folder of them')
  .option('--resume <file>', 'put a résumé (pdf, docx, txt) beside the postings')
  .option('--no-record', 'compare with nothing; by default with the evidence in the data directory, if there is one')
  .option('--save <name>', 'keep the survey, so that the advisor uses it')
  .addOption(dataOption())
  .option('--json', 'print every posting and the whole answer as JSON')
  .action(analyse);

export const postings = new Command('postings').description('What job postings ask for.').addCommand(analyze);
