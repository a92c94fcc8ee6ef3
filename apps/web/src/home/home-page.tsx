import { CairnPicture, Icon } from '@cairn/ui';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useHeadingFocus } from '../app/heading-focus.ts';
import { examAddress } from '../app/links.tsx';
import { WhereYouLeftOff } from './where-you-left-off.tsx';

export const homePage = createLazyRoute('/')({ component: HomePage });

const STARTS = [
  {
    to: '/choose',
    title: 'Choose',
    text: 'A few short questions rank roles and certifications for you. The arithmetic is open, and so is what would change it.',
    action: 'Find what fits',
  },
  {
    to: '/plan',
    title: 'Plan',
    text: 'From your free minutes to the day of the exam: lessons, cards, labs and mock exams, and each day one list.',
    action: 'Plan for an exam',
  },
  {
    to: '/readiness',
    title: 'Measure',
    text: 'A diagnosis of 15 to 30 questions tells where you stand, and the chance of passing with how sure that is.',
    action: 'See where you stand',
  },
  {
    to: examAddress('/exams'),
    title: 'Sit a practice exam',
    text: 'Original questions in a form built to the blueprint: the same time, weights and rules. Every answer is explained.',
    action: 'See the exams',
  },
] as const;

function HomePage() {
  useEffect(() => {
    document.title = 'Cairn: from choosing a certification to passing it';
  }, []);
  return (
    <>
      <Hero />
      <div className="mx-auto grid w-full max-w-6xl gap-12 px-4 py-10 sm:px-6">
        <WhereYouLeftOff />
        <section aria-labelledby="starts" className="grid gap-5">
          <h2 id="starts" className="text-2xl sm:text-3xl">
            Four ways to start
          </h2>
          <ul className="grid gap-5 sm:grid-cols-2 xl:grid-cols-4">
            {STARTS.map(({ to, title, text, action }, index) => (
              <li key={to}>
                <Link
                  to={to}
                  className="group flex h-full flex-col gap-3 rounded-xl border border-line bg-card p-6 text-ink no-underline shadow-card transition-colors hover:border-accent"
                >
                  <StepStones count={index + 1} />
                  <span className="font-display text-2xl font-semibold">{title}</span>
                  <span className="text-muted">{text}</span>
                  <span className="mt-auto flex items-center gap-2 pt-2 font-semibold text-accent">
                    {action}
                    <Icon name="arrow" className="size-4 transition-transform group-hover:translate-x-1" />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}

function Hero() {
  const heading = useHeadingFocus();
  return (
    <div className="relative overflow-hidden border-b border-line">
      <div className="contours absolute inset-0" aria-hidden="true" />
      <div className="relative mx-auto flex max-w-6xl items-center justify-between gap-8 px-4 py-14 sm:px-6 sm:py-24">
        <div className="grid max-w-3xl gap-5">
          <h1 ref={heading} tabIndex={-1} className="text-[2.5rem] leading-[1.08] sm:text-6xl">
            Find the AI certification that fits you, and the way to passing it.
          </h1>
          <p className="max-w-2xl text-lg text-muted sm:text-xl">
            A cairn is a stack of stones that marks a path. This one runs on your own machine: no account, no cloud
            bill, every fact with its source and date.
          </p>
        </div>
        <CairnPicture className="hidden w-72 shrink-0 lg:block" />
      </div>
    </div>
  );
}

/** One to four stones: the starts as steps of one path. */
function StepStones({ count }: { count: number }) {
  const stones = [
    'M0 37c0-3 2-4 5-4h22c3 0 5 1 5 4s-2 4-5 4H5c-3 0-5-1-5-4Z',
    'M2 27c0-3 2-4 5-4h18c3 0 5 1 5 4s-2 4-5 4H7c-3 0-5-1-5-4Z',
    'M6 17c0-3 2-4 4-4h12c3 0 4 1 4 4s-2 4-4 4H10c-3 0-4-1-4-4Z',
    'M10 7c0-3 1-4 4-4h5c3 0 4 1 4 4s-1 4-4 4h-5c-3 0-4-1-4-4Z',
  ];
  return (
    <svg viewBox="0 0 32 42" className="h-12 w-10" aria-hidden="true">
      {stones.map((path, level) => (
        <path
          key={path}
          d={path}
          className={level < count ? 'fill-accent' : 'fill-none stroke-muted/60'}
          strokeDasharray="2 2"
        />
      ))}
    </svg>
  );
}
