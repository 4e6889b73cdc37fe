import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { Output } from '#kernel/contract.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { FactList } from '#ui/fact-list.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/panel-section.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { ProblemLine } from '#ui/problem-line.tsx';
import { useToasts } from '#ui/toast.tsx';
import { SampleText, WizardLine } from '#ui/wizard-parts.tsx';
import { describeCapture } from '../../contract/forms.ts';
import { type getSource, testSource, updateSource } from '../../contract/sources.ts';
import { words } from './capture-words.ts';

type Tried = Output<typeof testSource>;
type Mapping = Tried['mapping'];

/** Which place of a payload goes into which field: put in a sample, try, save. The newest payload is the sample. */
export function MappingEditor({ source }: { readonly source: Output<typeof getSource> }) {
  const w = words.use();
  const toasts = useToasts();
  const [sample, setSample] = useState(source.sample ? JSON.stringify(source.sample, null, 2) : '');
  const [mapping, setMapping] = useState<Mapping>(source.mapping);
  const [tried, setTried] = useState<Tried | null>(null);
  const [bad, setBad] = useState(false);
  const test = useAct(testSource);
  const update = useAct(updateSource);
  async function tryIt(next: Mapping) {
    let payload: unknown;
    try {
      payload = JSON.parse(sample);
    } catch {
      return setBad(true);
    }
    setBad(false);
    const answer = await test({ id: source.id, payload, ...(next.length > 0 ? { mapping: next } : {}) });
    if (isProblem(answer)) return;
    setTried(answer);
    setMapping(answer.mapping);
  }
  async function save() {
    const answer = await update({ id: source.id, version: source.version, mapping });
    if (!isProblem(answer)) toasts.show({ text: w('saved') });
  }
  return (
    <Section title={w('mapping')}>
      <Input.TextArea
        aria-label={w('sample')}
        placeholder={w('sample')}
        autoSize={{ minRows: 4, maxRows: 12 }}
        value={sample}
        status={bad ? 'error' : undefined}
        onChange={(event) => setSample(event.target.value)}
      />
      {bad ? <ProblemLine>{w('sampleBad')}</ProblemLine> : null}
      <WizardLine>
        <Button onClick={() => void tryIt(mapping)}>{w('tryIt')}</Button>
        <Button type="primary" disabled={mapping.length === 0} onClick={() => void save()}>
          {w('save')}
        </Button>
      </WizardLine>
      {tried ? <Places tried={tried} mapping={mapping} onMapping={(next) => void tryIt(next)} /> : null}
      {tried ? <Result tried={tried} /> : null}
    </Section>
  );
}

interface PlacesProps {
  readonly tried: Tried;
  readonly mapping: Mapping;
  readonly onMapping: (mapping: Mapping) => void;
}

function Places({ tried, mapping, onMapping }: PlacesProps) {
  const w = words.use();
  const locale = localePreference.use();
  const { data: ground } = useRead(describeCapture, {});
  const options = (ground?.fields ?? []).map(({ key, label }) => ({ value: key, label: label[locale] }));
  const choose = (path: string, field: string | undefined) => {
    const others = mapping.filter((one) => one.path !== path);
    onMapping(field ? [...others, { path, field }] : others);
  };
  return (
    <PlainTable
      label={w('mapping')}
      rows={tried.places}
      rowKey={({ path }) => path}
      columns={[
        { key: 'path', label: w('fromPath'), render: ({ path }) => path },
        { key: 'value', label: w('values'), render: ({ value }) => <SampleText>{value}</SampleText> },
        {
          key: 'field',
          label: w('toField'),
          render: ({ path }) => (
            <Select
              className="yd-wizard-select"
              aria-label={`${path} → ${w('toField')}`}
              allowClear
              value={mapping.find((one) => one.path === path)?.field}
              onChange={(field: string | undefined) => choose(path, field)}
              options={options}
            />
          ),
        },
      ]}
    />
  );
}

function Result({ tried }: { readonly tried: Tried }) {
  const w = words.use();
  const locale = localePreference.use();
  const { data: ground } = useRead(describeCapture, {});
  const label = (key: string) => ground?.fields.find((field) => field.key === key)?.label[locale] ?? key;
  const facts = Object.entries(tried.values).map(([key, value]) => ({
    key,
    label: label(key),
    value: typeof value === 'object' ? JSON.stringify(value) : String(value),
  }));
  return (
    <Section title={w('result')}>
      {tried.problems.length > 0 ? (
        <Notice tone="bad">{w('problems', { n: tried.problems.length })}</Notice>
      ) : null}
      <FactList facts={facts} />
    </Section>
  );
}
