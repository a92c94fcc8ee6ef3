import { LinkButton } from '@cairn/ui';
import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

/** A link within the app that looks like a button. */
export const RouterLinkButton = createLink(LinkButton);

function Anchor({ className = '', ...rest }: ComponentProps<'a'>) {
  return (
    <a className={`text-accent underline decoration-1 underline-offset-4 hover:decoration-2 ${className}`} {...rest} />
  );
}

/** A link within running text. */
export const TextLink = createLink(Anchor);

/**
 * An address of the exam feature, such as `/exams/aif-c01`. Its routes are registered there, so the pages of other
 * features name them as text; the router still matches them.
 */
export function examAddress(path: `/exams${string}` | `/attempts${string}`): '/' {
  return path as '/';
}
