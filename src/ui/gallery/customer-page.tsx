import { Button } from 'antd';
import {
  Banknote,
  Ellipsis,
  FileCheck,
  FilePenLine,
  FileText,
  Handshake,
  ListTodo,
  Mail,
  MapPin,
  Phone,
  Plus,
  Receipt,
  TriangleAlert,
} from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '../avatar.tsx';
import { Composer, type ComposerKind } from '../composer.tsx';
import { type Fact, FactList } from '../fact-list.tsx';
import { type Figure, FigureStrip } from '../figure-strip.tsx';
import { Grade } from '../grade.tsx';
import { IconButton } from '../icon-button.tsx';
import { type Line, Lines } from '../lines.tsx';
import { MoneyStrip, type MoneyStripProps } from '../money-strip.tsx';
import { Notice } from '../notice.tsx';
import { Page } from '../page.tsx';
import { PanelTabs, Section } from '../panel-section.tsx';
import { RecordColumns } from '../record-columns.tsx';
import { StatusDot } from '../status-dot.tsx';
import { Tag } from '../tag.tsx';
import { Timeline, type TimelineItem } from '../timeline.tsx';

const figures: readonly Figure[] = [
  { key: '1', label: '累计签约', figure: '¥214.6万', note: '3 年 5 份合同', onOpen: () => {} },
  { key: '2', label: '累计回款', figure: '¥163.4万', note: '回款率 76%', onOpen: () => {} },
  { key: '3', label: '未收', figure: '¥51.2万', note: '信用额度 ¥80.0万', onOpen: () => {} },
  {
    key: '4',
    label: '逾期',
    figure: '¥12.8万',
    note: '1 期，9 天',
    tone: 'bad',
    onOpen: () => {},
  },
  { key: '5', label: '健康度', figure: '78', unit: '/ 100', note: '较上月 −6，工单变多' },
  { key: '6', label: '最近联系', figure: '今天', note: '13:40 通话 4 分钟' },
  { key: '7', label: '续约', figure: '74', unit: '天后', note: '2027-01-30，¥28.8万' },
];

const cells: MoneyStripProps['cells'] = [
  {
    key: 'o',
    icon: Handshake,
    label: '商机',
    count: '3 个',
    sum: '¥158.0万',
    share: 1,
    state: '加权赢率 62%',
    onOpen: () => {},
  },
  {
    key: 'q',
    icon: FileText,
    label: '报价',
    count: '4 份',
    sum: '¥142.6万',
    share: 1,
    state: '1 份待确认',
    onOpen: () => {},
  },
  {
    key: 'c',
    icon: FilePenLine,
    label: '合同',
    count: '1 份',
    sum: '¥128.0万',
    share: 1,
    state: '变更 1 次，−2.0万',
    onOpen: () => {},
  },
  {
    key: 'p',
    icon: FileCheck,
    label: '应收计划',
    count: '5 期',
    sum: '¥128.0万',
    share: 1,
    state: '已排满 100%',
    onOpen: () => {},
  },
  {
    key: 'i',
    icon: Receipt,
    label: '发票',
    count: '3 张',
    sum: '¥89.6万',
    share: 0.7,
    state: '已开 70%',
    onOpen: () => {},
  },
  {
    key: 'r',
    icon: Banknote,
    label: '已收',
    count: '2 笔',
    sum: '¥76.8万',
    share: 0.6,
    state: '已收 60%，逾期 ¥12.8万',
    tone: 'bad',
    onOpen: () => {},
  },
];

const facts: readonly Fact[] = [
  { key: '1', label: '行业', value: '新材料 · 薄膜' },
  { key: '2', label: '规模', value: '260 人 · 注册 5,200 万' },
  { key: '3', label: '地址', value: '湖州市南太湖新区 7 幢' },
  { key: '4', label: '负责人', value: '周以宁', reason: '自 2024-03-11' },
];

const plan: readonly Line[] = [
  { key: '1', lead: '1', title: '签约 30%', value: <StatusDot tone="ok">已收</StatusDot> },
  {
    key: '3',
    lead: '3',
    title: '安装 10%',
    value: <StatusDot tone="bad">逾期 9 天</StatusDot>,
  },
  { key: '4', lead: '4', title: '验收 20%', value: <StatusDot>12月20日</StatusDot> },
];

const deals: readonly Line[] = [
  {
    key: '1',
    title: '视觉质检一期',
    under: '合同拟定',
    value: '¥86.0万',
    valueUnder: '11月25日',
    onOpen: () => {},
  },
  {
    key: '2',
    title: '二车间来料检测',
    under: '需求确认',
    value: '¥43.2万',
    valueUnder: '1月20日',
    onOpen: () => {},
  },
  {
    key: '3',
    title: '平台年订阅续约',
    under: '初步接洽',
    value: '¥28.8万',
    valueUnder: '1月30日',
    onOpen: () => {},
  },
];

