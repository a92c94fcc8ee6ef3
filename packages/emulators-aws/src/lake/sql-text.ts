/** A name in double quotes. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text as a literal. */
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export const listOfTexts = (texts: readonly string[]): string => `[${texts.map(quoteText).join(', ')}]`;
