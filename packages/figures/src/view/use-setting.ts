import { useState } from 'react';

/** What every view of a figure is given. What `params` leaves out begins as the figure's own default. */
export type FigureProps<Setting extends object> = {
  readonly params: Partial<Setting>;
  /** What to look for, by the author of the lesson. */
  readonly caption: string;
};

/** The state of a figure: one flat object, changed in parts, reset as a whole. */
export function useSetting<Setting extends object>(begin: Setting, params: Partial<Setting>) {
  const [start] = useState<Setting>(() => ({ ...begin, ...params }));
  const [setting, setSetting] = useState(start);
  return {
    setting,
    change: (part: Partial<Setting>) => setSetting((before) => ({ ...before, ...part })),
    reset: () => setSetting(start),
    isChanged: setting !== start,
  };
}
