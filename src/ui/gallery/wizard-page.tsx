import { Banknote, FileText, Phone } from 'lucide-react';
import { useState } from 'react';
import type { ChartSeries } from '../chart-types.ts';
import { BarChart } from '../charts.tsx';
import { FileDrop } from '../file-drop.tsx';
import { type NotificationItem, NotificationList } from '../notification-list.tsx';
import { Page } from '../page.tsx';
import { Section } from '../panel-section.tsx';
import { Chain, type ChainStep } from '../steps.tsx';
import { Wizard } from '../wizard.tsx';

const wizardSteps = [
  { key: 'file', title: '选文件', answer: '11月展会.xlsx，455 行' },
  { key: 'map', title: '对上列' },
  { key: 'dup', title: '查重' },
  { key: 'try', title: '试运行' },
];

const chain: readonly ChainStep[] = [
  {
    key: '1',
    who: '顾明朗',
    role: '组长',
    state: 'done',
    verdict: '同意',
    time: '11:02',
    comment: '老客户二次采购，质保金可接受。',
  },
  { key: '2', who: '陆知行', role: '大区经理，你', state: 'now', verdict: '审批中' },
  { key: '3', who: '沈若溪', role: '财务', state: 'waiting', verdict: '未到' },
];

const items: readonly NotificationItem[] = [
  {
    id: '1',
    icon: Banknote,
    tone: 'ok',
    title: '恒砚包装 到账 ¥1,100,000.00',
    body: '附言含合同号，等你核销',
    at: '2026-11-17T09:32:00+08:00',
    unread: true,
  },
  {
    id: '2',
    icon: Phone,
    title: '许清和 在 晟屿新材 提到你',
    body: '法务周三给盖章版',
    at: '2026-11-16T18:00:00+08:00',
    unread: false,
  },
  {
    id: '3',
    icon: FileText,
    title: '报价 Q-2026-0381 已打开 3 次',
    at: '2026-11-14T10:00:00+08:00',
    unread: false,
  },
];

const series: readonly ChartSeries[] = [
  { key: 'old', label: '现行', values: [48, 22, 18, 20, 15, 19, 16], look: 'previous' },
  { key: 'new', label: '新规则', values: [126, 104, 82, 21, 18, 23, 19] },
];

export function WizardPage() {
  const [step, setStep] = useState('map');
  const [files, setFiles] = useState<readonly File[]>([]);
  return (
    <Page title="导入线索" crumbs={[{ label: '线索', href: '/leads' }]} scroll={false}>
      <Wizard
        steps={wizardSteps}
        current={step}
        onStep={setStep}
        consequence="将新建 412，更新 38，跳过 5"
        finishLabel="导入 450 条"
        onFinish={() => {}}
      >
        <FileDrop files={files} onFiles={setFiles} accept=".csv,.xlsx" hint="CSV 或 Excel，最多 20 MB" />
        <Section title="审批进度" aside="依次审批">
          <Chain steps={chain} />
        </Section>
        <NotificationList onOpen={() => {}} onReadAll={() => {}} items={items} />
        <BarChart
          title="启用后 7 晚"
          note="每晚退回条数，浅色为现行规则"
          summary="新规则首晚退回 126 条，第 4 晚起每晚约 20 条"
          height={200}
          categories={['20日', '21日', '22日', '23日', '24日', '25日', '26日']}
          series={series}
        />
      </Wizard>
    </Page>
  );
}
