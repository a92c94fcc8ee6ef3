import type { ItemReport } from '@cairn/contract';
import type { Item } from '@cairn/exam';

const KINDS: Record<ItemReport['kind'], string> = {
  'wrong-key': 'the key looks wrong',
  'second-answer': 'a second answer can be defended',
  outdated: 'its facts have changed',
  unclear: 'it can be read in two ways',
  mistake: 'a mistake in spelling, link or picture',
  other: 'something else',
};

/** Markdown that leaves no heading, list or link of the learner's words in the file: it is quoted. */
const quoted = (text: string): string =>
  (text.trim() === '' ? '(no words)' : text.trim())
    .split(/\r\n?|\n/)
    .map((line) => `> ${line}`)
    .join('\n');

/** A report as an issue that anybody can file: what is wrong, in which version, and what to do before closing it. */
export function issueFile(report: ItemReport, item: Item | undefined): string {
  const name = report.itemId ?? 'a question of a running exam';
  const since =
    report.presentVersion === null
      ? 'The question is no longer in the bank.'
      : report.presentVersion === report.itemVersion
        ? 'That is its present version.'
        : `Its present version is ${report.presentVersion}.`;
  const sources = (item?.sources ?? []).map(
    ({ url, title, checkedOn }) => `- [${title}](${url}), checked ${checkedOn}`,
  );
  return [
    '---',
    `title: ${JSON.stringify(`Question ${name}: ${KINDS[report.kind]}`)}`,
    `labels: [item, ${report.kind}]`,
    '---',
    '',
    `**Question:** \`${name}\`, version ${report.itemVersion}. ${since}`,
    '',
    '**As it was asked:**',
    '',
    quoted(report.stem),
    '',
    `**What is wrong:** ${KINDS[report.kind]}.`,
    '',
    quoted(report.words),
    '',
    ...(sources.length > 0 ? ['**Its sources:**', '', ...sources, ''] : []),
    '**Before this is closed:**',
    '',
    '- [ ] The key was compared with the sources as they are today.',
    '- [ ] If the key or the meaning changed, the `version` went up by one: finished attempts are then scored again.',
    '- [ ] Somebody who has not seen the key solved the new version.',
    '',
  ].join('\n');
}
