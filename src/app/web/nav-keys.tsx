import { useNavigate } from '@tanstack/react-router';
import { localePreference } from '#kernel/web/preferences.ts';
import { useMay } from '#kernel/web/session.ts';
import { webSlices } from '#kernel/web/slice.ts';
import { ShortcutSheet } from '#ui/shortcut-sheet.tsx';
import { useHotkeys } from '#ui/use-hotkeys.ts';
import { paletteWords } from './palette-words.ts';

/** G and then a letter: the letters people know from elsewhere (leads, deals, customers, quotes, invoices). */
const letters: Readonly<Record<string, string>> = {
  '/': 'h',
  '/leads': 'l',
  '/pool': 'p',
  '/opportunities': 'd',
  '/accounts': 'c',
  '/quotes': 'q',
  '/contracts': 'k',
  '/receivables': 'i',
  '/inbox': 'n',
  '/approvals': 'a',
};

/** Keys that lead to the pages this person may open, and the sheet that lists all keys. */
export function NavKeys() {
  const w = paletteWords.use();
  const may = useMay();
  const locale = localePreference.use();
  const navigate = useNavigate();
  useHotkeys(
    webSlices()
      .flatMap((slice) => slice.nav ?? [])
      .flatMap(({ path, label, permission }) => {
        const letter = letters[path];
        return letter && may(permission)
          ? {
              keys: `g ${letter}`,
              label: w('goTo', { page: label[locale] }),
              run: () => void navigate({ to: path }),
            }
          : [];
      }),
  );
  return <ShortcutSheet />;
}
