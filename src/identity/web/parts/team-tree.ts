import type { Output } from '#kernel/contract.ts';
import type { listTeams } from '../../contract/teams.ts';

export type TeamRow = Output<typeof listTeams>['items'][number];
export interface TeamNode extends TeamRow {
  children?: TeamNode[];
}

/** Hangs every team below its parent. The server gives parents before their children. */
export function teamTree(rows: readonly TeamRow[]): TeamNode[] {
  const nodes = new Map<string, TeamNode>();
  const top: TeamNode[] = [];
  for (const row of rows) {
    const node: TeamNode = { ...row };
    nodes.set(row.id, node);
    const parent = row.parentId === null ? undefined : nodes.get(row.parentId);
    if (!parent) top.push(node);
    else if (parent.children) parent.children.push(node);
    else parent.children = [node];
  }
  return top;
}
