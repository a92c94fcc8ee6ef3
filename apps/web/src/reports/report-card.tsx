import type { ItemReport } from '@cairn/contract';
import { Badge, Button, Callout, Card, Field, LinkButton, Markdown } from '@cairn/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceOf } from '../api.ts';
import { TextLink } from '../app/links.tsx';
import { momentText } from '../exam/exam-words.ts';
import { decideReport, issueAddress, reportsQuery } from './report-requests.ts';
import { kindText, versionText } from './report-words.ts';

/** One report: what was asked, what is said of it, and the decision. */
export function ReportCard({ report }: { readonly report: ItemReport }) {
  const { itemId, exam, kind, words, stem, reportedAt } = report;
  return (
    <Card className="grid gap-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="font-sans text-lg font-semibold tracking-normal">
          {itemId ?? `A question of a running exam (${exam.toUpperCase()})`}
        </h2>
        <Badge tone={kind === 'wrong-key' || kind === 'second-answer' ? 'warn' : 'neutral'}>{kindText(kind)}</Badge>
        <span className="text-[0.94rem] text-muted">
          {versionText(report)} · {momentText(reportedAt)}
        </span>
      </div>
      <blockquote className="border-l-2 border-line pl-4 text-muted">
        <Markdown text={stem} />
      </blockquote>
      <p className="whitespace-pre-line">{words === '' ? 'Reported without words.' : words}</p>
      <Decision report={report} />
    </Card>
  );
}

function Decision({ report }: { readonly report: ItemReport }) {
  const { id, state, decision, decidedAt, attemptId } = report;
  const [text, setText] = useState(decision);
  const client = useQueryClient();
  const decide = useMutation({
    mutationFn: (next: ItemReport['state']) => decideReport(id, { state: next, decision: next === 'open' ? '' : text }),
    onSuccess: () => client.invalidateQueries({ queryKey: reportsQuery.queryKey }),
  });
  return (
    <div className="grid gap-4 border-t border-line pt-4">
      {state === 'open' ? (
        <Field
          label="Your decision in a sentence"
          hint="Shown with the report. An accepted key needs a new version of its item."
        >
          {(control) => (
            <textarea
              {...control}
              rows={2}
              maxLength={2000}
              value={text}
              onChange={(event) => setText(event.target.value)}
              className="w-full rounded-lg border border-muted/70 bg-paper p-3"
            />
          )}
        </Field>
      ) : (
        <p>
          <span className="font-semibold">{state === 'accepted' ? 'Accepted' : 'Rejected'}</span>
          <span className="text-muted"> on {momentText(decidedAt ?? 0)}</span>
          {decision === '' ? '.' : `: ${decision}`}
        </p>
      )}
      {decide.error ? <Callout tone="bad" announce title={sentenceOf(decide.error)} /> : null}
      <div className="flex flex-wrap items-center gap-3">
        {state === 'open' ? (
          <>
            <Button look="primary" disabled={decide.isPending} onClick={() => decide.mutate('accepted')}>
              Accept
            </Button>
            <Button disabled={decide.isPending} onClick={() => decide.mutate('rejected')}>
              Reject
            </Button>
          </>
        ) : (
          <Button disabled={decide.isPending} onClick={() => decide.mutate('open')}>
            Open again
          </Button>
        )}
        <LinkButton href={issueAddress(id)} download>
          Save as issue file
        </LinkButton>
        <TextLink to="/attempts/$attemptId" params={{ attemptId }} className="ml-auto text-[0.94rem]">
          The attempt
        </TextLink>
      </div>
    </div>
  );
}
