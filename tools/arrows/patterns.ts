/** The end of a path that names a file or a folder: `contract` is contract.ts or contract/…, never contract-list.ts. */
const FILE_OR_FOLDER = '(?:/|\\.tsx?$|\\.json$)';

/** Translates one word of the table into the regular expression of the paths it allows; `$1` is the own slice. */
export function patternOf(target: string, slices: readonly string[]): string {
  const [scope = '', name = ''] = target.split(' ');
  if (scope === 'npm') return name === '*' ? '(?:^|/)node_modules/' : packagePattern(name);
  if (scope === 'node') return name === '*' ? '^[a-z_/:]+$' : `^(?:node:)?${name}$`;
  if (scope === 'own')
    return name === '*' ? '^src/$1/' : `^src/$1/${name.replace('*', '[a-z0-9-]+')}${FILE_OR_FOLDER}`;
  if (scope === 'any' || scope === 'up') return `^src/(?:${slices.join('|')})/${name}${FILE_OR_FOLDER}`;
  if (scope === 'ui') return '^src/ui/';
  if (scope.startsWith('db/')) return scope === 'db/*' ? '^db/' : `^${scope}${FILE_OR_FOLDER}`;
  if (scope === 'kernel/*') return '^src/kernel/';
  if (scope.endsWith('/')) return `^src/${scope}`;
  if (scope.startsWith('kernel/')) return `^src/${scope}${FILE_OR_FOLDER}`;
  throw new Error(`allowed-imports.ts: nobody knows the word '${target}'`);
}

function packagePattern(name: string): string {
  const path = name.replace('*', '[^/]+').replace('.', '\\.');
  return `(?:^|/)node_modules/(?:@types/)?${path}(?:/|$)`;
}

/** The paths of one kind of file in every slice (or the given one); the slice's name is group 1. */
export function kindPattern(files: string, slices: readonly string[]): string {
  return `^src/(${slices.join('|')})/${files}$`;
}
