import { serve, serveRaw } from '#kernel/http.ts';
import { serveList } from '#kernel/lists.ts';
import { visitOf } from '#kernel/visit.ts';
import { createForm } from './commands/create-form.ts';
import { createSource } from './commands/create-source.ts';
import { deleteForm } from './commands/delete-form.ts';
import { deleteSource } from './commands/delete-source.ts';
import { dismissSubmission } from './commands/dismiss-submission.ts';
import { openForm } from './commands/open-form.ts';
import { replaySubmission } from './commands/replay-submission.ts';
import { rotateSecret } from './commands/rotate-secret.ts';
import { submitForm } from './commands/submit-form.ts';
import { testSource } from './commands/test-source.ts';
import { updateForm } from './commands/update-form.ts';
import { updateSource } from './commands/update-source.ts';
import * as forms from './contract/forms.ts';
import * as sources from './contract/sources.ts';
import * as submissions from './contract/submissions.ts';
import * as visiting from './contract/visiting.ts';
import {
  describeCapture,
  formSource,
  getForm,
  getSource,
  getSubmission,
  howLeadCame,
  sourceSource,
  submissionSource,
} from './queries.ts';

export const routes = [
  ...serveList(forms.captureFormList, formSource),
  ...serveList(submissions.submissionList, submissionSource),
  ...serveList(sources.sourceList, sourceSource),
  serve(forms.describeCapture, describeCapture),
  serve(forms.getForm, getForm),
  serve(forms.createForm, createForm),
  serve(forms.updateForm, updateForm),
  serve(forms.deleteForm, deleteForm),
  serve(submissions.getSubmission, getSubmission),
  serve(submissions.replaySubmission, replaySubmission),
  serve(submissions.dismissSubmission, dismissSubmission),
  serve(submissions.howLeadCame, howLeadCame),
  serve(sources.getSource, getSource),
  serve(sources.createSource, createSource),
  serve(sources.updateSource, updateSource),
  serve(sources.rotateSecret, rotateSecret),
  serve(sources.testSource, testSource),
  serve(sources.deleteSource, deleteSource),
  serveRaw(visiting.openForm, (input, context) => openForm(input, visitOf(context))),
  serveRaw(visiting.submitForm, async (input, context) => {
    const { origin, host } = context.request.headers;
    const taken = await submitForm(input, {
      ...visitOf(context),
      origin: origin ?? null,
      host: host ?? null,
    });
    return context.reply.status(202).send(taken);
  }),
];
