/** A sentence cut around the titles in it, each of which is a part of its own. */
export function partsOf(text: string, titles: readonly string[]): readonly string[] {
  return titles
    .filter((title) => title !== '')
    .reduce<readonly string[]>(
      (parts, title) =>
        parts.flatMap((part) => {
          const at = titles.includes(part) ? -1 : part.indexOf(title);
          return at < 0 ? [part] : [part.slice(0, at), title, part.slice(at + title.length)];
        }),
      [text],
    );
}
