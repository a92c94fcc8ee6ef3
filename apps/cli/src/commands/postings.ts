import { randomUUID } from 'node:crypto';
import { marketEvidence, type ResumeComparison } from '@cairn/postings';
import { Command } from 'commander';
import { openCatalog, openLabs } from '../content.ts';
import { UsageError } from '../failure.ts';
import { withApi } from '../local-api.ts';
import { dataOption } from '../options.ts';
import { jsonOf, print, remark } from '../output.ts';
import { answerJson, answerOf, type PostingsAnswer } from '../postings/answer.ts';
import { describeAnswer, describeResume } from '../postings/describe.ts';
import { type ListedPosting, type Reading, readPostings } from '../postings/reading.ts';
import { learnersRecord } from '../postings/record.ts';
import { resumeBeside, resumeText } from '../postings/resume.ts';
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
    process.stdout.write(`${first ? '' : ',\n'}${jsonOf(entry)}`);
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

type Shown = {
  readonly resume: ResumeComparison | undefined;
  readonly isCompared: boolean;
  readonly json?: true;
};

/** As JSON it ends what `listing` began. */
function printAnswer(answer: PostingsAnswer, reading: Reading, { resume, isCompared, json }: Shown): void {
  if (json) {
    const { refused, notes } = reading;
    print(`],${jsonOf({ ...answerJson(answer), refused, notes, resume }).slice(1)}`);
    return;
  }
  print(describeAnswer(answer, reading, isCompared));
  if (resume) print(`\n${describeResume(resume)}`);
}

async function analyse(path: string, options: Options): Promise<void> {
  checkName(options.save);
  // Whatever may be refused is looked at before the first word is printed: JSON that breaks off helps nobody.
  const sources = await documentSources(path);
  const resumeWords = options.resume === undefined ? undefined : await resumeText(options.resume);
  const [catalog, labs] = [await openCatalog(), await openLabs()];
  const record = options.record ? await learnersRecord(options.data) : undefined;
  const reading = await readPostings(sources, catalog.skills, options.json ? listing('postings') : undefined);
  const answer = answerOf(reading.survey, record ?? new Map(), { catalog, labs });
  const resume = resumeWords === undefined ? undefined : await resumeBeside(resumeWords, answer);
  printAnswer(answer, reading, { ...options, resume, isCompared: record !== undefined && record.size > 0 });
  if (reading.texts === 0) throw new UsageError(`Nothing in ${path} could be read, so nothing was counted.`);
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
