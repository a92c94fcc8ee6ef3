import { CopyButton } from './copy-button.tsx';

/** Code to read and to take along. */
export function CodeBlock({ code, what }: { code: string; what: string }) {
  return (
    <div className="grid gap-2">
      <div className="flex justify-end">
        <CopyButton text={code} what={what} />
      </div>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide block scrolls, so the keyboard must reach it
        tabIndex={0}
        className="max-h-[28rem] overflow-auto rounded-lg border border-line bg-sunken p-4 font-mono text-[0.84rem] leading-relaxed"
      >
        <code>{code}</code>
      </pre>
    </div>
  );
}
