import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DiagramPicture } from './diagram.tsx';
import { Markdown } from './markdown.tsx';

const TEXT = `alt: The app calls a function that reads the table.
app: Mobile app
fn: Lambda <function>
table: Table
app -> fn: HTTPS
fn <-> table
group VPC: fn, table`;

const html = (text: string) => renderToStaticMarkup(<DiagramPicture text={text} />);

describe('DiagramPicture', () => {
  it('is a picture with its alternative text, and its connections in words', () => {
    const picture = html(TEXT);

    expect(picture).toContain('role="img" aria-label="The app calls a function that reads the table."');
    expect(picture).toContain('<li>VPC holds Lambda &lt;function&gt; and Table.</li>');
    expect(picture).toContain('<li>Mobile app to Lambda &lt;function&gt;: HTTPS</li>');
    expect(picture).toContain('<li>Lambda &lt;function&gt; to and from Table</li>');
  });

  it('draws a box for each, and heads at both ends of an arrow both ways', () => {
    const picture = html(TEXT);

    expect(picture.match(/stroke-accent/g)).toHaveLength(3);
    expect(picture.match(/marker-end=/g)).toHaveLength(2);
    expect(picture.match(/marker-start=/g)).toHaveLength(1);
  });

  it('says what is wrong, where, and shows the text', () => {
    const picture = html('alt: What this picture shows.\na: A\na -> b');

    expect(picture).not.toContain('<svg role="img"');
    expect(picture).toContain('line 3');
    expect(picture).toContain('No box is called &quot;b&quot;');
  });
});

describe('a block fenced as diagram in Markdown', () => {
  it('shows its text until the picture is there', () => {
    const page = renderToStaticMarkup(<Markdown text={`\`\`\`diagram\n${TEXT}\n\`\`\``} />);

    expect(page).toContain('<code>alt: The app calls');
  });
});
