// What hangs on leads goes along with a merge.
import './commands/move-submissions.ts';
import { onTogether } from '#kernel/outbox.ts';
import { processSubmissions } from './commands/process-submissions.ts';
import { submissionReceived } from './events.ts';

export const reactions = [
  onTogether('capture.process', submissionReceived, (facts, step) =>
    processSubmissions(
      facts.map(({ subjectId }) => subjectId),
      step,
    ),
  ),
];
