import { useState } from 'react';
import { Dialog } from './dialog.tsx';
import { modifierName } from './keyboard.ts';
import './palette.css';
import { useUiWords } from './ui-context.ts';
import { useHotkeys, useListedHotkeys } from './use-hotkeys.ts';

function shown(keys: string): string[] {
  return keys
    .split(/[ +]/)
    .map((key) => (key === 'mod' ? modifierName() : key.length === 1 ? key.toUpperCase() : key));
}

/** `?` lists the keys of the page. Put it once into the shell. */
export function ShortcutSheet() {
  const words = useUiWords();
  const [open, setOpen] = useState(false);
  useHotkeys([{ keys: '?', label: words.shortcuts, run: () => setOpen(true) }]);
  const hotkeys = useListedHotkeys();
  return (
    <Dialog open={open} title={words.shortcuts} onClose={() => setOpen(false)} padded>
      <dl className="yd-shortcuts">
        {hotkeys.map(({ keys, label }) => (
          <div key={`${keys} ${label}`}>
            <dt>{label}</dt>
            <dd>
              {shown(keys).map((key) => (
                <kbd className="yd-kbd" key={key}>
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
