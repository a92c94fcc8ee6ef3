import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openDatasets } from '../datasets/datasets.ts';
import { LabCalls } from '../lab/calls-schema.ts';
import { LANGUAGES, renderCalls } from './render.ts';

const FILE = new URL('../testing/fixtures/machine-learning.yaml', import.meta.url);
const CALLS = LabCalls.parse(parse(readFileSync(FILE, 'utf8')));
const datasets = openDatasets([
  { id: 'tx', generator: 'card-transactions', seed: 1, rows: 20, parts: { live: 10 }, options: {} },
]);
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

describe('calls shown as code', () => {
  it.each(LANGUAGES)('%s: as a person would write them', (language) => {
    expect(renderCalls(CALLS, language, { datasets }).code).toMatchSnapshot();
  });

  it('brings the files that the code reads', () => {
    const files = (language: (typeof LANGUAGES)[number]) => renderCalls(CALLS, language, { datasets }).files;
    const [rows, zip] = files('python');

    expect(rows?.path).toBe('tx-live.jsonl');
    expect(
      text(rows?.bytes)
        .trim()
        .split('\n')
        .map((line) => Object.keys(JSON.parse(line)).length),
    ).toEqual(Array(6).fill(12));
    expect(text(zip?.bytes)).toContain('export const handler');
    expect(files('cli').map(({ path }) => path)).toEqual([
      'tx-live-PutRecords.jsonl',
      'features.zip',
      'tx-live-InvokeEndpoint-001.txt',
      'tx-live-InvokeEndpoint-002.txt',
    ]);
  });

  it('begins with what earlier calls saved', () => {
    const calls = LabCalls.parse([{ log: `$\{roleArn}` }]);
    const known = { roleArn: 'arn:aws:iam::1:role/x' };
    const code = LANGUAGES.map((language) => renderCalls(calls, language, { datasets, known }).code);

    expect(code[0]).toContain(`ROLE_ARN=arn:aws:iam::1:role/x\necho "$\{ROLE_ARN}"`);
    expect(code[1]).toContain('role_arn = "arn:aws:iam::1:role/x"\nprint(role_arn)');
    expect(code[2]).toContain('let roleArn = "arn:aws:iam::1:role/x";\nconsole.log(roleArn);');
  });

  it('lets time pass by a command where there is one', () => {
    const calls = LabCalls.parse([{ advance: 'PT1H', why: 'The alarm looks back an hour.' }]);
    const options = { datasets, advanceCommand: (milliseconds: number) => `cairn advance ${milliseconds}` };

    expect(renderCalls(calls, 'cli', options).code).toContain(
      '# The alarm looks back an hour. Let 1 hour pass.\ncairn advance 3600000\n',
    );
    expect(renderCalls(calls, 'python', options).code).toContain('os.system("cairn advance 3600000")');
    expect(renderCalls(calls, 'javascript', options).code).toContain("execSync('cairn advance 3600000');");
  });

  it.each([
    ['JSON', { $json: { a: [1] } }, `'{"a": [1]}'`],
    ['a text', 'one line', "'one line'"],
    ['bytes that spell a text', { $text: 'one line' }, "'one line'"],
  ])('hands PutObject the path of a file where the body is %s and stands beside other members', (_, Body, word) => {
    const calls = LabCalls.parse([
      { call: 's3.PutObject', input: { Bucket: 'b', Key: 'k', Body, ContentType: 'text/plain' } },
    ]);

    expect(renderCalls(calls, 'cli', { datasets }).code).toContain(
      `printf %s ${word} > body.tmp\naws s3api put-object --bucket b --key k --body body.tmp --content-type text/plain\n`,
    );
  });

  it('keeps texts as they are, whatever is in them', () => {
    const nasty = `a'b"c\\d$e\`f {g} %s\tä`;
    const calls = LabCalls.parse([{ call: 'sqs.SendMessage', input: { MessageBody: nasty } }]);

    expect(renderCalls(calls, 'cli', { datasets }).code).toContain(`--message-body "a'b\\"c\\\\d\\$e\\\`f {g} %s\tä"`);
    expect(renderCalls(calls, 'python', { datasets }).code).toContain(JSON.stringify(nasty));
    expect(renderCalls(calls, 'javascript', { datasets }).code).toContain(`'a\\'b"c\\\\d$e\`f {g} %s\\tä'`);
  });
});
