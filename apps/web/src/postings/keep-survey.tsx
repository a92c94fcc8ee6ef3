import { Button, Callout, Field, TextInput } from '@cairn/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { sentenceOf } from '../api.ts';
import { TextLink } from '../app/links.tsx';
import type { Answer } from './reading/messages.ts';
import { type Reading, readingStore } from './reading/reading-store.ts';
import { keepSurvey, surveysQuery } from './survey-requests.ts';

type KeepProps = { readonly answer: Answer; readonly keptAs: Reading['keptAs'] };

/** Keeps the counts and quotes on the learner's own server; the texts stay in this window. */
export function KeepSurvey({ answer, keptAs }: KeepProps) {
  const [name, setName] = useState('');
  const [id] = useState(() => crypto.randomUUID()); // one survey, however often it is sent
  const client = useQueryClient();
  const keep = useMutation({
    mutationFn: (named: string) => keepSurvey({ id, name: named, answer }),
    onSuccess: async (heading) => {
      readingStore.keep({ id: heading.id, name: heading.name });
      await client.invalidateQueries({ queryKey: surveysQuery.queryKey });
      await client.invalidateQueries({ queryKey: ['postings-evidence'] });
    },
  });
  if (keptAs) {
    return (
      <Callout tone="good" announce title={`Kept as “${keptAs.name}”`}>
        <p>
          Its counts and quotes are on this machine now, its texts are not.{' '}
          <TextLink to="/choose">Choose uses it</TextLink>, and{' '}
          <TextLink to="/postings/resume">your résumé can stand beside it</TextLink>.
        </p>
      </Callout>
    );
  }
  if (answer.survey.postings === 0) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') keep.mutate(name.trim());
  };
  return (
    <form className="grid max-w-2xl gap-3" onSubmit={submit}>
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <Field label="Keep these counts under a name" hint="With their quotes; not the texts. Choose then uses them.">
            {(control) => (
              <TextInput
                {...control}
                maxLength={120}
                value={name}
                placeholder="Berlin, ML engineer"
                onChange={({ currentTarget }) => setName(currentTarget.value)}
              />
            )}
          </Field>
        </div>
        <Button look="primary" type="submit" disabled={name.trim() === '' || keep.isPending}>
          Keep
        </Button>
      </div>
      {keep.error ? <Callout tone="bad" announce title={sentenceOf(keep.error)} /> : null}
    </form>
  );
}
