import type { ReactNode } from 'react';

const PATHS = {
  check: <path d="m4 10.5 4 4 8-9" />,
  cross: <path d="m5 5 10 10M15 5 5 15" />,
  chevron: <path d="m6 8 4 4 4-4" />,
  arrow: <path d="M3 10h13m-5-5 5 5-5 5" />,
  info: <path d="M10 9v5m0-8v.5M18 10a8 8 0 1 1-16 0 8 8 0 0 1 16 0Z" />,
  warning: <path d="M10 8v4m0 2.5v.5M10 2.5 18.5 17h-17L10 2.5Z" />,
  external: <path d="M8 5H4v11h11v-4m-4-9h6v6m0-6-8 8" />,
  sun: (
    <path d="M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM10 1v2m0 14v2m9-9h-2M3 10H1m15.4-6.4-1.5 1.5M5 15l-1.4 1.4m12.8 0L15 15M5 5 3.6 3.6" />
  ),
  moon: <path d="M16.5 12.5A7 7 0 0 1 7.5 3.5a7 7 0 1 0 9 9Z" />,
  screen: <path d="M2.5 4h15v10h-15V4ZM7 17.5h6M10 14v3.5" />,
  menu: <path d="M3 6h14M3 10h14M3 14h14" />,
  calendar: <path d="M3 5h14v12H3V5Zm0 4h14M7 2.5V6m6-3.5V6" />,
  differs: <path d="M4 7h9m-3-3 3 3-3 3m6 3H7m3-3-3 3 3 3" />,
  trash: <path d="M4 6h12M8 6V4h4v2M6 6l.7 11h6.6L14 6" />,
  search: <path d="M8.5 14a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Zm4-1.5L17 17" />,
  plus: <path d="M10 4v12M4 10h12" />,
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof PATHS;

/** Decoration only: the words beside it carry the meaning. */
export function Icon({ name, className = 'size-[1.1em]' }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 20 20"
      className={`inline-block shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {PATHS[name]}
    </svg>
  );
}
