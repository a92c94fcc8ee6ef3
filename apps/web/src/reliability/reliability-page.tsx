import { Callout, ErrorState, Loading } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { sentenceOf } from '../api.ts';
import { TextLink } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { reliabilityQuery } from './queries.ts';
import { Recorded } from './recorded.tsx';
import { Study } from './studies.tsx';

export const reliabilityPage = createLazyRoute('/reliability')({ component: ReliabilityPage });

function ReliabilityPage() {
  const { data, error, refetch } = useQuery(reliabilityQuery);
  return (
    <Page
      title="How honest is the number?"
      lede="Cairn states a chance of passing. If it says 70 %, about 70 of 100 such people should pass. Here is how often that was true."
    >
      {error ? (
        <ErrorState title="The studies could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} />
      ) : null}
      {!data && !error ? <Loading label="Reading the studies" lines={5} /> : null}
      {data ? (
        <div className="grid gap-12">
          {data.validation.map((study) => (
            <Study key={study.id} study={study} />
          ))}
          <Recorded report={data} />
          <Callout title="What this cannot show">
            <p className="max-w-prose">
              Simulated people behave as their model says, and no vendor publishes its own questions&rsquo; statistics.
              Only real exams tell whether the chance holds on the day; they come in one by one. What few answers can
              tell at all is on the page <TextLink to="/simulation">What can 30 answers tell?</TextLink>
            </p>
          </Callout>
        </div>
      ) : null}
    </Page>
  );
}
