import { describe, expect, it } from 'vitest';
import { USUAL_LIMITS } from '../limits.ts';
import { fileOf, outcomeOf } from '../testing.ts';

const textOf = async (html: string): Promise<string | undefined> =>
  (await outcomeOf(fileOf('page.html', html))).texts[0]?.text;

describe('a page', () => {
  it('gives what is seen, a line a block, bullets before items, entities decoded', async () => {
    const text = await textOf(`<!doctype html><html><head><title>Job</title><style>p{}</style></head><body>
      <nav>Home Jobs</nav><h1>ML&nbsp;Engineer</h1><p>Sage<b>Maker</b> &amp; Python,
      5&#43; years<br>Remote</p><ul><li>Git</li><li><p>SQL</p></li></ul>
      <table><tr><td>Pay</td><td>$120k</td></tr></table><pre>one
two</pre></body></html>`);

    expect(text).toBe('ML Engineer\n\nSageMaker & Python, 5+ years\nRemote\n\n• Git\n• SQL\n\nPay\t$120k\n\none\ntwo');
  });

  it('leaves out what is not seen, and runs nothing', async () => {
    const text =
      await textOf(`<html><body><p>seen<script>globalThis.wasRun = true</script><img src=x onerror="wasRun=1">
      <span hidden>a</span><span style="display: none">b</span><span aria-hidden="true">c</span><template>d</template>
      <div role="navigation">e</div><noscript>f</noscript><iframe src="http://localhost/">g</iframe></p></body></html>`);

    expect(text).toBe('seen');
    expect('wasRun' in globalThis).toBe(false);
  });

  it('takes its posting from JSON-LD, with pay as a line', async () => {
    const posting = {
      '@context': 'https://schema.org/',
      '@type': ['JobPosting'],
      title: 'Data Scientist',
      description: `<p>We use Python.</p><ul><li>AWS</li></ul>${'<p>More about the work.</p>'.repeat(10)}`,
      jobLocation: {
        '@type': 'Place',
        address: { addressLocality: 'Austin', addressRegion: 'TX', addressCountry: 'US' },
      },
      baseSalary: {
        '@type': 'MonetaryAmount',
        currency: 'USD',
        value: { '@type': 'QuantitativeValue', minValue: 120000, maxValue: 150000, unitText: 'YEAR' },
      },
    };
    const page = `<html><body><p>Sign in</p><script type="application/ld+json">${JSON.stringify({ '@graph': [{ '@type': 'WebSite' }, posting] })}</script></body></html>`;

    const { texts } = await outcomeOf(fileOf('job', page));

    expect(texts).toHaveLength(1);
    expect(texts[0]).toMatchObject({ id: 'job', format: 'html', title: 'Data Scientist', location: 'Austin, TX, US' });
    expect(texts[0]?.text).toMatch(/^We use Python\.\n\n• AWS\n\nMore/);
    expect(texts[0]?.text).toMatch(/\n\nSalary: USD 120,000 - 150,000 per year$/);
  });

  it('is read as a page when its data is broken or only a teaser', async () => {
    const broken = await textOf(
      '<html><body><script type="application/ld+json">{"@type":</script><p>Whole text</p></body></html>',
    );
    const teaser = await outcomeOf(
      fileOf(
        'a.html',
        '<html><script type="application/ld+json">{"@type":"JobPosting","title":"T","description":"short"}</script><p>Whole text',
      ),
    );

    expect(broken).toBe('Whole text');
    expect(teaser.texts).toEqual([{ id: 'a.html', format: 'html', text: 'Whole text', title: 'T' }]);
  });

  it('in another encoding is read by what it declares', async () => {
    const bytes = Uint8Array.from('<html><meta charset="shift_jis"><p>\x83\x65</p></html>', (letter) =>
      letter.charCodeAt(0),
    );

    expect((await outcomeOf(fileOf('a.html', bytes))).texts[0]?.text).toBe('テ');
  });

  it('nested without end is cut, and says so', async () => {
    const { texts, notes } = await outcomeOf(fileOf('deep.html', `<html><p>Start</p>${'<b>'.repeat(300_000)}deep`));

    expect(texts[0]?.text).toBe('Start');
    expect(notes[0]).toMatch(/nested more than 1000 elements deep/);
  });

  it('without text is refused', async () => {
    expect((await outcomeOf(fileOf('a.html', '<html><script>x</script></html>'))).refused).toMatch(
      /“a.html” holds no text/,
    );
  });
});

describe('a saved page', () => {
  const saved = (body: string, encoding: string): string =>
    [
      'From: <Saved by Blink>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\ttype="text/html";',
      '\tboundary="----Part--x"',
      '',
      '',
      '------Part--x',
      'Content-Type: text/html',
      `Content-Transfer-Encoding: ${encoding}`,
      '',
      body,
      '------Part--x',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw0KGgo=',
      '------Part--x--',
    ].join('\r\n');

  it('gives its page, without its pictures', async () => {
    const page = '<html><meta charset=3D"utf-8"><p>Caf=C3=A9 Sage=\r\nMaker</p></html>';

    const { texts } = await outcomeOf(fileOf('job.mhtml', saved(page, 'quoted-printable')));

    expect(texts).toEqual([{ id: 'job.mhtml', format: 'mhtml', text: 'Café SageMaker' }]);
  });

  it('is read in base64, too, and told from its content', async () => {
    const { texts } = await outcomeOf(fileOf('job', saved(btoa('<html><p>Hello</p></html>'), 'base64')));

    expect(texts[0]?.text).toBe('Hello');
  });

  it('without a page is damaged', async () => {
    const { refused } = await outcomeOf(
      fileOf('job.mht', saved('x', '7bit').replace('text/html\r\nContent-Tr', 'image/gif\r\nContent-Tr')),
      USUAL_LIMITS,
    );

    expect(refused).toMatch(/“job.mht” is damaged or is no saved page/);
  });
});
