import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { DocumentSource } from './document.ts';
import { USUAL_LIMITS } from './limits.ts';
import { readDocument } from './read-document.ts';
import { docxOf, fileOf, outcomeOf, paragraph, simplePdf } from './testing.ts';

const PROSE = 'We are looking for an engineer who knows Python, SQL and AWS SageMaker. '.repeat(4);
const PAGE = `<html><body><h1>Job</h1><p>${PROSE}</p><script type="application/ld+json">${JSON.stringify({ '@type': 'JobPosting', description: PROSE })}</script></body></html>`;
const MIME = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${btoa(PAGE)}\r\n--b--\r\n`;

const SAMPLES: readonly (readonly [string, Uint8Array])[] = [
  ['job.txt', strToU8(PROSE)],
  ['job.md', strToU8(`# Job\n\n${PROSE}`)],
  ['job.html', strToU8(PAGE)],
  ['job.mhtml', strToU8(MIME)],
  ['job.pdf', simplePdf([[PROSE.slice(0, 80), 'Python'], ['SQL']], true)],
  ['job.docx', docxOf(paragraph(PROSE) + paragraph('SQL', '<w:numPr/>'))],
  [
    'jobs.json',
    strToU8(
      JSON.stringify([
        { title: 'A', description: PROSE },
        { title: 'B', description: '<p>x</p>' },
      ]),
    ),
  ],
  ['jobs.jsonl', strToU8(`${JSON.stringify({ text: PROSE })}\n`.repeat(3))],
  ['jobs.csv', strToU8(`title,description\nA,"${PROSE}"\nB,"x ""y"""\n`)],
];

/** Whatever came: texts or one refusal, and every sentence names the file and is one line. */
async function expectLawful(name: string, bytes: Uint8Array): Promise<void> {
  const { texts, notes, refused } = await outcomeOf(fileOf(name, bytes, bytes.length > 10_000 ? 65_536 : 997));

  expect(texts.length > 0).toBe(refused === undefined);
  for (const sentence of [...notes, ...(refused === undefined ? [] : [refused])]) {
    expect(sentence).toContain(name);
    expect(sentence).toMatch(/^.{20,400}\.$/);
    expect(sentence).not.toMatch(/Error|undefined|\bat \w+ \(/);
  }
}

describe.each(SAMPLES)('%s', (name, bytes) => {
  it('gives a text', async () => {
    expect((await outcomeOf(fileOf(name, bytes))).texts[0]?.text).toContain('Python');
  });

  it('cut anywhere gives texts or a sentence', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length }), (end) => expectLawful(name, bytes.subarray(0, end))),
      { numRuns: 40 },
    );
  });

  it('with changed bytes gives texts or a sentence', async () => {
    const change = fc.tuple(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 30 }), async (changes) => {
        const damaged = bytes.slice();
        for (const [at, value] of changes) damaged[at] = value;
        await expectLawful(name, damaged);
      }),
      { numRuns: 60 },
    );
  });

  it('under another name is never an error', async () => {
    for (const [other] of SAMPLES) await expectLawful(other, bytes);
  });
});

