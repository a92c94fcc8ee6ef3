import { Icon, Logo } from '@cairn/ui';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { OfflineNote } from '../offline/offline-note.tsx';
import { useServerLink } from '../offline/use-server-link.ts';
import { SearchButton } from '../search/search-button.tsx';
import { Footer } from './footer.tsx';
import { examAddress } from './links.tsx';
import { useTheme } from './theme.ts';

const PLACES = [
  { to: '/today', label: 'Today' },
  { to: '/learn', label: 'Learn' },
  { to: '/cards', label: 'Cards' },
  { to: examAddress('/exams'), label: 'Exams' },
  { to: '/labs', label: 'Labs' },
  { to: '/readiness', label: 'Readiness' },
  { to: '/choose', label: 'Choose' },
  { to: '/compare', label: 'Compare' },
  { to: '/roadmap', label: 'Roadmap' },
  { to: '/read', label: 'Read' },
] as const;

export function Shell() {
  const theme = useTheme(); // here, so that it follows the system on pages without the bar too
  const link = useServerLink(); // here, so that every page is made new when Cairn is back
  const isBare = useRouterState({ select: ({ matches }) => matches.some(({ staticData }) => staticData.isBare) });
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:left-3 focus:top-3 focus:z-50 focus:rounded-lg focus:bg-accent focus:px-4 focus:py-2 focus:text-on-accent"
      >
        Skip to the content
      </a>
      {isBare ? null : <TopBar theme={theme} />}
      {isBare ? null : <OfflineNote link={link} />}
      <main id="main" tabIndex={-1} className="flex-1">
        <Outlet />
      </main>
      {isBare ? null : <Footer />}
    </div>
  );
}

type ThemeProps = { readonly theme: ReturnType<typeof useTheme> };

function TopBar({ theme }: ThemeProps) {
  const [isOpen, setOpen] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving somewhere closes the menu
  useEffect(() => setOpen(false), [path]);
  return (
    <header className="sticky top-0 z-30 print:hidden border-b border-line bg-paper/95 backdrop-blur-sm">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-3 px-4 lg:gap-x-6 py-2.5 sm:px-6">
        <Link to="/" className="mr-auto flex items-center gap-2.5 rounded-lg text-ink no-underline lg:order-1">
          <Logo className="size-8" />
          <span className="font-display text-2xl font-semibold tracking-tight">Cairn</span>
        </Link>
        <SearchButton />
        <ThemeSwitch theme={theme} />
        <button
          type="button"
          className="grid size-11 place-items-center rounded-lg hover:bg-sunken lg:hidden"
          aria-expanded={isOpen}
          aria-controls="places"
          aria-label="Menu"
          onClick={() => setOpen(!isOpen)}
          onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
        >
          <Icon name={isOpen ? 'cross' : 'menu'} className="size-6" />
        </button>
        <nav
          id="places"
          aria-label="Main"
          className={`${isOpen ? 'block' : 'hidden'} w-full pb-2 lg:order-2 lg:block lg:w-auto lg:pb-0`}
        >
          <ul className="flex flex-col gap-1 lg:flex-row lg:gap-0">
            {PLACES.map(({ to, label }) => (
              <li key={to}>
                <Link
                  to={to}
                  className="flex min-h-11 items-center rounded-lg px-3 font-semibold text-muted lg:px-2 xl:px-2.5 no-underline hover:text-ink"
                  activeProps={{ className: 'bg-sunken !text-ink', 'aria-current': 'page' }}
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}

const THEME_ICONS = { system: 'screen', light: 'sun', dark: 'moon' } as const;

function ThemeSwitch({ theme: { theme, next, change } }: ThemeProps) {
  return (
    <button
      type="button"
      className="grid size-11 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink lg:order-3"
      aria-label={`Theme: ${theme}. Switch to ${next}`}
      title={`Theme: ${theme}`}
      onClick={change}
    >
      <Icon name={THEME_ICONS[theme]} className="size-5" />
    </button>
  );
}
