import { Button } from '@cairn/ui';
import { TextLink } from '../app/links.tsx';
import { counted, dayInWords } from '../app/words.ts';
import type { PostingsChoice } from './postings-evidence.ts';

/** Which postings the ranking uses, with the switch; or where to bring some. */
export function PostingsLine({ choice: { survey, isLeftOut, leaveOut } }: { readonly choice: PostingsChoice }) {
  if (!survey) {
    return (
      <p className="text-muted">
        Have postings that you want? <TextLink to="/postings">See what they really ask</TextLink>; the ranking then uses
        them.
      </p>
    );
  }
  const day = dayInWords(new Date(survey.madeAt).toISOString().slice(0, 10));
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>
        {isLeftOut ? 'Leaves out ' : 'Uses '}
        <TextLink to="/postings" search={{ survey: survey.id }}>
          {counted(survey.postings, 'posting')}
        </TextLink>{' '}
        <span className="text-muted">
          ({survey.name}, {day})
        </span>
      </span>
      <Button look="quiet" size="small" onClick={() => leaveOut(!isLeftOut)}>
        {isLeftOut ? 'Use them' : 'Leave them out'}
      </Button>
    </p>
  );
}
