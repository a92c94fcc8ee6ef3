const TYPES: Readonly<Record<string, string>> = {
  avi: 'video/x-msvideo',
  bin: 'application/octet-stream',
  bmp: 'image/bmp',
  css: 'text/css',
  csv: 'text/csv',
  gif: 'image/gif',
  htm: 'text/html',
  html: 'text/html',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'text/javascript',
  json: 'application/json',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  png: 'image/png',
  py: 'text/x-python',
  sh: 'application/x-sh',
  svg: 'image/svg+xml',
  tar: 'application/x-tar',
  tsv: 'text/tab-separated-values',
  txt: 'text/plain',
  wav: 'audio/x-wav',
  xml: 'text/xml',
  zip: 'application/zip',
};

/** The content type that the name of a file promises, as Python's `mimetypes` guesses it. */
export function guessType(path: string): string | undefined {
  const name = path.toLowerCase();
  if (name.endsWith('.tar.gz') || name.endsWith('.tgz')) return TYPES.tar;
  const ending = /\.([a-z0-9]+)$/.exec(name.replace(/\.gz$/, ''))?.[1] ?? '';
  return Object.hasOwn(TYPES, ending) ? TYPES[ending] : undefined;
}
