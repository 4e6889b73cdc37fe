import { OTHER_FILES, ROOMS } from '../allowed-imports.ts';
import { type Breach, breach, type Law } from './law.ts';
import { isCode, isSliceFile, type SourceFile } from './source-tree.ts';

const GROUND = ['app', 'kernel', 'ui'];
const SLICE_FILE = new RegExp(`^(?:${[...ROOMS.map((room) => room.files), ...OTHER_FILES].join('|')})$`);
const KEBAB = /^\.?[a-z0-9]+(?:[-.][a-z0-9]+)*$/;
const EMPTY_WORD = /^(?:(?:.*-)?(?:utils?|helpers?|common|managers?|services?)|index|misc|shared|lib)$/;

const top = (file: SourceFile, what: string): Breach => breach(file, 0, what);

const knownRooms: Law = {
  name: 'known-rooms',
  why: 'Every slice has the same files under the same names, so that anybody finds anything.',
  mend: 'Use one of the kinds listed in tools/allowed-imports.ts; a slice that needs another kind wants to be two.',
  check: (tree) =>
    tree.files
      .filter((file) => isSliceFile(tree, file))
      .filter((file) => !SLICE_FILE.test(file.inside.replace(/(?:\.[a-z]+)?\.test(\.tsx?)$/, '$1')))
      .map((file) => top(file, `is no known kind of file in a slice: ${file.inside}.`)),
};

const listedSlices: Law = {
  name: 'listed-slices',
  why: 'The app and the import check read the order of the slices from one list.',
  mend: 'Add the slice to src/app/order.json, after everything that it calls.',
  check: (tree) => {
    const known = new Set([...GROUND, ...tree.slices]);
    const first = new Map<string, SourceFile>();
    for (const file of tree.files)
      if (file.area !== undefined && !known.has(file.area) && !first.has(file.area))
        first.set(file.area, file);
    return [...first].map(([area, file]) => top(file, `src/${area} is not in src/app/order.json.`));
  },
};

/** What every slice has: a page for people, a manifest for the app. */
const wholeSlices: Law = {
  name: 'whole-slices',
  why: 'A room starts with its README and is opened by its manifest.',
  mend: 'Write the missing file; `npm run new-slice` shows what one looks like.',
  check: (tree) =>
    tree.slices.flatMap((slice) => {
      const files = tree.files.filter((file) => file.area === slice);
      const [some] = files;
      if (some === undefined) return [];
      const missing = ['README.md', 'slice.ts'].filter((name) => files.every((file) => file.inside !== name));
      return missing.map((name) => ({ path: `src/${slice}/${name}`, line: 1, what: 'is missing.' }));
    }),
};

const kebabCase: Law = {
  name: 'kebab-case',
  why: 'One spelling for all files works on every disk and is easy to guess.',
  mend: 'Rename it in small letters with hyphens: claim-lead.ts.',
  check: (tree) =>
    tree.files
      .filter(
        (file) => /^(?:src|tools|tests|e2e|bench|bin)\//.test(file.path) && !file.path.endsWith('README.md'),
      )
      .filter((file) => file.path.split('/').some((part) => !KEBAB.test(part)))
      .map((file) => top(file, 'is not in kebab-case.')),
};

const emptyNames: Law = {
  name: 'empty-names',
  why: 'utils, helpers, common, manager and service name no idea, so everything ends up in them.',
  mend: 'Name the file after what it does or knows.',
  check: (tree) =>
    tree.files
      .filter((file) => /^(?:src|tools|tests|e2e|bench|db)\/.*\.(?:tsx?|mjs|css|sql)$/.test(file.path))
      .filter((file) => file.path.split('/').some((part) => EMPTY_WORD.test(part.replace(/\..*$/, ''))))
      .map((file) => top(file, 'has a name that says nothing.')),
};

const commandNames: Law = {
  name: 'command-names',
  why: 'A command is found by the name of what the user does: claim-lead.ts exports claimLead.',
  mend: 'Name the file verb-noun and its function the same in camelCase.',
  check: (tree) =>
    tree.files
      .filter((file) => isSliceFile(tree, file) && isCode(file) && !file.isTest)
      .flatMap((file) => {
        const name = /^commands\/([a-z0-9-]+)\.ts$/.exec(file.inside)?.[1];
        if (name === undefined) return [];
        if (!name.includes('-')) return [top(file, `is not named verb-noun: ${name}.`)];
        const main = name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
        const exported = new RegExp(`export (?:async )?(?:function|const) ${main}\\b`).test(file.text);
        return exported ? [] : [top(file, `does not export ${main}.`)];
      }),
};

export const roomsAndNames: readonly Law[] = [
  knownRooms,
  listedSlices,
  wholeSlices,
  kebabCase,
  emptyNames,
  commandNames,
];
