import { Button } from 'antd';
import { formFields } from '#kernel/web/catalogue.ts';
import { formValues } from '#kernel/web/form-values.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useDefinition, useMay } from '#kernel/web/session.ts';
import { useAct, useRead } from '#kernel/web/use-operation.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { FactList } from '#ui/fact-list.tsx';
import { FieldView } from '#ui/field-view.tsx';
import { RecordHead } from '#ui/record-head.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { closeSample, getSample } from '../../contract.ts';
import { sampleObject } from '../../fields.ts';
import { words } from './sample-words.ts';

const shown = ['status', 'ownerId', 'note', 'createdAt'];

/** One sample: its name, what can be done with it, its facts. Beside the list and on its own page. */
export function SampleRecord({ id }: { readonly id: string }) {
  const w = words.use();
  const locale = localePreference.use();
  const may = useMay();
  const { definition, rights } = useDefinition(sampleObject);
  const close = useAct(closeSample);
  const { data, error, refetch } = useRead(getSample, { id }, { keep: true });
  if (error)
    return <ErrorState what={w('title')} requestId={error.requestId} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonLines />;
  const { sample, names } = data;
  const values = formValues(definition, sample);
  const custom = definition.fields.filter((field) => field.customKey).map(({ key }) => key);
  return (
    <RecordHead
      name={String(sample.name)}
      actions={
        sample.status === 'open' && may('samples.update') ? (
          <Button onClick={() => void close({ id })}>{w('close')}</Button>
        ) : null
      }
    >
      <FactList
        facts={formFields(definition, locale, [...shown, ...custom], rights).map((field) => ({
          key: field.key,
          label: field.label,
          value: <FieldView field={field} value={values[field.key]} names={names} exact />,
        }))}
      />
    </RecordHead>
  );
}
