import type { Block } from '../model.ts';

interface Reader {
  readonly permissions: ReadonlySet<string>;
  /** How far he sees on an object. */
  readonly scopeOf: (object: string) => 'none' | 'self' | 'team' | 'teamTree' | 'all';
}

/**
 * What a person's home screen is made of, by what he may see rather than by the name of his role: his own day when he
 * sees only himself, the team when he sees others, channels and ageing when he sees the whole company.
 */
export function blocksFor({ permissions, scopeOf }: Reader): Block[] {
  const sees = (object: string) => permissions.has(`${object}.read`) && scopeOf(object) !== 'none';
  const wide = (object: string) => sees(object) && scopeOf(object) !== 'self';
  const all = (object: string) => sees(object) && scopeOf(object) === 'all';
  const shown: [Block, boolean][] = [
    ['day', permissions.has('activities.create') && scopeOf('activities') === 'self'],
    ['money', sees('contracts') || sees('receivables')],
    ['funnel', sees('leads')],
    ['pipeline', sees('opportunities')],
    ['team', wide('leads') && wide('opportunities')],
    ['channels', all('leads')],
    ['ageing', all('receivables')],
    ['months', wide('contracts') || all('receivables')],
  ];
  return shown.filter(([, here]) => here).map(([block]) => block);
}
