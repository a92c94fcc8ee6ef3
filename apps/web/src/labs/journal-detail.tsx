import type { LabJournalEntry } from '@cairn/contract';

/** A call that unfolds: why it was decided so, what it was about, with what it was asked. */
export function JournalDetail({ entry, summary }: { entry: LabJournalEntry; summary: string }) {
  const { decision, errorCode, errorMessage, resources, parameters, userAgent, principalArn } = entry;
  return (
    <details>
      <summary className="font-mono text-[0.88em] font-semibold underline decoration-dotted underline-offset-4 hover:text-accent">
        {summary}
      </summary>
      <dl className="mt-2 grid gap-2 text-[0.9rem]">
        {decision ? <Fact name={`Why (${decision.action})`}>{decision.why}</Fact> : null}
        {errorCode === null ? null : (
          <Fact name="Answer">
            {errorCode}
            {errorMessage ? `: ${errorMessage}` : ''}
          </Fact>
        )}
        {resources.length > 0 ? <Fact name="On">{resources.join(', ')}</Fact> : null}
        <Fact name="By">{principalArn}</Fact>
        <Fact name="With">{userAgent}</Fact>
        <Fact name="Asked">
          <code className="block max-h-60 overflow-y-auto whitespace-pre-wrap break-words font-mono text-[0.85em]">
            {JSON.stringify(parameters, null, 2)}
          </code>
        </Fact>
      </dl>
    </details>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="font-semibold text-muted">{name}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}
