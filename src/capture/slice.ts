import type { Slice } from '#kernel/slice.ts';
import { captureFormList } from './contract/forms.ts';
import { sourceList } from './contract/sources.ts';
import { submissionList } from './contract/submissions.ts';
import { captureFormObject, captureSourceObject, captureSubmissionObject } from './fields.ts';
import { jobs } from './jobs.ts';
import { formSource, sourceSource, submissionSource } from './queries.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

const everything = ['capture.read', 'capture.manage'];

export const slice: Slice = {
  name: 'capture',
  objects: [captureFormObject, captureSubmissionObject, captureSourceObject],
  permissions: [
    { key: 'capture.read', label: { zh: '查看获客', en: 'See the ways in' } },
    {
      key: 'capture.manage',
      label: { zh: '管理表单、来源与收件', en: 'Manage forms, sources and submissions' },
    },
  ],
  presets: [
    { role: 'marketing', permissions: everything },
    { role: 'admin', permissions: everything },
    { role: 'auditor', permissions: ['capture.read'] },
  ],
  routes,
  lists: [
    { contract: captureFormList, source: formSource },
    { contract: submissionList, source: submissionSource },
    { contract: sourceList, source: sourceSource },
  ],
  jobs,
  reactions,
};
