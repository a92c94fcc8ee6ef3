import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { placeOf } from './place.ts';

const INTERACTIVE = 'a, button, input, select, textarea, summary, [role=button], [contenteditable], dialog';

/** Enter starts the first piece of work, wherever the focus rests, unless it rests on something that takes Enter. */
export function useEnterStarts(link: string | undefined): void {
  const navigate = useNavigate();
  useEffect(() => {
    if (link === undefined) return;
    const onKey = (event: KeyboardEvent) => {
      const { target, key, defaultPrevented, repeat } = event;
      if (key !== 'Enter' || defaultPrevented || repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target instanceof Element && target.closest(INTERACTIVE)) return;
      event.preventDefault();
      void navigate(placeOf(link));
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [link, navigate]);
}
