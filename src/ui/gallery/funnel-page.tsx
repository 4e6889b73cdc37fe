import { Button } from 'antd';
import { ArrowRight, Share2 } from 'lucide-react';
import { Person } from '../avatar.tsx';
import { ChartCells, ChartHead } from '../chart-frame.tsx';
import type { ChartSeries, WaterfallStep } from '../chart-types.ts';
import { LineChart, Waterfall } from '../charts.tsx';
import { type Figure, FigureStrip } from '../figure-strip.tsx';
import { FunnelBars, type FunnelStage } from '../funnel-bars.tsx';
import { Meter } from '../meter.tsx';
import { Notice } from '../notice.tsx';
import { Page } from '../page.tsx';
import { PlainTable, type TableColumn } from '../plain-table.tsx';

const weeks = [
  '10/5',
  '10/12',
  '10/19',
  '10/26',
  '11/2',
  '11/9',
  '11/16',
  '11/23',
  '11/30',
  '12/7',
  '12/14',
  '12/21',
  '12/31',
];
const actual = [96, 310, 560, 900, 1440, 1710, 1986, null, null, null, null, null, null];
const forecast = [null, null, null, null, null, null, 1986, 2110, 2200, 2270, 2330, 2380, 2410];
const low = [null, null, null, null, null, null, 1986, 2040, 2090, 2120, 2150, 2170, 2180];
const high = [null, null, null, null, null, null, 1986, 2170, 2310, 2420, 2510, 2580, 2640];

const team = [
  ['u-2', '顾明朗', 520, 468, 90, 560],
  ['u-3', '许清和', 480, 391, 81, 478],
  ['u-14', '周以宁', 480, 362, 75, 442],
  ['u-5', '秦嘉树', 440, 288, 65, 356],
  ['u-8', '叶南星', 440, 241, 55, 292],
  ['u-9', '方一诺', 440, 236, 54, 282],
] as const;

type Member = (typeof team)[number];

const figures: readonly Figure[] = [
  {
    key: 'f',
    label: '本季预测（80% 区间）',
    figure: '¥2,180万 – 2,640万',
    note: '中值 2,410万，比目标少 390万',
    onOpen: () => {},
  },
  { key: 't', label: '目标', figure: '¥2,800万', note: '时间过去 52%' },
  {
    key: 's',
    label: '已签',
    figure: '¥1,986万',
    note: '完成 70.9%，同比 +12.4%',
    onOpen: () => {},
  },
  {
    key: 'w',
    label: '在途加权',
    figure: '¥424万',
    note: (
      <>
        在途 1,520万，<span className="yd-tone-warn">缺口的 1.9 倍</span>
      </>
    ),
  },
  { key: 'c', label: '销售周期中位数', figure: '43', unit: '天', note: '上季 39 天，慢 4 天' },
  { key: 'a', label: '预测准确度', figure: '91%', note: '近 4 季回测' },
];

const stages: readonly FunnelStage[] = [
  { key: '1', label: '线索', count: 1862, onOpen: () => {} },
  { key: '2', label: '已触达', count: 1304, rate: '转化 70%', dwell: '0.4 天', onOpen: () => {} },
  { key: '3', label: '有效跟进', count: 837, rate: '转化 64%', dwell: '3 天', onOpen: () => {} },
  {
    key: '4',
    label: '商机',
    count: 296,
    rate: '转化 35%',
    amount: '¥7,420万',
    dwell: '9 天',
    onOpen: () => {},
  },
  {
    key: '5',
    label: '报价',
    count: 121,
    rate: '转化 41%，比均值低 22%',
    rateBad: true,
    amount: '¥4,310万',
    dwell: '16 天',
    dwellBad: true,
    onOpen: () => {},
  },
  {
    key: '6',
    label: '赢单',
    count: 64,
    rate: '转化 53%',
    amount: '¥1,986万',
    dwell: '11 天',
    onOpen: () => {},
  },
];

const steps: readonly WaterfallStep[] = [
  { key: 'from', label: '11月1日', value: 1980, kind: 'level' },
  { key: 'new', label: '新增', value: 420, kind: 'change' },
  { key: 'more', label: '增额', value: 110, kind: 'change' },
  { key: 'early', label: '提前', value: 80, kind: 'change' },
  { key: 'less', label: '减额', value: -70, kind: 'change' },
  { key: 'late', label: '推迟', value: -260, kind: 'change' },
  { key: 'lost', label: '输单', value: -190, kind: 'change' },
  { key: 'won', label: '赢单', value: -550, kind: 'won' },
  { key: 'to', label: '11月17日', value: 1520, kind: 'level' },
];

const columns: readonly TableColumn<Member>[] = [
  {
    key: 'who',
    label: '成员',
    render: (row) => <Person id={row[0]} name={row[1]} />,
    total: '合计',
  },
  {
    key: 'target',
    label: '目标',
    right: true,
    render: (row) => row[2].toFixed(1),
    total: '2,800.0',
  },
  {
    key: 'signed',
    label: '已签',
    right: true,
    render: (row) => row[3].toFixed(1),
    total: '1,986.0',
  },
  {
    key: 'rate',
    label: '完成率',
    render: (row) => (
      <Meter share={row[4] / 100} tone={row[4] < 60 ? 'bad' : row[4] < 70 ? 'warn' : 'accent'}>
        {row[4]}%
      </Meter>
    ),
    total: <Meter share={0.71}>71%</Meter>,
  },
  {
    key: 'forecast',
    label: '预测',
    right: true,
    render: (row) => row[5].toFixed(1),
    total: '2,410.0',
  },
];

const series: readonly ChartSeries[] = [
  { key: 'actual', label: '已签', values: actual },
  { key: 'forecast', label: '预测', values: forecast, look: 'forecast' },
];

function Forecast() {
  return (
    <LineChart
      title="预测与目标"
      note="累计签约，万元"
      summary="累计签约 1,986 万元，季末预测 2,410，目标 2,800"
      height={250}
      categories={weeks}
      series={series}
      band={{ low, high }}
      target={{ label: '目标', value: 2800 }}
      today={{ category: '11/16', label: '今天' }}
    />
  );
}

function Changes() {
  return (
    <Waterfall
      title="管道变化"
      note="11月1日 到 11月17日，万元"
      aside="净变化 −460"
      summary="管道从 1,980 万元变为 1,520 万元，净减 460"
      height={290}
      steps={steps}
    />
  );
}

export function FunnelPage() {
  return (
    <Page
      title="漏斗与预测"
      actions={<Button icon={<Share2 aria-hidden />}>分享</Button>}
      figures={<FigureStrip figures={figures} />}
    >
      <Notice
        tone="warn"
        quiet
        action={
          <a href="#rows">
            查看卡住的 38 个商机 <ArrowRight size={12} style={{ display: 'inline' }} aria-hidden />
          </a>
        }
      >
        <b>瓶颈在「商机到报价」：</b>转化 41%，比近 6 个月均值低 22%；停留 16 天，为均值的 1.6 倍。样本 296。
      </Notice>
      <ChartCells>
        <div>
          <ChartHead title="漏斗" note="点任一数字看明细">
            停留中位数
          </ChartHead>
          <FunnelBars
            label="漏斗"
            foot="10月1日 起进入的线索，截至今天"
            footRight="整体转化 3.4%"
            stages={stages}
          />
        </div>
        <Forecast />
        <Changes />
        <div>
          <ChartHead title="团队" note="万元，按完成率排序" />
          <PlainTable label="团队" rows={team} rowKey={(row) => row[0]} onOpen={() => {}} columns={columns} />
        </div>
      </ChartCells>
    </Page>
  );
}
