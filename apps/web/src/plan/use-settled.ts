import { useEffect, useState } from 'react';

const SETTLED_MILLISECONDS = 250;

/** A value once it has rested: a number that is being typed is not worth a plan for each digit. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
