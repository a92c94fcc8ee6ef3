import { Button } from '@cairn/ui';
import { useEffect, useRef } from 'react';
import type { CodePlace } from './messages.ts';
import { type Ending, endingText, isRunning, type Output } from './output.ts';
import { LIMIT_SECONDS } from './program.ts';

type OutputPaneProps = { readonly output: Output; readonly onGoTo: (place: CodePlace) => void };

/** What the program printed, and how it ended. */
export function OutputPane({ output, onGoTo }: OutputPaneProps) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is newest is seen, whenever something came
  useEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [output]);
  return (
    <div className="border-t border-line bg-sunken">
      <div
        ref={box}
        role="log"
        aria-label="Output of the program"
        aria-busy={isRunning(output)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        tabIndex={0}
        className="max-h-[min(36dvh,22rem)] min-h-28 overflow-auto p-4 font-mono text-[0.82rem] leading-relaxed"
      >
        {output.run === 0 ? <p className="text-muted">What the program prints with console.log comes here.</p> : null}
        {output.pieces.map(({ stream, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces are only ever added at the end
          <pre key={index} className={`whitespace-pre-wrap break-words ${stream === 'stderr' ? 'text-bad' : ''}`}>
            {text}
          </pre>
        ))}
        {isRunning(output) ? <p className="text-muted">…</p> : null}
        {output.ending ? <Ended ending={output.ending} /> : null}
      </div>
      {output.ending?.kind === 'failed' && output.ending.fault.place ? (
        <GoTo place={output.ending.fault.place} onGoTo={onGoTo} />
      ) : null}
    </div>
  );
}

function Ended({ ending }: { ending: Ending }) {
  const look = ending.kind === 'done' ? 'text-muted' : ending.kind === 'failed' ? 'text-bad' : 'text-warn';
  return <p className={`whitespace-pre-wrap break-words ${look}`}>{endingText(ending, LIMIT_SECONDS)}</p>;
}

function GoTo({ place, onGoTo }: { place: CodePlace; onGoTo: (place: CodePlace) => void }) {
  return (
    <div className="px-4 pb-3">
      <Button size="small" onClick={() => onGoTo(place)}>
        Go to line {place.line}
      </Button>
    </div>
  );
}
