import type { Step } from '#kernel/command.ts';

/**
 * Lets several people act at once. Each begins a transaction of its own; only when all have begun does the first
 * one act. Without this gate the first is done before the second has a connection, and a race that is none passes
 * without its lock.
 */
export async function atOnce<T>(
  count: number,
  begin: (act: (step: Step) => Promise<T>) => Promise<T>,
  act: (step: Step, index: number) => Promise<T>,
): Promise<PromiseSettledResult<T>[]> {
  const { promise: allHaveBegun, resolve: open } = Promise.withResolvers<void>();
  let begun = 0;
  return Promise.allSettled(
    Array.from({ length: count }, (_, index) =>
      begin(async (step) => {
        begun += 1;
        if (begun === count) open();
        await allHaveBegun;
        return act(step, index);
      }),
    ),
  );
}
