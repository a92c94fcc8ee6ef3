import { Link } from '@tanstack/react-router';

const PLACES = [
  { to: '/choose', label: 'Choose' },
  { to: '/postings', label: 'Postings' },
  { to: '/compare', label: 'Compare' },
  { to: '/cost', label: 'Cost' },
  { to: '/roadmap', label: 'Roadmap' },
  { to: '/read/pay', label: 'Pay' },
] as const;

/** The pages that lead to a decision, one beside the other. */
export function DecidingNav() {
  return (
    <nav aria-label="To decide">
      <ul className="flex flex-wrap gap-x-5">
        {PLACES.map(({ to, label }) => (
          <li key={to}>
            <Link
              to={to}
              className="flex min-h-10 items-center border-b-2 border-transparent text-muted no-underline hover:text-ink"
              activeProps={{ className: '!border-accent !text-ink', 'aria-current': 'page' }}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
