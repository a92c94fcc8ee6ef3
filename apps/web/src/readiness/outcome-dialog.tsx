import type { Readiness } from '@cairn/contract';
import { isDay } from '@cairn/kernel';
import { Button, Callout, Dialog, Field, TextInput } from '@cairn/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { sentenceOf } from '../api.ts';
import { today } from '../app/today.ts';
import { randomUuid } from '../exam/attempt-action.ts';
import { putOutcome } from './readiness-requests.ts';

type Fields = {
  readonly takenOn: string;
  readonly passed: boolean | undefined;
  readonly score: string;
  readonly isCounted: boolean;
};

type Faults = { readonly takenOn?: string; readonly passed?: string; readonly score?: string };

const HIGHEST_SCORE = 1000;

function faultsOf({ takenOn, passed, score }: Fields): Faults {
  const isScore = score.trim() === '' || (/^\d+$/.test(score.trim()) && Number(score) <= HIGHEST_SCORE);
  return {
    ...(!isDay(takenOn) && { takenOn: 'Say on which day you took it.' }),
    ...(isDay(takenOn) &&
      takenOn > today() && { takenOn: 'This day has not come yet. Record the exam once you took it.' }),
    ...(passed === undefined && { passed: 'Say whether you passed.' }),
    ...(!isScore && {
      score: `A scaled score is a whole number up to ${HIGHEST_SCORE}. Leave it empty if you do not know.`,
    }),
  };
}

export function OutcomeDialog({ readiness, onClose }: { readiness: Readiness; onClose: () => void }) {
  const queries = useQueryClient();
  const formId = useId();
  const id = useRef(randomUuid());
  const first = useRef<HTMLInputElement>(null);
  const [fields, setFields] = useState<Fields>({ takenOn: today(), passed: undefined, score: '', isCounted: false });
  const [isChecked, setChecked] = useState(false);
  const faults = isChecked ? faultsOf(fields) : {};
  const change = (part: Partial<Fields>) => setFields((before) => ({ ...before, ...part }));
  const save = useMutation({
    mutationFn: () =>
      putOutcome(id.current, {
        certification: readiness.certification,
        takenOn: fields.takenOn,
        passed: fields.passed === true,
        scaledScore: fields.score.trim() === '' ? null : Number(fields.score),
        isCounted: fields.isCounted,
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['outcomes'] });
      void queries.invalidateQueries({ queryKey: ['reliability'] });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      initialFocus={first}
      title={`How did ${readiness.code} go?`}
      description="It is kept on this machine, beside what was predicted the day before."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} look="primary" disabled={save.isPending}>
            Record it
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          setChecked(true);
          if (Object.keys(faultsOf(fields)).length === 0) save.mutate();
          else focusFault(event.currentTarget);
        }}
      >
        <Field label="Day" error={faults.takenOn}>
          {(control) => (
            <TextInput
              {...control}
              ref={first}
              type="date"
              max={today()}
              value={fields.takenOn}
              onChange={(event) => change({ takenOn: event.target.value })}
            />
          )}
        </Field>
        <PassedChoice passed={fields.passed} fault={faults.passed} onChoose={(passed) => change({ passed })} />
        <Field label="Scaled score, if you know it" error={faults.score}>
          {(control) => (
            <TextInput
              {...control}
              inputMode="numeric"
              value={fields.score}
              onChange={(event) => change({ score: event.target.value })}
            />
          )}
        </Field>
        <label className="flex items-start gap-3">
          <input
            type="checkbox"
            className="mt-1.5 size-4"
            checked={fields.isCounted}
            onChange={() => change({ isCounted: !fields.isCounted })}
          />
          <span>
            Count it on the reliability page
            <span className="block text-[0.94rem] text-muted">
              There it stands as a number among others: month, predicted chance, passed or not. It is shared only if you
              export that file yourself.
            </span>
          </span>
        </label>
        {save.error ? (
          <Callout tone="bad" announce title="It was not recorded">
            <p>{sentenceOf(save.error)}</p>
          </Callout>
        ) : null}
      </form>
    </Dialog>
  );
}

/** Once the faults are drawn: reading goes on at the first one. */
const focusFault = (form: HTMLFormElement): void => {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid=true], [data-faulty=true]')?.focus());
};

type PassedChoiceProps = {
  readonly passed: boolean | undefined;
  readonly fault: string | undefined;
  readonly onChoose: (passed: boolean) => void;
};

function PassedChoice({ passed, fault, onChoose }: PassedChoiceProps) {
  const id = useId();
  return (
    <fieldset {...(fault && { 'aria-describedby': `${id}-fault` })}>
      <legend className="mb-1.5 font-semibold">Result</legend>
      <div className="flex flex-wrap gap-5">
        {[true, false].map((value) => (
          <label key={String(value)} className="flex min-h-11 items-center gap-2.5">
            <input
              type="radio"
              name={id}
              data-faulty={fault !== undefined}
              className="size-4"
              checked={passed === value}
              onChange={() => onChoose(value)}
            />
            {value ? 'Passed' : 'Not passed'}
          </label>
        ))}
      </div>
      {fault ? (
        <p id={`${id}-fault`} className="text-[0.94rem] font-medium text-bad">
          {fault}
        </p>
      ) : null}
    </fieldset>
  );
}
