import { Button } from 'antd';
import { useState } from 'react';
import { Dialog } from '../dialog.tsx';
import { EmptyState } from '../empty-state.tsx';
import { ErrorState } from '../error-state.tsx';
import type { FieldSpec } from '../field-spec.ts';
import { Form } from '../form.tsx';
import { FormField } from '../form-field.tsx';
import { GridSkeleton } from '../grid-skeleton.tsx';
import { MaskedValue } from '../masked-value.tsx';
import { Notice, RefusalStrip, StripAction } from '../notice.tsx';
import { Page } from '../page.tsx';
import { Section } from '../panel-section.tsx';
import { StatusDot } from '../status-dot.tsx';
import { useToasts } from '../toast.tsx';

const quick: readonly FieldSpec[] = [
  { key: 'company', kind: 'text', label: '公司', required: true },
  { key: 'phone', kind: 'phone', label: '手机', required: true, placeholder: '11 位手机号' },
  {
    key: 'source',
    kind: 'choice',
    label: '来源',
    required: true,
    placeholder: '选择来源',
    choices: [
      { key: 'web', label: '官网表单' },
      { key: 'douyin', label: '抖音' },
    ],
  },
];

function Refused() {
  return (
    <Section title="拒绝">
      <RefusalStrip
        title="没领成：私海已满，50 / 50"
        ways={
          <>
            <StripAction onClick={() => {}}>去退回</StripAction>
            <StripAction onClick={() => {}}>哪条规则</StripAction>
          </>
        }
      >
        转化或退回 1 条后再领。
      </RefusalStrip>
      <p>
        <MaskedValue text="138 **** 2671" />
      </p>
      <p style={{ display: 'flex', gap: 16 }}>
        <StatusDot tone="ok">已收</StatusDot>
        <StatusDot tone="warn">处理中</StatusDot>
        <StatusDot tone="bad">逾期</StatusDot>
        <StatusDot>未触发</StatusDot>
      </p>
      <p style={{ display: 'flex', gap: 8, marginTop: 12 }}>
        <Button>聚焦的按钮</Button>
        <Button disabled>不可用</Button>
        <Button danger>作废</Button>
      </p>
    </Section>
  );
}

function Failed() {
  return (
    <Section title="出错">
      <ErrorState what="线索" requestId="7F3K-2Q9" onRetry={() => {}}>
        服务器 10 秒没有回应，你填的内容还在。
      </ErrorState>
      <FormField
        field={{ key: 'close', kind: 'date', label: '预计成交日' }}
        value="2026-11-10"
        onChange={() => {}}
        problem="不能早于今天（11月17日）。请改一个日期。"
      />
    </Section>
  );
}

function Nothing() {
  return (
    <Section title="空">
      <EmptyState title="还没有报价" action={{ label: '新建报价', onClick: () => {} }} onSample={() => {}}>
        从商机生成报价，产品、价格和付款节点会自动带入。
      </EmptyState>
    </Section>
  );
}

function Loading() {
  return (
    <Section title="加载">
      <GridSkeleton
        rows={6}
        columns={[
          { key: 'a', label: '公司', width: 120 },
          { key: 'b', label: '分类', width: 60 },
          { key: 'c', label: '回收倒计时', width: 120 },
        ]}
      />
    </Section>
  );
}

export function StatesPage() {
  const toasts = useToasts();
  const [open, setOpen] = useState(new URLSearchParams(window.location.search).has('dialog'));
  return (
    <Page
      title="状态"
      actions={
        <>
          <Button onClick={() => toasts.show({ text: '3 条线索已退回公海', onUndo: () => {} })}>
            撤销提示
          </Button>
          <Button
            onClick={() =>
              toasts.show({
                text: '正在分配 486 条，可离开本页',
                progress: { done: 312, total: 486 },
                failures: '2 条没成：周以宁 库容已满',
              })
            }
          >
            进度
          </Button>
          <Button type="primary" onClick={() => setOpen(true)}>
            新建线索
          </Button>
        </>
      }
    >
      <div
        style={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fit, minmax(320px, 1fr))',
          gap: 20,
          padding: 20,
        }}
      >
        <Loading />
        <Nothing />
        <Failed />
        <Refused />
      </div>
      <Dialog open={open} title="新建线索" onClose={() => setOpen(false)}>
        <Form
          fields={quick}
          initial={{ company: '晟屿新材' }}
          submitLabel="新建"
          createAnother
          onCancel={() => setOpen(false)}
          onDone={() => setOpen(false)}
          onSubmit={async () => []}
          below={(key) => (key === 'company' ? <Notice action="打开">已是客户，负责人 周以宁</Notice> : null)}
        />
      </Dialog>
    </Page>
  );
}
