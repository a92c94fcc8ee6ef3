import { linear, useWidth } from '@cairn/ui';
import { decimal } from '../number-words.ts';
import { type Chunk, type Retrieval, type Span, WORDS } from './model.ts';

type ChunksProps = { readonly retrieval: Retrieval; readonly answer: Span };

const HEAD = 44;
const LANE = 22;
const LANES = 3;

/** The document as a line of words: its sections, the answer, and the chunks in lanes so that overlaps show. */
export function ChunkStrip({ retrieval, answer }: ChunksProps) {
  const [box, width] = useWidth();
  const x = linear([0, WORDS.length], [1, width - 1]);
  const isOverlapping = retrieval.chunks.some(({ from }, index) => from < (retrieval.chunks[index - 1]?.to ?? 0));
  const lanes = isOverlapping ? LANES : 1;
  const height = HEAD + lanes * LANE + 22;
  const starts = WORDS.flatMap((word, index) => (word.isHeading ? [{ text: word.text, index }] : []));
  return (
    <div ref={box} className="min-w-0 overflow-hidden">
      <svg
        role="img"
        aria-label={`${retrieval.chunks.length} chunks over ${WORDS.length} words; the answer is in words ${answer.from + 1} to ${answer.to}. Retrieved: ${retrieval.chunks
          .filter(({ rank }) => rank !== undefined)
          .map(({ from, to }) => `${from + 1} to ${to}`)
          .join(', ')}.`}
        className="chart block"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
      >
        {starts.map(({ text, index }) => (
          <g key={index}>
            <line x1={x(index)} x2={x(index)} y1={4} y2={HEAD + lanes * LANE} className="stroke-line" />
            <text x={x(index) + 4} y={15}>
              {text}
            </text>
          </g>
        ))}
        <rect
          x={x(answer.from)}
          y={24}
          width={x(answer.to) - x(answer.from)}
          height={10}
          rx={3}
          className="fill-good"
        />
        {retrieval.chunks.map((chunk, index) => (
          <ChunkMark key={chunk.from} chunk={chunk} x={x} y={HEAD + (index % lanes) * LANE} />
        ))}
        <text x={Math.min(width - 4, x(answer.to) + 6)} y={34} className="chart-halo">
          answer
        </text>
        <text x={1} y={height - 4}>
          {WORDS.length} words; filled chunks go into the prompt
        </text>
      </svg>
    </div>
  );
}

function ChunkMark({ chunk, x, y }: { chunk: Chunk; x: (word: number) => number; y: number }) {
  const isChosen = chunk.rank !== undefined;
  const width = Math.max(2, x(chunk.to) - x(chunk.from) - 1.5);
  return (
    <g>
      <rect
        x={x(chunk.from)}
        y={y}
        width={width}
        height={LANE - 4}
        rx={3}
        className={isChosen ? 'fill-accent' : 'fill-sunken stroke-muted/60'}
      />
      {isChosen && width > 12 ? (
        <text x={x(chunk.from) + width / 2} y={y + 13.5} textAnchor="middle" className="on-bar">
          {chunk.rank}
        </text>
      ) : null}
    </g>
  );
}

/** What the model is given to read, with the words of the answer marked. */
export function RetrievedChunks({ retrieval, answer }: ChunksProps) {
  const chosen = retrieval.chunks
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  return (
    <ol className="grid gap-3">
      {chosen.map((chunk) => (
        <li key={chunk.from} className="rounded-lg border border-line p-3 text-[0.94rem]">
          <p className="mb-1 text-muted">
            <span className="font-semibold text-accent">Chunk {chunk.rank}</span>, similarity{' '}
            {decimal(chunk.similarity)}
          </p>
          <ChunkText chunk={chunk} answer={answer} />
        </li>
      ))}
    </ol>
  );
}

function ChunkText({ chunk, answer }: { chunk: Span; answer: Span }) {
  const from = Math.min(chunk.to, Math.max(chunk.from, answer.from));
  const to = Math.max(from, Math.min(chunk.to, answer.to));
  const words = (start: number, end: number) =>
    WORDS.slice(start, end)
      .map(({ text }) => text)
      .join(' ');
  const isTorn = to > from && (from > answer.from || to < answer.to);
  return (
    <p>
      {words(chunk.from, from)}{' '}
      {to > from ? (
        <mark className={`rounded-xs px-0.5 text-ink ${isTorn ? 'bg-warn-soft' : 'bg-good-soft'}`}>
          {words(from, to)}
        </mark>
      ) : null}{' '}
      {words(to, chunk.to)}
    </p>
  );
}