const contacts: readonly Line[] = [
  {
    key: '1',
    lead: <Avatar id="c1" name="林可欣" size={24} named />,
    title: '林可欣',
    under: '采购总监',
    value: <Tag tone="accent">决策人</Tag>,
  },
  {
    key: '2',
    lead: <Avatar id="c2" name="宋之航" size={24} named />,
    title: '宋之航',
    under: '生产副总',
    value: <Tag>影响人</Tag>,
  },
];

const kinds: readonly ComposerKind[] = [
  { key: 'note', label: '记跟进', icon: FileText },
  { key: 'call', label: '通话', icon: Phone },
  { key: 'visit', label: '拜访', icon: MapPin },
  { key: 'mail', label: '邮件', icon: Mail },
  { key: 'task', label: '待办', icon: ListTodo },
];

const events: readonly TimelineItem[] = [
  {
    id: '1',
    group: '今天',
    icon: Handshake,
    at: '2026-11-17T13:45:00+08:00',
    title: (
      <>
        商机 视觉质检一期　报价 → <b>合同拟定</b>　赢率 50% → 80%
      </>
    ),
  },
  {
    id: '2',
    group: '今天',
    icon: Phone,
    tone: 'accent',
    at: '2026-11-17T13:44:00+08:00',
    title: (
      <>
        <b>周以宁</b> 与 林可欣 通话 4 分 12 秒 <Tag>已预约</Tag>
      </>
    ),
    body: '付款节点改为 3-4-2-1，质保金 10% 一年后付。法务周三给盖章版。',
  },
  {
    id: '3',
    group: '11月12日 – 15日',
    icon: Banknote,
    tone: 'ok',
    at: '2026-11-15T10:12:00+08:00',
    title: (
      <>
        到账 <b>¥384,000.00</b>，核销 HT-2026-0287 第 2 期
      </>
    ),
    body: '工行 0915 · 付款方名称一致 · 自动匹配，沈若溪确认',
  },
  {
    id: '4',
    group: '11月9日 及以前',
    icon: TriangleAlert,
    tone: 'bad',
    at: '2026-11-09T09:00:00+08:00',
    title: (
      <>
        应收第 3 期 <b>¥128,000.00</b> 逾期，已提醒 周以宁
      </>
    ),
  },
];

const tabs = [
  { key: 'timeline', label: '时间线' },
  { key: 'deals', label: '商机', count: 3 },
  { key: 'contracts', label: '合同', count: 5 },
  { key: 'files', label: '文件', count: 18 },
];

function Right() {
  return (
    <>
      <Notice tone="bad" title="第 3 期 ¥12.8万 逾期 9 天">
        林可欣答应 11月20日 付
      </Notice>
      <Section title="在途商机" note="¥158.0万" aside={<IconButton icon={Plus} size={14} label="新建商机" />}>
        <Lines ruled lines={deals} />
      </Section>
      <Section title="应收计划" note="HT-2026-0287">
        <Lines lines={plan} />
      </Section>
    </>
  );
}

function Middle() {
  const [tab, setTab] = useState('timeline');
  return (
    <PanelTabs current={tab} onChange={setTab} aside="全部类型" tabs={tabs}>
      <Composer
        placeholder="写下沟通内容，@同事，可粘贴图片"
        onSend={async () => '没保存：这位客户已停用'}
        kinds={kinds}
      />
      <Timeline hasMore moreCount={38} onMore={() => {}} items={events} />
    </PanelTabs>
  );
}

function Left() {
  return (
    <>
      <Section title="资料" aside={<a href="#edit">编辑</a>}>
        <FactList facts={facts} />
      </Section>
      <Section title="联系人" note="4" aside={<IconButton icon={Plus} size={14} label="新建联系人" />}>
        <Lines lines={contacts} />
      </Section>
    </>
  );
}

export function CustomerPage() {
  return (
    <Page
      title="晟屿新材料（湖州）有限公司"
      crumbs={[{ label: '客户', href: '/accounts' }]}
      flags={
        <>
          <Grade value="A" />
          <Tag tone="accent">重要价值客户</Tag>
        </>
      }
      scroll={false}
      actions={
        <>
          <Button icon={<Phone aria-hidden />}>拨打</Button>
          <Button type="primary" icon={<Plus aria-hidden />}>
            新建商机
          </Button>
          <IconButton icon={Ellipsis} label="更多动作" bordered />
        </>
      }
      figures={
        <>
          <FigureStrip figures={figures} />
          <MoneyStrip
            scope={{ label: '从商机到回款', value: '2026 年', action: <a href="#all">历年</a> }}
            cells={cells}
          />
        </>
      }
    >
      <RecordColumns
        names={{ left: '资料', middle: '往来', right: '待办' }}
        left={<Left />}
        middle={<Middle />}
        right={<Right />}
      />
    </Page>
  );
}
