/** Progress and remarks: stderr, so that stdout holds the answer alone. */
export function remark(message: string): void {
  process.stderr.write(`cairn: ${message}\n`);
}

/** A reader that has seen enough, such as `head`, closes the pipe: no failure of ours. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** JSON of texts from anywhere: `JSON.stringify` leaves DEL and the controls from U+0080 on, which terminals obey. */
export function jsonOf(value: unknown): string {
  return JSON.stringify(value).replace(/[\u007f-\u009f]/g, (mark) => `\\u00${mark.charCodeAt(0).toString(16)}`);
}
