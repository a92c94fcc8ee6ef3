import type { Sheet } from '@cairn/contract';
import { Button, ErrorState, Loading } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { ApiProblem, sentenceOf } from '../api.ts';
import { RouterLinkButton, TextLink } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { dayInWords } from '../app/words.ts';
import { SheetBlockView } from './sheet-blocks.tsx';
import { sheetQuery } from './sheet-requests.ts';
import './sheet.css';

export const sheetPage = createLazyRoute('/learn/$exam/sheet')({ component: SheetPage });

function SheetPage() {
  const { exam } = sheetPage.useParams();
  const { data, error, refetch } = useQuery(sheetQuery(exam));
  if (data) return <SheetView sheet={data} />;
  if (error) return <NoSheet error={error} onRetry={() => void refetch()} />;
  return (
    <Page title="Cheat sheet">
      <Loading label="Reading the sheet" lines={5} />
    </Page>
  );
}

function NoSheet({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const isUnknown = error instanceof ApiProblem && error.status === 404;
  return (
    <Page title={isUnknown ? 'No such sheet' : 'This sheet cannot be opened'} width="text">
      <ErrorState title={sentenceOf(error)} {...(!isUnknown && { onRetry })} />
      <div>
        <RouterLinkButton to="/learn" look="primary">
          See all lessons
        </RouterLinkButton>
      </div>
    </Page>
  );
}

function SheetView({ sheet: { exam, code, title, reviewBy, domains } }: { sheet: Sheet }) {
  const isOverdue = new Date().toISOString().slice(0, 10) > reviewBy;
  return (
    <div className="sheet">
      <Page
        title={`${title}: cheat sheet`}
        lede="The decisions that matter, on a few printed pages: to look through once more, not to learn from."
        kicker={
          <>
            <TextLink to="/learn">Learn</TextLink> ·{' '}
            <TextLink to="/learn/$exam" params={{ exam }}>
              {code}
            </TextLink>
          </>
        }
      >
        <div className="flex flex-wrap items-center gap-4 print:hidden">
          <Button look="primary" onClick={() => window.print()}>
            Print
          </Button>
          <p className="text-[0.94rem] text-muted">
            A4, upright. Services of both clouds: <TextLink to="/read/services">all decision tables</TextLink>.
          </p>
        </div>
        <div className="grid gap-12 print:block">
          {domains.map(({ number, name, weightPercent, blocks }) => (
            <section key={number} aria-labelledby={`domain-${number}`} className="sheet-domain grid gap-6">
              <h2 id={`domain-${number}`} className="border-b-2 border-accent pb-1 text-3xl">
                <span className="text-muted">{number}</span> {name}{' '}
                <span className="font-sans text-base font-normal text-muted">{weightPercent}% of the exam</span>
              </h2>
              <div className="sheet-blocks">
                {blocks.map((block) => (
                  <SheetBlockView key={block.title} block={block} />
                ))}
              </div>
            </section>
          ))}
        </div>
        <p className="text-[0.94rem] text-muted">
          {isOverdue
            ? `Its facts were to be checked again by ${dayInWords(reviewBy)}: where a source says otherwise, trust the source. `
            : `Its facts are checked again by ${dayInWords(reviewBy)}. `}
          Cairn is independent of AWS and Microsoft.
        </p>
      </Page>
    </div>
  );
}
