/** Progress and remarks: stderr, so that stdout holds the answer alone. */
export function remark(message: string): void {
  process.stderr.write(`cairn: ${message}\n`);
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
