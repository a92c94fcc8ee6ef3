import type { LabRun } from '@cairn/contract';
import { Button } from '@cairn/ui';
import { useEffect, useRef } from 'react';
import { CommandInput } from './command-input.tsx';
import type { Entry } from './entries.ts';
import { useCommandLine } from './use-command-line.ts';

/** A terminal that is plain text: what was printed above, one line to type in below. */
export function CommandLineTab({ run }: { run: LabRun }) {
  const { line, entries } = useCommandLine(run);
  const isRunning = entries.at(-1)?.exitCode === undefined && entries.length > 0;
  return (
    <div className="grid gap-3">
      <h2 className="sr-only">Command line</h2>
      <div className="overflow-hidden rounded-xl border border-line bg-sunken">
        <Output entries={entries} isRunning={isRunning} />
        <CommandInput line={line} isRunning={isRunning} />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-[0.88rem] text-muted">
          The AWS CLI, in this page: <Key>aws … help</Key> explains a command, <Key>help</Key> lists the rest. Arrows
          bring back earlier lines, Tab completes; Escape, then Tab, leaves.
        </p>
        <div className="flex gap-2">
          {isRunning ? (
            <Button size="small" look="danger" onClick={() => line.stop()}>
              Stop
            </Button>
          ) : null}
          <Button size="small" look="quiet" disabled={isRunning || entries.length === 0} onClick={() => line.clear()}>
            Clear
          </Button>
        </div>
      </div>
    </div>
  );
}

function Key({ children }: { children: string }) {
  return <code className="rounded bg-sunken px-1 font-mono text-[0.92em]">{children}</code>;
}

function Output({ entries, isRunning }: { entries: readonly Entry[]; isRunning: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is newest is seen, whenever something came
  useEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [entries]);
  return (
    <div
      ref={box}
      role="log"
      aria-label="Output"
      aria-busy={isRunning}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
      tabIndex={0}
      className="h-[min(56dvh,36rem)] overflow-auto p-4 font-mono text-[0.82rem] leading-relaxed"
    >
      {entries.length === 0 ? <p className="text-muted">Nothing yet. Try: aws sts get-caller-identity</p> : null}
      {entries.map((entry) => (
        <Command key={entry.number} entry={entry} />
      ))}
    </div>
  );
}

function Command({ entry: { line, printed, exitCode } }: { entry: Entry }) {
  return (
    <div className="pb-3">
      <p className="whitespace-pre-wrap break-words font-semibold text-accent">
        <span aria-hidden="true">$ </span>
        {line}
      </p>
      {printed.map(({ kind, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces are only ever added at the end
        <pre key={index} className={`whitespace-pre-wrap break-words ${kind === 'stderr' ? 'text-bad' : ''}`}>
          {text}
        </pre>
      ))}
      {exitCode === undefined ? <p className="text-muted">…</p> : null}
      {exitCode !== undefined && exitCode !== 0 ? <p className="text-muted">exit code {exitCode}</p> : null}
    </div>
  );
}
