import { useEffect, useState } from 'react';
import type { Output } from '#kernel/contract.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { enrolSecondStep } from '../../contract/account.ts';

interface CodeSecret {
  readonly secret: Output<typeof enrolSecondStep> | undefined;
  readonly refused: string;
}

/** Asks for a secret once per opening: every call makes another one, and the picture must be of the last. */
export function useCodeSecret(): CodeSecret {
  const enrol = useAct(enrolSecondStep, { quiet: true });
  const [answer, setAnswer] = useState<CodeSecret>({ secret: undefined, refused: '' });
  useEffect(() => {
    let gone = false;
    void enrol({}).then((given) => {
      if (gone) return;
      setAnswer(
        isProblem(given) ? { secret: undefined, refused: given.message } : { secret: given, refused: '' },
      );
    });
    return () => {
      gone = true;
    };
  }, [enrol]);
  return answer;
}
