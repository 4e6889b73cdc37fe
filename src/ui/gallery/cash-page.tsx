import { Button } from 'antd';
import { Download, Plus } from 'lucide-react';
import { AgeingBar, type AgeingBucket } from '../ageing-bar.tsx';
import { Page } from '../page.tsx';
import { PlainTable, type TableColumn } from '../plain-table.tsx';
import { Tag } from '../tag.tsx';
import { ViewTabs } from '../view-tabs.tsx';

const rows = [
  ['铂森自动化', '146.00', '73.00', '40.00', '33.00', '48 天', '经理催', 'warn'],
  ['恒砚包装', '100.00', '30.00', '70.00', '', '30 天', '本笔可核销', 'accent'],
  ['北湾重工', '58.20', '', '20.20', '', '126 天', '催款函已发', 'bad'],
  ['晟屿新材', '51.20', '38.40', '12.80', '', '9 天', '答应 11月20日', 'neutral'],
] as const;

const buckets: readonly AgeingBucket[] = [
  { key: '0', label: '未到期', amount: '6124000.00', onOpen: () => {} },
  { key: '1', label: '1–30 天', amount: '2868000.00', onOpen: () => {} },
  { key: '2', label: '31–60 天', amount: '1642000.00', onOpen: () => {} },
  { key: '3', label: '61–90 天', amount: '986000.00', onOpen: () => {} },
  { key: '4', label: '91–180 天', amount: '725000.00', onOpen: () => {} },
  { key: '5', label: '181–365 天', amount: '310000.00', onOpen: () => {} },
  { key: '6', label: '365 天以上', amount: '135000.00', onOpen: () => {} },
];

const columns: readonly TableColumn<(typeof rows)[number]>[] = [
  { key: 'c', label: '客户（万元）', render: (row) => row[0] },
  {
    key: 's',
    label: '未收合计',
    right: true,
    render: (row) => <b className="yd-strong">{row[1]}</b>,
  },
  { key: '0', label: '未到期', right: true, render: (row) => row[2] || '–' },
  { key: '1', label: '1–30', right: true, render: (row) => row[3] || '–' },
  { key: '2', label: '31–60', right: true, render: (row) => row[4] || '–' },
  { key: 'd', label: '最久逾期', right: true, render: (row) => row[5] },
  { key: 'x', label: '催收', render: (row) => <Tag tone={row[7]}>{row[6]}</Tag> },
];

export function CashPage() {
  return (
    <Page
      title="回款"
      actions={
        <>
          <span className="yd-text3">每晚对账：差异 0.00，11月17日 02:10</span>
          <Button icon={<Download aria-hidden />}>导出</Button>
          <Button type="primary" icon={<Plus aria-hidden />}>
            登记收款
          </Button>
        </>
      }
      tabs={
        <ViewTabs
          current="age"
          onChange={() => {}}
          tabs={[
            { key: 'r', label: '应收', count: 186 },
            { key: 'age', label: '账龄' },
            { key: 'c', label: '待认领收款', count: 7 },
          ]}
        />
      }
      footer="共 41 家客户，已显示 4"
      footerRight={
        <>
          各段合计 = 未收合计 <b className="yd-strong">1,279.00</b>
        </>
      }
    >
      <div className="yd-page-pad">
        <p>
          <span className="yd-figure-value">¥1,279.0万</span>{' '}
          <span className="yd-text2">
            未收，其中逾期 <b className="yd-tone-bad">¥666.6万</b>（52.1%）
          </span>
        </p>
        <AgeingBar label="账龄" buckets={buckets} />
      </div>
      <PlainTable
        label="账龄"
        rows={rows}
        rowKey={(row) => row[0]}
        onOpen={() => {}}
        selectedKey="恒砚包装"
        columns={columns}
      />
    </Page>
  );
}
