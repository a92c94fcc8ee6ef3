import { Button, ErrorState, Icon, Loading } from '@cairn/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { sentenceOf } from '../api.ts';
import { TextLink } from '../app/links.tsx';
import { counted, dayInWords } from '../app/words.ts';
import { deleteSurvey, surveysQuery } from './survey-requests.ts';

const dayOf = (moment: number) => dayInWords(new Date(moment).toISOString().slice(0, 10));

/** Surveys on the server, newest first. */
export function KeptSurveys() {
  const { data, error, refetch } = useQuery(surveysQuery);
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: deleteSurvey,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: surveysQuery.queryKey });
      await client.invalidateQueries({ queryKey: ['postings-evidence'] });
    },
  });
  if (error) {
    return (
      <ErrorState title="Kept surveys could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} />
    );
  }
  if (!data) return <Loading label="Reading kept surveys" lines={1} />;
  if (data.length === 0) return <p className="text-muted">No survey is kept yet.</p>;
  return (
    <section aria-label="Kept surveys" className="grid max-w-3xl gap-2">
      <h2 className="text-2xl">Surveys you kept</h2>
      {remove.error ? <ErrorState title="Not deleted" detail={sentenceOf(remove.error)} /> : null}
      <ul className="divide-y divide-line border-y border-line">
        {data.map(({ id, name, postings, madeAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
            <span className="min-w-0 flex-1 basis-60">
              <TextLink to="/postings" search={{ survey: id }} className="wrap-anywhere font-semibold">
                {name}
              </TextLink>
              <span className="block text-[0.94rem] text-muted">
                {counted(postings, 'posting')}, {dayOf(madeAt)}
              </span>
            </span>
            <Button
              look="quiet"
              size="small"
              disabled={remove.isPending}
              onClick={() => remove.mutate(id)}
              aria-label={`Delete ${name}`}
            >
              <Icon name="trash" /> Delete
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
