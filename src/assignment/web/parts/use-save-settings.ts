import type { Output, Sent } from '#kernel/contract.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { useToasts } from '#ui/toast.tsx';
import { type getSettings, updateSettings } from '../../contract.ts';
import { words } from './assignment-words.ts';

export type Settings = Output<typeof getSettings>;

/** Saves the settings with some of them changed. */
export function useSaveSettings(settings: Settings) {
  const w = words.use();
  const toasts = useToasts();
  const save = useAct(updateSettings);
  return async (change: Partial<Sent<typeof updateSettings>>) => {
    if (!isProblem(await save({ ...settings, ...change }))) toasts.show({ text: w('saved') });
  };
}
