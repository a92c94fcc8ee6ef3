import { useEffect, useRef, useState } from 'react';

/** Long enough that a drag or a held key has ended, short enough to follow it. */
const SETTLED_MILLISECONDS = 700;

/** The text once it has rested: empty at first, so that nothing is read aloud before something was moved. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState('');
  const first = useRef(text);
  useEffect(() => {
    if (text === first.current) return;
    first.current = ''; // from now on a way back to the beginning is news, too
    const timer = setTimeout(() => setSettled(text), SETTLED_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
