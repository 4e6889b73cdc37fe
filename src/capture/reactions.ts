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
