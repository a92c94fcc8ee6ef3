import type { ItemReport, ItemReportKind } from '@cairn/contract';

export const REPORT_KINDS: readonly { readonly kind: ItemReportKind; readonly text: string; readonly hint: string }[] =
  [
    { kind: 'wrong-key', text: 'The key is wrong', hint: 'Another answer is the best one.' },
    { kind: 'second-answer', text: 'Two answers are right', hint: 'Say which, and why.' },
    { kind: 'outdated', text: 'It is out of date', hint: 'A name, a limit or a service has changed.' },
    { kind: 'unclear', text: 'It is unclear', hint: 'It can be read in two ways.' },
    { kind: 'mistake', text: 'A slip', hint: 'Spelling, a link, a picture.' },
    { kind: 'other', text: 'Something else', hint: '' },
  ];

export const kindText = (kind: ItemReportKind): string =>
  REPORT_KINDS.find((one) => one.kind === kind)?.text ?? 'Something else';

export const STATES = [
  { state: 'open', text: 'Reported' },
  { state: 'accepted', text: 'Accepted' },
  { state: 'rejected', text: 'Rejected' },
] as const satisfies readonly { state: ItemReport['state']; text: string }[];

/** Whether the question has moved on since it was reported. */
export function versionText({ itemVersion, presentVersion }: ItemReport): string {
  if (presentVersion === null) return `version ${itemVersion}; no longer in the bank`;
  return presentVersion === itemVersion ? `version ${itemVersion}` : `version ${itemVersion}, now ${presentVersion}`;
}
