import { type Breach, breach, type Law } from './law.ts';
import { isCode, isSliceFile, type SourceFile, type Tree } from './source-tree.ts';
import { readTables, sqlPlaces, type TableUse, writtenTables } from './sql-text.ts';

/** Analysis, search and audit exist to look at everything; they write nothing of others. */
const READS_EVERYTHING = new Set(['analytics', 'search', 'audit']);
/** A second hand on a table, with its reason. */
const SECOND_HANDS: readonly { readonly table: string; readonly by: string; readonly why: string }[] = [
  {
    table: 'orgs',
    by: 'kernel',
    why: 'The kernel raises the stamp that makes every node forget its cached rights.',
  },
];
/** In fields.ts a computed field says its SQL. */
const SQL_ROOMS = /^(?:fields|store|queries|checks|demo)(?:\.ts$|\/)/;

/** The running code of the product; tests and app's composition may prepare and inspect what they like. */
function runningCode(tree: Tree): SourceFile[] {
  return tree.files.filter(
    (file) =>
      isCode(file) &&
      !file.isTest &&
      /^src\//.test(file.path) &&
      !/^src\/(?:kernel|app)\/testing\//.test(file.path),
  );
}

function uses(tree: Tree, tablesOf: (file: SourceFile) => TableUse[]) {
  return runningCode(tree)
    .filter((file) => /['"`]/.test(file.text))
    .flatMap((file) => tablesOf(file).map((use) => ({ file, ...use, owner: tree.owners[use.table] })));
}

const ownTables: Law = {
  name: 'own-tables',
  why: 'One slice writes a table, so its rules hold for every row (db/owners.json).',
  mend: 'Call a command of the owner through its public.ts, or announce a fact it reacts to.',
  check: (tree) =>
    uses(tree, writtenTables)
      .filter(
        ({ file, table, owner }) =>
          owner !== undefined && owner !== file.area && !isSecondHand(table, file.area),
      )
      .map(({ file, table, position, owner }) =>
        breach(file, position, `writes ${table}, which belongs to ${owner}.`),
      ),
};

function isSecondHand(table: string, area: string | undefined): boolean {
  return SECOND_HANDS.some((hand) => hand.table === table && hand.by === area);
}

const ownedTables: Law = {
  name: 'owned-tables',
  why: 'A table without an owner is written by everybody.',
  mend: 'Name its one owner in db/owners.json: { "table": "slice" }, or "kernel".',
  check: (tree) => [
    ...uses(tree, writtenTables)
      .filter(({ owner, file }) => owner === undefined && isSliceFile(tree, file))
      .map(({ file, table, position }) => breach(file, position, `writes ${table}, which nobody owns.`)),
    ...migratedTables(tree)
      .filter(({ table }) => tree.owners[table] === undefined)
      .map(({ table, ...place }) => ({ ...place, what: `creates ${table}, which nobody owns.` })),
    ...Object.entries(tree.owners)
      .filter(([, owner]) => owner !== 'kernel' && !tree.slices.includes(owner))
      .map(([table, owner]) => ({
        path: 'db/owners.json',
        line: 1,
        what: `${table} belongs to ${owner}, which is no slice.`,
      })),
  ],
};

function migratedTables(tree: Tree): (Omit<Breach, 'what'> & { table: string })[] {
  const created =
    /^\s*create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?"?([a-z_][a-z0-9_]*)"?(?!\s+partition\s+of|\w)/gim;
  return tree.files
    .filter((file) => /^db\/migrations\/.*\.sql$/.test(file.path))
    .flatMap((file) =>
      [...file.text.matchAll(created)].map((match) => ({
        path: file.path,
        line: file.lineAt(match.index + match[0].length),
        table: match[1] ?? '',
      })),
    );
}

const upstreamReads: Law = {
  name: 'upstream-reads',
  why: 'A slice that reads a later slice knows its future; later slices may join earlier ones for display.',
  mend: 'Let the later slice show it as a panel, or keep the figure by reacting to its facts.',
  check: (tree) =>
    uses(tree, readTables)
      .filter(({ file, owner }) => {
        if (owner === undefined || file.area === undefined || READS_EVERYTHING.has(file.area)) return false;
        return isSliceFile(tree, file) && tree.slices.indexOf(owner) > tree.slices.indexOf(file.area);
      })
      .map(({ file, table, position, owner }) =>
        breach(file, position, `reads ${table} of ${owner}, further downstream.`),
      ),
};

const sqlInItsRoom: Law = {
  name: 'sql-in-its-room',
  why: 'Who looks for the SQL of a slice finds all of it in store and queries.',
  mend: 'Move the statement to store.ts (deciding) or queries.ts (showing) and call it by name.',
  check: (tree) =>
    runningCode(tree)
      .filter((file) => isSliceFile(tree, file) && !SQL_ROOMS.test(file.inside))
      .flatMap((file) => sqlPlaces(file).map((position) => breach(file, position, 'speaks SQL.'))),
};

/** Statements that write a table named at run time only, and text that becomes SQL as it is. */
const HIDDEN_TABLE =
  /\bsql\.raw\(|\b(?:insert\s+into|update|delete\s+from|merge\s+into)\s+\$\{(?!sql\.(?:table|id)\(')/gi;

const namedTables: Law = {
  name: 'named-tables',
  why: 'Whose table a statement writes must be readable, and text from outside must never become SQL.',
  mend: "Write the table's name; what works on any object belongs to the kernel (lists, records, changes).",
  check: (tree) =>
    runningCode(tree)
      .filter((file) => isSliceFile(tree, file))
      .flatMap((file) =>
        [...file.text.matchAll(HIDDEN_TABLE)].map((match) =>
          breach(file, match.index, `makes a statement at run time: ${match[0]}…`),
        ),
      ),
};

export const tableOwners: readonly Law[] = [ownTables, ownedTables, upstreamReads, sqlInItsRoom, namedTables];
