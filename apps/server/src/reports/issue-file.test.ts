import type { ItemReport } from '@cairn/contract';
import { expect, it } from 'vitest';
import { issueFile } from './issue-file.ts';

const report = {
  ...{ itemId: 'aif-c01/x', itemVersion: 1, presentVersion: 1, stem: 'Which?', kind: 'unclear' },
} as ItemReport; // the rest has no part in this

it.each(['\n', '\r\n', '\r'])('quotes every line of what somebody wrote, whatever ends it: %j', (end) => {
  const text = issueFile({ ...report, words: `one${end}# two` }, undefined);

  expect(text).toContain('> one\n> # two');
});
