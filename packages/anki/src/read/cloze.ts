type Gap = { readonly isActive: boolean; readonly mark: string; content: string };

/**
 * The text of a cloze field for one of its cards. On the front the active gaps are `[…]`, or their hint in brackets; on
 * the back they are strong. Gaps of other cards show what they hide. Gaps may stand in one another.
 *
 * @param ordinal the gap's number less one
 */
export function clozeHtml(html: string, ordinal: number, side: 'front' | 'back' | 'only'): string {
  const marks = /\{\{c([\d,]{1,20})::|\}\}/g;
  const open: Gap[] = [];
  const answers: string[] = [];
  let text = '';
  let at = 0;
  const put = (piece: string) => {
    const gap = open.at(-1);
    if (gap) gap.content += piece;
    else text += piece;
  };
  for (let mark = marks.exec(html); mark; mark = marks.exec(html)) {
    put(html.slice(at, mark.index));
    at = marks.lastIndex;
    const gap = mark[1] === undefined ? open.pop() : undefined;
    if (mark[1] !== undefined) open.push({ isActive: hasNumber(mark[1], ordinal + 1), mark: mark[0], content: '' });
    else if (gap) put(gapHtml(gap, side, answers));
    else put('}}');
  }
  put(html.slice(at));
  // A gap that nobody closed is text.
  while (open.length > 0) {
    const gap = open.pop();
    if (gap) put(gap.mark + gap.content);
  }
  return side === 'only' ? answers.join(', ') : text;
}

const hasNumber = (list: string, number: number) => list.split(',').some((each) => Number(each) === number);

function gapHtml({ isActive, content }: Gap, side: 'front' | 'back' | 'only', answers: string[]): string {
  const at = content.indexOf('::');
  const answer = at === -1 ? content : content.slice(0, at);
  if (!isActive) return answer;
  answers.push(answer);
  if (side !== 'front') return `<b>${answer}</b>`;
  return `[${at === -1 ? '…' : content.slice(at + 2)}]`;
}

/** Whether the fields have a gap for this card. */
export function hasGap(fields: readonly string[], ordinal: number): boolean {
  const gaps = fields.join('\n').matchAll(/\{\{c([\d,]{1,20})::/g);
  return [...gaps].some(([, list = '']) => hasNumber(list, ordinal + 1));
}
