import { type Breach, breach, type Law } from './law.ts';
import { isCode } from './source-tree.ts';

/** Folders that exist on one developer's machine; put together here so that this file does not name them itself. */
const FOLDERS = ['work', 'root', 'tmp/yd', 'Users/[a-z]+', 'home/[a-z]+'];
const MACHINE_PATH = new RegExp(`(?<![\\w.*)\\]-]|://[\\w.:-]*)/(?:${FOLDERS.join('|')})/\\w`);

const machinePaths: Law = {
  name: 'machine-paths',
  why: 'The project runs on every machine; a folder of one of them helps nobody and tells too much.',
  mend: 'Build the path from import.meta.url, os.tmpdir() or a setting.',
  check: (tree) =>
    tree.files.flatMap((file) =>
      file.text.split('\n').flatMap((text, index): Breach[] => {
        const found = MACHINE_PATH.exec(text)?.[0];
        return found
          ? [{ path: file.path, line: index + 1, what: `names a folder of one machine: ${found}…` }]
          : [];
      }),
    ),
};

/** Typed holes: what the formatter's linter also forbids, kept here so that no file can switch it off. */
const noSilencing: Law = {
  name: 'no-silencing',
  why: 'A silenced checker is a law with a hole.',
  mend: 'Mend the cause; when the checker is wrong, change its table and say why.',
  check: (tree) =>
    tree.files.filter(isCode).flatMap((file) => {
      const found = /(?:\/\/|\/\*)\s*@ts-(?:ignore|nocheck|expect-error)\b/.exec(file.text);
      return found ? [breach(file, found.index, `silences the compiler: ${found[0]}`)] : [];
    }),
};

export const hygiene: readonly Law[] = [machinePaths, noSilencing];
