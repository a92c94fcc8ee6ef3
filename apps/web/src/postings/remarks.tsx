import { Button, Callout } from '@cairn/ui';
import { useState } from 'react';
import { counted } from '../app/words.ts';
import type { Remark } from './reading/messages.ts';

type RemarksProps = { readonly remarks: readonly Remark[]; readonly leftOut: number };

const SHORT_LIST = 5;

/** What was not read, file by file, in the words of whatever refused it. */
export function Remarks({ remarks, leftOut }: RemarksProps) {
  const [isWhole, setWhole] = useState(false);
  if (remarks.length === 0) return null;
  const refused = remarks.filter(({ kind }) => kind === 'refused').length;
  const shown = isWhole ? remarks : remarks.slice(0, SHORT_LIST);
  const title = refused === 0 ? 'About the files' : `${counted(refused, 'file')} not read; the rest is in the answer`;
  return (
    <Callout tone={refused === 0 ? 'neutral' : 'warn'} title={title} announce>
      <ul className="mt-1 grid gap-1">
        {shown.map(({ sentence }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sentences may repeat, and are only appended
          <li key={at} className="wrap-anywhere">
            {sentence}
          </li>
        ))}
      </ul>
      {isWhole && leftOut > 0 ? <p className="mt-1">And {counted(leftOut, 'more remark')}.</p> : null}
      {remarks.length > SHORT_LIST ? (
        <Button look="quiet" size="small" className="-ml-3 mt-1" onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Show fewer' : `Show all ${remarks.length}`}
        </Button>
      ) : null}
    </Callout>
  );
}