describe('any bytes', () => {
  it('give texts or a sentence', async () => {
    const beginning = fc.constantFrom('', '%PDF-1.4\n', 'PK\x03\x04', '<html>', '[{"', '{"a":', 'title,text\n');
    await fc.assert(
      fc.asyncProperty(
        beginning,
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(...SAMPLES.map(([name]) => name)),
        async (start, rest, name) => {
          await expectLawful(name, Uint8Array.of(...strToU8(start, true), ...rest));
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('a file that repeats itself', () => {
  const endings = ['txt', 'html', 'mhtml', 'json', 'jsonl', 'csv'];

  it.each([
    ' ',
    '\n',
    '<!---->',
    '<p',
    '</p>',
    '<b>',
    '&lt;',
    '{"a":',
    '[',
    '[{',
    '"',
    '""',
    ',',
    '\\',
    '=\n',
    '-----\n\n',
    'a: b\n',
    '\ufeff',
    '-->',
  ])('of %j gives texts or a sentence, in time that grows with its length alone', async (fragment) => {
    const bytes = strToU8(fragment.repeat(30_000));
    for (const ending of endings) await expectLawful(`again.${ending}`, bytes);
  });

  it.each(['<w:p>', '<w:t> </w:t>', '<w:numPr/>', '</w:p>', '<a b="c" '])('of %j in a docx, too', async (fragment) => {
    await expectLawful('again.docx', docxOf(fragment.repeat(30_000)));
  });
});

describe('the size of a file', () => {
  const untouchable = (name: string, size: number): DocumentSource => ({
    name,
    size,
    stream: () => {
      throw new RangeError('a byte was read');
    },
  });

  it.each([
    ['job.pdf', 64],
    ['movie.mp4', 64],
    ['jobs.csv', 512],
  ])('%s of 1 GB is refused before a byte is read', async (name, limit) => {
    const { refused } = await outcomeOf(untouchable(name, 1024 ** 3));

    expect(refused).toContain(`“${name}” is larger than ${limit} MB`);
  });

  it('is counted while it is read, whatever the source declares', async () => {
    const source: DocumentSource = { ...fileOf('a.txt', new Uint8Array(5000).fill(97), 100), size: 10 };

    expect((await outcomeOf(source, { ...USUAL_LIMITS, fileBytes: 1000 })).refused).toMatch(/larger than 1,000 bytes/);
  });

  it('zero, or only white space, is refused', async () => {
    expect((await outcomeOf(fileOf('a.txt', ''))).refused).toBe('“a.txt” is empty; save or download it again.');
    expect((await outcomeOf(fileOf('a.txt', ' \n'))).refused).toMatch(/“a.txt” holds no text/);
  });
});

describe('a file of another kind', () => {
  it.each([
    ['photo.png', '\x89PNG\r\n\x1a\n', /is a picture, and pictures are not read; run OCR/],
    ['jobs.tar.gz', '\x1f\x8b\x08\0', /is an archive; unpack it/],
    ['cv.rtf', '{\\rtf1\\ansi Hello}', /is an RTF document, which is not read; save it as docx, pdf or txt/],
    ['tool.exe', 'MZ\x90\0\x03\0\0\0', /is of a kind that is not read; save it as pdf, docx/],
  ])('%s says what to do', async (name, start, sentence) => {
    expect((await outcomeOf(fileOf(name, strToU8(start, true)))).refused).toMatch(sentence);
  });
});

describe('a text', () => {
  it('over the limit is cut, not in the middle of a character, with a note', async () => {
    const { texts, notes } = await outcomeOf(fileOf('a.txt', '😀'.repeat(60)), { ...USUAL_LIMITS, textCharacters: 99 });

    expect(texts[0]?.text).toBe('😀'.repeat(49));
    expect(notes).toEqual(['“a.txt”: a text of more than 99 characters was cut there.']);
  });
});

describe('a source', () => {
  it('may be a browser file, and is let go when nobody reads on', async () => {
    const blob = new Blob([`text\n${'some words\n'.repeat(30_000)}`]);
    let wasCancelled = false;
    const stream = blob.stream();
    const source: DocumentSource = {
      name: 'jobs.csv',
      size: blob.size,
      stream: () => ({
        getReader: () => {
          const reader = stream.getReader();
          const cancel = async (): Promise<void> => {
            wasCancelled = true;
            await reader.cancel();
          };
          return { read: () => reader.read(), cancel };
        },
      }),
    };

    for await (const part of readDocument(source)) if (part.kind === 'text') break;

    expect(wasCancelled).toBe(true);
  });

  it('that fails while it is read is a sentence', async () => {
    const source: DocumentSource = {
      name: 'gone.txt',
      size: 10,
      async *stream() {
        yield strToU8('abc');
        throw new Error('ENOENT: no such file');
      },
    };

    expect((await outcomeOf(source)).refused).toBe(
      '“gone.txt” could not be read: it was moved, or it is damaged; save it again and choose it again.',
    );
  });

  it('that its owner may not read says that, and not that it is damaged', async () => {
    const source: DocumentSource = {
      name: 'locked.txt',
      size: 10,
      // biome-ignore lint/correctness/useYield: nothing comes of it
      async *stream() {
        throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
      },
    };

    expect((await outcomeOf(source)).refused).toBe(
      '“locked.txt” may not be read by you; change its permissions, or leave it out.',
    );
  });

  it('with a name that is no name is quoted on one line', async () => {
    expect((await outcomeOf(fileOf('../../etc\n\u202epasswd', ''))).refused).toBe(
      '“../../etc passwd” is empty; save or download it again.',
    );
  });
});
