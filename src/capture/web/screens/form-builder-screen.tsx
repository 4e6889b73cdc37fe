import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { Output } from '#kernel/contract.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { Builder, LiveFrame } from '#ui/builder.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { RefusalStrip } from '#ui/notice.tsx';
import { Page } from '#ui/page.tsx';
import { Segments } from '#ui/segments.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { useToasts } from '#ui/toast.tsx';
import { createForm, describeCapture, getForm, updateForm } from '../../contract/forms.ts';
import { words } from '../parts/capture-words.ts';
import { type Draft, draftOf, type Ground, newDraft, previewOf, sentOf } from '../parts/form-draft.ts';
import { FormSettings } from '../parts/form-settings.tsx';

/** A new form, or one that is there. */
export function Screen() {
  const w = words.use();
  const { id } = useParams({ strict: false }) as { id?: string };
  const { data: ground, error, refetch } = useRead(describeCapture, {});
  const { data: form, error: missing } = useRead(getForm, { id: id ?? '' }, { enabled: id !== undefined });
  const trouble = error ?? missing;
  if (trouble)
    return (
      <Page title={w('forms')} crumbs={[{ label: w('forms'), href: '/forms' }]}>
        <ErrorState what={w('forms')} requestId={trouble.requestId} onRetry={() => void refetch()}>
          {trouble.message}
        </ErrorState>
      </Page>
    );
  if (!ground || (id && !form)) return <SkeletonLines rows={10} />;
  return <BuilderPage key={id ?? 'new'} ground={ground} form={form} />;
}

function BuilderPage({
  ground,
  form,
}: {
  readonly ground: Ground;
  readonly form: Output<typeof getForm> | undefined;
}) {
  const w = words.use();
  const locale = localePreference.use();
  const [draft, setDraft] = useState<Draft>(() => (form ? draftOf(form) : newDraft(ground)));
  const [language, setLanguage] = useState<'zh' | 'en'>(locale);
  const { save, problems, busy } = useSave(form);
  const message = useMemo(
    () => ({ ydForm: previewOf(draft, ground), ydLanguage: language }),
    [draft, ground, language],
  );
  return (
    <Page
      title={form?.name ?? w('newForm')}
      crumbs={[{ label: w('forms'), href: '/forms' }]}
      scroll={false}
      actions={
        <Button type="primary" loading={busy} onClick={() => void save(draft)}>
          {form ? w('save') : w('create')}
        </Button>
      }
    >
      <Builder
        preview={
          <>
            <Segments
              label={w('preview')}
              look="track"
              choices={[
                { key: 'zh', label: w('previewZh') },
                { key: 'en', label: w('previewEn') },
              ]}
              value={language}
              onChange={setLanguage}
            />
            <LiveFrame src="/f/preview" title={w('preview')} message={message} />
          </>
        }
      >
        {problems[''] ? <RefusalStrip title={problems['']} /> : null}
        <FormSettings ground={ground} draft={draft} problems={problems} onDraft={setDraft} />
      </Builder>
    </Page>
  );
}

/** Inputs are called otherwise than in the API where both languages stand side by side. */
function inputOf(field: string): string {
  const [first = '', second = '', third = ''] = field.split('.');
  if (first === 'texts') return `${second}${third === 'en' ? 'En' : 'Zh'}`;
  return first === 'consent' ? 'consentZh' : first;
}

function useSave(form: Output<typeof getForm> | undefined) {
  const w = words.use();
  const navigate = useNavigate();
  const toasts = useToasts();
  const create = useAct(createForm, { quiet: true });
  const update = useAct(updateForm, { quiet: true });
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const [version, setVersion] = useState(form?.version ?? 1);
  useEffect(() => setVersion(form?.version ?? 1), [form?.version]);
  async function save(draft: Draft) {
    setBusy(true);
    const sent = sentOf(draft);
    const answer = form ? await update({ id: form.id, version, ...sent }) : await create(sent);
    setBusy(false);
    if (isProblem(answer)) {
      const found = answer.errors.map(({ field, message }) => [inputOf(field), message] as const);
      return setProblems(found.length > 0 ? Object.fromEntries(found) : { '': answer.message });
    }
    setProblems({});
    setVersion(answer.version);
    toasts.show({ text: form ? w('saved') : w('created') });
    if (!form) void navigate({ to: '/forms' as never, search: { open: answer.id } as never });
  }
  return { save, problems, busy };
}
