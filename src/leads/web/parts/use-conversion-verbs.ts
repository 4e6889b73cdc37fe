import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { useToasts } from '#ui/toast.tsx';
import { endNurture, undoConversion } from '../../contract/conversion.ts';
import { words } from './lead-words.ts';

/** One press each: the conversion is taken back, the lead leaves the nurture list. */
export function useConversionVerbs(id: string) {
  const w = words.use();
  const toasts = useToasts();
  const undo = useAct(undoConversion);
  const end = useAct(endNurture);
  return {
    undo: async () => {
      if (!isProblem(await undo({ id }))) toasts.show({ text: w('conversionUndone') });
    },
    endNurture: async () => {
      if (!isProblem(await end({ id }))) toasts.show({ text: w('nurtureEnded') });
    },
  };
}
