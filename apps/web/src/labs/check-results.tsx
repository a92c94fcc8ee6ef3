import type { LabCheckResult } from '@cairn/contract';
import { Button, Icon, type IconName, InlineMarkdown } from '@cairn/ui';

type Outcome = LabCheckResult['outcome'];

const OUTCOMES: Record<Outcome, { readonly icon: IconName; readonly look: string; readonly words: string }> = {
  passed: { icon: 'check', look: 'text-good', words: 'Passed' },
  failed: { icon: 'cross', look: 'text-bad', words: 'Not yet' },
  'not-yet': { icon: 'calendar', look: 'text-warn', words: 'Waiting' },
  'cannot-check': { icon: 'warning', look: 'text-warn', words: 'Our fault, not yours' },
};

type ResultsProps = {
  readonly results: readonly LabCheckResult[];
  /** We look again by ourselves. */
  readonly isWatching: boolean;
  readonly onStop: () => void;
};

/** One line for each thing that was looked at: what is missing comes before what is well. */
export function CheckResults({ results, isWatching, onStop }: ResultsProps) {
  if (results.length === 0) return null;
  const passed = results.filter(({ outcome }) => outcome === 'passed');
  const others = results.filter(({ outcome }) => outcome !== 'passed');
  return (
    <div className="grid gap-3 rounded-lg border border-line bg-card p-4">
      <p className="font-semibold">
        {passed.length} of {results.length} checks passed
      </p>
      <ul className="grid gap-3">
        {others.map((result) => (
          <ResultRow key={result.check} result={result} />
        ))}
        {passed.map((result) => (
          <ResultRow key={result.check} result={result} />
        ))}
      </ul>
      {isWatching ? (
        <div className="flex flex-wrap items-center gap-3 text-[0.94rem] text-muted">
          <p>We look again every 5 seconds.</p>
          <Button size="small" look="quiet" onClick={onStop}>
            Stop looking
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function ResultRow({ result: { check, outcome, message, observed } }: { result: LabCheckResult }) {
  const { icon, look, words } = OUTCOMES[outcome];
  return (
    <li className="flex gap-2.5">
      <span className={`mt-0.5 ${look}`}>
        <Icon name={icon} className="size-5" />
      </span>
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p className={outcome === 'passed' ? 'text-muted' : 'font-semibold'}>
          <span className={outcome === 'not-yet' || outcome === 'cannot-check' ? '' : 'sr-only'}>{words}: </span>
          {message ? <InlineMarkdown text={message} /> : checkName(check)}
        </p>
        {observed && !message?.includes(observed) ? (
          <p className="text-[0.94rem] text-muted">
            Found: <code className="break-words font-mono text-[0.88em]">{observed}</code>
          </p>
        ) : null}
      </div>
    </li>
  );
}

/** `blocks-public-access` → "blocks public access". */
const checkName = (id: string): string => id.replaceAll('-', ' ');
