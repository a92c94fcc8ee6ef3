import { describe, expect, it } from 'vitest';
import { testModel } from '../testing/models.ts';
import { completions } from './completions.ts';
import { helpFor } from './help.ts';

function at(line: string) {
  return completions(line, line.length, testModel);
}

describe('at the cursor', () => {
  it.each([
    ['aw', ['aws']],
    ['aws kin', ['kinesis']],
    ['aws kinesis create-s', ['create-stream']],
    ['aws kinesis create-stream --stream-n', ['--stream-name']],
    ['aws kinesis wait stream-e', ['stream-exists']],
    ['aws kinesis wait stream-exists --stream-n', ['--stream-name']],
    ['aws s3 sy', ['sync']],
    ['aws kinesis list-streams --output t', ['text', 'table']],
    ['aws kinesis get-shard-iterator --shard-iterator-type AT_', ['AT_SEQUENCE_NUMBER', 'AT_TIMESTAMP']],
    ['echo a && X=$(aws st', ['stepfunctions', 'sts']],
    ['aws nothing ', []],
  ])('%s goes on with %j', (line, expected) => {
    expect(at(line).candidates).toEqual(expected);
  });

  it('offers required options first and none twice', () => {
    const { from, candidates } = at('aws kinesis put-record --partition-key 1 --');

    expect(from).toBe(41);
    expect(candidates[0]).toBe('--data');
    expect(candidates).not.toContain('--partition-key');
  });
});

describe('help', () => {
  it('shows the options of an operation, the required ones bare', () => {
    const text = helpFor(['kinesis', 'create-stream'], testModel('kinesis'));

    expect(text).toContain('aws kinesis create-stream\n      --stream-name <value> [--shard-count <value>]');
    expect(text).toContain('StreamMode=string');
  });

  it.each([[[]], [['s3']], [['kinesis']], [['kinesis', 'wait']]])('is there for %j', (words) => {
    expect(helpFor(words, testModel('kinesis')).split('\n').length).toBeGreaterThan(4);
  });
});
