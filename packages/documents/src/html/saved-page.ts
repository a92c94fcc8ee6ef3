import { latin1 } from '../encoding.ts';
import { damaged } from '../refusal.ts';

export type SavedPage = { readonly bytes: Uint8Array; readonly charset: string | undefined; readonly isHtml: boolean };

type Headers = ReadonlyMap<string, string>;

/** A browser writes one level; a mail with its alternatives two. */
const MAX_LEVELS = 4;

/** The first page in a MIME file, or else its first plain text. @throws Refusal */
export function savedPage(name: string, bytes: Uint8Array): SavedPage {
  const message = latin1(bytes);
  const page = findPart(message, 'text/html', 0) ?? findPart(message, 'text/plain', 0);
  if (!page) throw damaged(name, 'saved page');
  return page;
}

function findPart(part: string, wanted: string, level: number): SavedPage | undefined {
  const gap = /\r?\n\r?\n/.exec(part);
  if (!gap || level > MAX_LEVELS) return undefined;
  const headers = headersOf(part.slice(0, gap.index));
  const body = part.slice(gap.index + gap[0].length);
  const type = headers.get('content-type') ?? 'text/plain';
  const boundary = /boundary="?([^";\r\n]{1,200})"?/i.exec(type)?.[1];
  if (/^multipart\//i.test(type) && boundary !== undefined) return findAmong(body, boundary, wanted, level);
  if (!type.toLowerCase().startsWith(wanted)) return undefined;
  const charset = /charset="?([\w:-]{1,40})/i.exec(type)?.[1];
  return {
    bytes: transferred(body, headers.get('content-transfer-encoding')),
    charset,
    isHtml: wanted === 'text/html',
  };
}

function findAmong(body: string, boundary: string, wanted: string, level: number): SavedPage | undefined {
  const mark = `--${boundary}`;
  let at = body.indexOf(mark);
  while (at !== -1) {
    const start = body.indexOf('\n', at + mark.length) + 1;
    if (start === 0) return undefined;
    const end = body.indexOf(`\n${mark}`, start);
    const found = findPart(body.slice(start, end === -1 ? undefined : end), wanted, level + 1);
    if (found) return found;
    at = end === -1 ? -1 : end + 1;
  }
  return undefined;
}

function headersOf(head: string): Headers {
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return new Map(
    lines.flatMap((line) => {
      const colon = line.indexOf(':');
      return colon > 0 ? [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const] : [];
    }),
  );
}

function transferred(body: string, encoding = ''): Uint8Array {
  if (/base64/i.test(encoding)) return bytesOf(base64(body));
  if (!/quoted-printable/i.test(encoding)) return bytesOf(body);
  const text = body.replace(/=[ \t]*\r?\n/g, '');
  return bytesOf(text.replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))));
}

/** What of it is sound: a cut file ends in the middle of four letters. */
function base64(body: string): string {
  const letters = body.replace(/[^A-Za-z0-9+/]/g, '');
  return atob(letters.length % 4 === 1 ? letters.slice(0, -1) : letters);
}

function bytesOf(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
