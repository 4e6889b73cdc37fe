import type { JobContext } from '#kernel/jobs.ts';
import { MailBoxFailure, readMailBox } from '#kernel/mail-box.ts';
import { unseal } from '#kernel/sealing.ts';
import type { CaptureSource, MailSettings } from '../model.ts';
import { loadMailBoxes, noteSource, sealedFor } from '../store/sources.ts';
import { takeMail } from './take-mail.ts';

/** Looks into every mail box that somebody set up; one that cannot be read is named on its source and stops no other. */
export async function readMailBoxes({ transaction, signal, log }: JobContext): Promise<void> {
  const boxes = await transaction(loadMailBoxes, 'read');
  for (const source of boxes) {
    signal.throwIfAborted();
    try {
      await readOne(source, { transaction, signal });
      await transaction((step) => noteSource(step, source.id, {}));
    } catch (error) {
      if (!(error instanceof MailBoxFailure)) throw error;
      log.warn({ err: error, sourceId: source.id }, 'mail box not read');
      await transaction((step) => noteSource(step, source.id, { failure: 'unreachable' }));
    }
  }
}

async function readOne(
  source: CaptureSource,
  { transaction, signal }: Pick<JobContext, 'transaction' | 'signal'>,
): Promise<void> {
  const password = source.secret ? unseal(source.secret, sealedFor) : null;
  if (password === null) throw new MailBoxFailure('the password was sealed by another server secret');
  const box = { ...(source.settings as MailSettings), password };
  await readMailBox(
    box,
    async (mail) => {
      await transaction((step) => takeMail(source.id, mail, step));
    },
    { signal },
  );
}
