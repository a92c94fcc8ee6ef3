/** A text with holes: `lake-${account}` is ['lake-', { variable: ['account'] }]. */
export type TextPart = string | { readonly variable: readonly string[] };

// A policy variable such as ${aws:username} has a colon and is left to the policy; $${ writes a plain ${.
const HOLE = /\$\$\{|\$\{([A-Za-z_]\w*(?:\.\w+)*)\}/g;

export function parseTemplate(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let plain = '';
  let from = 0;
  for (const match of text.matchAll(HOLE)) {
    plain += text.slice(from, match.index);
    from = match.index + match[0].length;
    const name = match[1];
    if (name === undefined) {
      plain += '${';
      continue;
    }
    if (plain !== '') parts.push(plain);
    plain = '';
    parts.push({ variable: name.split('.') });
  }
  plain += text.slice(from);
  if (plain !== '' || parts.length === 0) parts.push(plain);
  return parts;
}

/** Names of the variables that a text needs. */
export function variablesIn(text: string): string[] {
  return parseTemplate(text).flatMap((part) => (typeof part === 'string' ? [] : [part.variable[0] ?? '']));
}
