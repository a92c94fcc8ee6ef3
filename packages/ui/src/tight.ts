/** Keeps a number and its percent sign on one line: "80 %" never breaks between the two. */
export const tight = (text: string): string => text.replaceAll(' %', '\u00a0%');
