import { Icon } from '@cairn/ui';
import { lazy, Suspense, useEffect, useState } from 'react';
import { readPreferences } from '../exam/preferences.ts';

/** Loaded when it is first wanted: the first page does not wait for it. */
const SearchDialog = lazy(() => import('./search-dialog.tsx').then((module) => ({ default: module.SearchDialog })));

/** An editor says by its role that it takes text; how its element is editable differs between browsers. */
const EDITOR = 'textarea, [role=textbox], [contenteditable]:not([contenteditable=false])';

/** The code editor stands in a shadow tree, which an event does not show from outside but by its path. */
function isWithin(event: Event, selector: string): boolean {
  const [target] = event.composedPath();
  return target instanceof Element && target.closest(selector) !== null;
}

const isInDialog = () => document.querySelector('[role=dialog], [role=alertdialog]') !== null;

/** Ctrl+K or ⌘K anywhere but in an editor, which knows that key; / where nobody writes, unless single keys are off. */
function isAsked(event: globalThis.KeyboardEvent): boolean {
  if (event.defaultPrevented || event.repeat || isInDialog()) return false;
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
    return !isWithin(event, EDITOR);
  }
  const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
  return isSlash && !isWithin(event, `input, select, ${EDITOR}`) && readPreferences().hasSingleKeys;
}

export function SearchButton() {
  const [state, setState] = useState<'unused' | 'open' | 'closed'>('unused');
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (!isAsked(event)) return;
      event.preventDefault();
      setState('open');
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        className="flex size-11 items-center justify-center gap-2 rounded-lg text-muted hover:bg-sunken hover:text-ink lg:order-3"
        aria-label="Search"
        aria-haspopup="dialog"
        aria-keyshortcuts="/ Control+K Meta+K"
        title="Search ( / or Ctrl+K )"
        onClick={() => setState('open')}
      >
        <Icon name="search" className="size-5" />
      </button>
      {state === 'unused' ? null : (
        <Suspense fallback={null}>
          <SearchDialog isOpen={state === 'open'} onOpenChange={(isOpen) => setState(isOpen ? 'open' : 'closed')} />
        </Suspense>
      )}
    </>
  );
}
