import { Dialog } from '@cairn/ui';
import type { Preferences } from './preferences.ts';
import { SHORTCUTS, type Shortcut } from './shortcuts.ts';
import type { ChangePreferences } from './use-preferences.ts';

type HelpProps = {
  readonly shortcuts?: readonly Shortcut<string>[];
  readonly onClose: () => void;
  readonly preferences: Preferences;
  readonly onPreferences: ChangePreferences;
};

const KEY_NAMES: Record<string, string> = { ArrowRight: '→', ArrowLeft: '←' };

function nameOf(key: string): string {
  const plain = key.replace('Alt+', '');
  const name = KEY_NAMES[plain] ?? plain;
  return key.startsWith('Alt+') ? `Alt + ${name}` : name;
}

export function HelpDialog({ shortcuts = SHORTCUTS, onClose, preferences, onPreferences }: HelpProps) {
  const { hasSingleKeys } = preferences;
  const isShown = (key: string) => hasSingleKeys || key.startsWith('Alt+');
  return (
    <Dialog open onOpenChange={onClose} title="Keyboard shortcuts" description="They rest while you type in a field.">
      <label className="flex items-start gap-3">
        <input
          type="checkbox"
          className="mt-1.5 size-4"
          checked={hasSingleKeys}
          onChange={() => onPreferences((before) => ({ hasSingleKeys: !before.hasSingleKeys }))}
        />
        <span>
          Single keys
          <span className="block text-[0.94rem] text-muted">Switch them off if you dictate; those with Alt stay.</span>
        </span>
      </label>
      <table className="mt-4 w-full text-left">
        <thead className="sr-only">
          <tr>
            <th scope="col">Keys</th>
            <th scope="col">What they do</th>
          </tr>
        </thead>
        <tbody>
          {hasSingleKeys ? <Row keys={['1', '…', '9']} text="Choose that option, or take it back" /> : null}
          {shortcuts
            .filter(({ keys }) => keys.some(isShown))
            .map(({ command, keys, text }) => (
              <Row key={command} keys={keys.filter(isShown).map(nameOf)} text={text} />
            ))}
        </tbody>
      </table>
    </Dialog>
  );
}

function Row({ keys, text }: { keys: readonly string[]; text: string }) {
  return (
    <tr className="border-t border-line align-top">
      <td className="w-44 py-1.5 pr-3">
        <span className="flex flex-wrap gap-1">
          {keys.map((key) => (
            <kbd key={key} className="rounded border border-muted/60 bg-sunken px-1.5 font-mono text-[0.85rem]">
              {key}
            </kbd>
          ))}
        </span>
      </td>
      <td className="py-1.5">{text}</td>
    </tr>
  );
}
