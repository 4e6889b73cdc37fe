import { useState } from 'react';
import type { FieldSpec } from '../field-spec.ts';
import { ConditionEditor } from '../filter-builder.tsx';
import type { FilterGroup } from '../filter-types.ts';
import { Form } from '../form.tsx';
import { Page } from '../page.tsx';

const choices = [
  { key: 'a', label: '官网表单' },
  { key: 'b', label: '抖音' },
  { key: 'c', label: '转介绍' },
];
const basic: readonly FieldSpec[] = [
  { key: 'name', kind: 'text', label: '公司', required: true, maxLength: 200 },
  { key: 'phone', kind: 'phone', label: '电话', required: true },
  { key: 'email', kind: 'email', label: '邮箱' },
  { key: 'site', kind: 'url', label: '网址' },
  { key: 'source', kind: 'choice', label: '来源', choices, required: true },
  { key: 'tags', kind: 'multiChoice', label: '标签', choices },
  { key: 'result', kind: 'choice', label: '结果', choices, asButtons: true },
];
const numbers: readonly FieldSpec[] = [
  { key: 'staff', kind: 'integer', label: '员工', unit: '人' },
  { key: 'capital', kind: 'money', label: '注册资本', hint: '实缴，以工商登记为准' },
  { key: 'rate', kind: 'percent', label: '折扣', max: '100' },
  { key: 'weight', kind: 'number', label: '重量', unit: 'kg' },
  { key: 'day', kind: 'date', label: '预计成交日' },
  { key: 'at', kind: 'datetime', label: '下次联系' },
  { key: 'owner', kind: 'user', label: '负责人' },
  { key: 'account', kind: 'reference', reference: 'accounts', label: '客户' },
  { key: 'vip', kind: 'checkbox', label: '重点客户' },
  { key: 'note', kind: 'longText', label: '备注' },
];

export function FormsPage() {
  const [tree, setTree] = useState<FilterGroup>({
    combinator: 'and',
    rules: [
      { field: 'source', operator: 'in', value: ['a', 'b'] },
      {
        combinator: 'or',
        rules: [
          { field: 'capital', operator: '>', value: '50000000' },
          { field: 'staff', operator: '>=', value: 100 },
        ],
      },
    ],
  });
  return (
    <Page title="表单" scroll={false}>
      <Form
        sections={[
          { key: 'a', title: '基本', fields: basic },
          { key: 'b', title: '数值与日期', fields: numbers },
        ]}
        initial={{
          name: '晟屿新材',
          capital: '52000000.00',
          staff: 260,
          owner: 'u-14',
          at: '2026-11-18T02:00:00Z',
          day: '2026-12-20',
          source: 'a',
          rate: '8',
        }}
        submitLabel="新建客户"
        onCancel={() => {}}
        onSubmit={async () => [
          { field: 'phone', message: '这个电话已属于 恒砚包装' },
          { field: 'email', message: '域名不存在' },
        ]}
      >
        <div style={{ padding: '16px 0' }}>
          <ConditionEditor fields={[...basic, ...numbers]} value={tree} onChange={setTree} />
        </div>
      </Form>
    </Page>
  );
}
