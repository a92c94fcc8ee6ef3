import { Button, Icon, LinkButton } from '@cairn/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceOf } from '../api.ts';
import { calendarAddress, deletePlan } from './plan-requests.ts';

/** What can be done with a saved plan: take it along, or give it up. */
export function SavedActions({ exam, onDeleted }: { exam: string; onDeleted: () => void }) {
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => deletePlan(exam),
    onSuccess: async () => {
      onDeleted();
      await Promise.all(
        ['plan', 'plans', 'today', 'plan-preview'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      );
    },
  });
  return (
    <div className="grid gap-3 text-[0.94rem]">
      <div className="flex flex-wrap gap-2">
        <LinkButton size="small" href={calendarAddress(exam)} download>
          <Icon name="calendar" className="size-4" />
          Download as calendar
        </LinkButton>
        {isAsking ? null : (
          <Button size="small" look="quiet" onClick={() => setAsking(true)}>
            Delete the plan
          </Button>
        )}
      </div>
      <p className="text-muted">
        Taken into your calendar again after a change, the file updates its days and doubles none.
      </p>
      {isAsking ? (
        <div role="alert" className="grid gap-2">
          <p>Delete it? What you have done stays recorded; a new plan counts it.</p>
          <div className="flex gap-2">
            <Button size="small" look="danger" disabled={isPending} onClick={() => mutate()}>
              Delete
            </Button>
            <Button size="small" onClick={() => setAsking(false)}>
              Keep it
            </Button>
          </div>
        </div>
      ) : null}
      {error ? <p className="text-bad">{sentenceOf(error)}</p> : null}
    </div>
  );
}
