import type { Output } from '#kernel/contract.ts';
import { call, Problem } from '#kernel/web/api.ts';
import { useRefresh } from '#kernel/web/use-operation.ts';
import { useToasts } from '#ui/toast.tsx';
import { type costGrid, setCost } from '../../contract.ts';
import { readAmount } from '../../rules/pasting.ts';
import { words } from './channel-words.ts';

type Grid = Output<typeof costGrid>;

/**
 * Lays a block copied from a spreadsheet into the table, its first cell where it was pasted. What cannot be read or was
 * refused is counted and left as it was; undo brings back what stood there.
 */
export function useLayBlock({ rows, months }: Grid) {
  const w = words.use();
  const toasts = useToasts();
  const refresh = useRefresh();
  return async (block: readonly (readonly string[])[], top: number, left: number) => {
    const cells = block.flatMap((line, down) =>
      line.map((text, right) => ({ row: rows[top + down], at: left + right, next: readAmount(text) })),
    );
    const done: (() => Promise<unknown>)[] = [];
    let failed = 0;
    for (const { row, at, next } of cells) {
      const month = months[at];
      const was = row?.cells[at] ?? '0.00';
      if (!row || !month || next === undefined) failed += 1;
      else if (next !== was) {
        const { channel, campaignId } = row;
        const place = { channel, campaignId, month } as never as { channel: 'other'; month: string };
        try {
          await call(setCost, { ...place, amount: next, was });
          done.push(() => call(setCost, { ...place, amount: was, was: next }));
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          failed += 1;
        }
      }
    }
    await refresh();
    toasts.show({
      text: failed > 0 ? w('pastedSome', { n: done.length, failed }) : w('pasted', { n: done.length }),
      onUndo: async () => {
        for (const back of done) await back();
        await refresh();
      },
    });
  };
}
