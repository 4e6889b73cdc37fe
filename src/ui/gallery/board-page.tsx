import { Button } from 'antd';
import {
  CalendarX,
  CircleAlert,
  Clock,
  Flag,
  LayoutGrid,
  List,
  PenLine,
  Phone,
  Plus,
  Trophy,
} from 'lucide-react';
import { useState } from 'react';
import { FilterBar } from '../filter-bar.tsx';
import { IconButton } from '../icon-button.tsx';
import { Kanban } from '../kanban.tsx';
import type { KanbanCard, KanbanColumn } from '../kanban-types.ts';
import { Page } from '../page.tsx';
import { Segments } from '../segments.tsx';
import { ViewTabs } from '../view-tabs.tsx';

const columns: readonly KanbanColumn[] = [
  {
    key: 'contact',
    title: '初步接洽',
    count: 9,
    rate: '10%',
    sum: '¥214.0万',
    weighted: '加权 21.4万',
    hasMore: true,
  },
  {
    key: 'needs',
    title: '需求确认',
    count: 8,
    rate: '30%',
    sum: '¥326.5万',
    weighted: '加权 98.0万',
    hasMore: true,
  },
  {
    key: 'quote',
    title: '报价',
    count: 7,
    rate: '50%',
    sum: '¥298.4万',
    weighted: '加权 149.2万',
    hasMore: true,
  },
  { key: 'contract', title: '合同拟定', count: 4, rate: '80%', sum: '¥247.6万', weighted: '加权 198.1万' },
  {
    key: 'won',
    title: '本月赢单',
    icon: Trophy,
    count: 3,
    rate: '100%',
    sum: '¥131.2万',
    weighted: '目标 180.0万',
    closed: true,
  },
];

const people: Record<string, string> = {
  'u-14': '周以宁',
  'u-2': '顾明朗',
  'u-3': '许清和',
  'u-5': '秦嘉树',
};
const lines = `contact|来料检测 6 工位|青屿新能源|¥38.0万|1月20日|u-14|11月18日 电话摸预算
contact|MES 云 80 账号|合序包装|¥12.8万|12月31日|u-14|11月19日 发资料
contact|设备联网改造|北湾重工|¥56.0万|2月10日|u-2||bad|没有下一步
contact|外观检测试点|芷岚口腔|¥24.0万|1月15日|u-14|今天 16:00 通话
contact|称重分拣线|麦垄食品|¥18.5万|1月31日|u-5|11月20日 拜访
contact|读码器替换|云栈物流|¥15.0万|2月28日|u-3|11月23日 回访
needs|视觉质检二期|砾原自动化|¥92.0万|12月25日|u-14|昨天滑落：确认预算|warn|停滞 18 天，上限 14
needs|在线测量 4 台|苍梧电缆|¥44.0万|12月28日|u-14|今天 16:00 到厂
needs|MES 云 200 账号|泊远供应链|¥36.0万|12月20日|u-3|今天 14:30 演示
needs|仓储标签识别|岚桥纸业|¥22.5万|1月8日|u-2|11月21日 需求表
needs|来料检测二车间|晟屿新材|¥43.2万|1月20日|u-14|11月24日 现场取样
quote|包装检测线|朔禾食品|¥64.0万|11月12日|u-14|周五滑落：发 V3|bad|过期未关闭 5 天
quote|质检平台年订阅|望塬电气|¥28.8万|12月10日|u-5|11月18日 催反馈|warn|推迟 2 次
quote|焊缝检测|澜岳精工|¥75.6万|12月15日|u-14|今天 15:20 试用回访
quote|三车间扩容|远砚数控|¥41.0万|12月18日|u-3|11月19日 折扣审批
contract|视觉质检一期|晟屿新材|¥86.0万|11月25日|u-14|明天 10:00 增补条款|live
contract|标签检测 8 台|恒砚包装|¥48.6万|11月20日|u-14|今天 14:00 约签约
contract|集团框架首单|铂森自动化|¥73.0万|11月30日|u-2|11月18日 催法务|warn|法务 4 天未回
won|MES 云 120 账号|枫川光电|¥31.2万|11月9日|u-14|首款已到 9.4万
won|点胶检测|未迟机器人|¥58.0万|11月13日|u-3|待开票 58.0万`;

const icons = { 没有下一步: CircleAlert, 停滞: Clock, 过期: CalendarX, 推迟: Flag, 法务: Clock };

const cards: readonly KanbanCard[] = lines.split('\n').map((line, at) => {
  const [
    columnKey = '',
    title = '',
    subtitle = '',
    amount = '',
    date = '',
    owner = '',
    next = '',
    tone = '',
    text = '',
  ] = line.split('|');
  const icon = Object.entries(icons).find(([word]) => text.startsWith(word))?.[1] ?? Clock;
  return {
    id: `card-${at}`,
    columnKey,
    title,
    subtitle,
    amount,
    date,
    owner: { id: owner, name: people[owner] ?? '' },
    next: next || undefined,
    live: tone === 'live' ? '周以宁 刚刚从「报价」推进' : undefined,
    flag: tone === 'warn' || tone === 'bad' ? { icon, text, tone } : undefined,
    actions: (
      <>
        <IconButton icon={Phone} label="拨打" size={13} />
        <IconButton icon={PenLine} label="记跟进" size={13} />
      </>
    ),
  };
});

const tabs = (
  <ViewTabs
    current="team"
    onChange={() => {}}
    onNew={() => {}}
    tabs={[
      { key: 'team', label: '华东一组', count: 28 },
      { key: 'mine', label: '我负责的', count: 6 },
      { key: 'risk', label: '停滞与风险', count: 7 },
    ]}
  />
);

const filters = (
  <FilterBar
    fields={[{ key: 'process', kind: 'choice', label: '流程', choices: [{ key: 'std', label: '标准销售' }] }]}
    condition={{ combinator: 'and', rules: [{ field: 'process', operator: 'in', value: ['std'] }] }}
    onChange={() => {}}
  >
    <span className="yd-text2">
      进行中 28 个　合计 <b className="yd-strong">¥1,086.5万</b>
    </span>
  </FilterBar>
);

export function BoardPage() {
  const [all, setAll] = useState(cards);
  const [look, setLook] = useState<'board' | 'list'>('board');
  return (
    <Page
      title="商机"
      scroll={false}
      wideFilters
      actions={
        <>
          <Segments
            look="track"
            label="看法"
            value={look}
            onChange={setLook}
            choices={[
              {
                key: 'board',
                label: (
                  <>
                    <LayoutGrid size={14} aria-hidden />
                    看板
                  </>
                ),
              },
              {
                key: 'list',
                label: (
                  <>
                    <List size={14} aria-hidden />
                    列表
                  </>
                ),
              },
            ]}
          />
          <Button type="primary" icon={<Plus aria-hidden />}>
            新建商机
          </Button>
        </>
      }
      tabs={tabs}
      filters={filters}
    >
      <Kanban
        label="商机"
        columns={columns}
        cards={all}
        onOpen={() => {}}
        onMore={() => {}}
        onMove={async (id, columnKey) => {
          await new Promise((done) => window.setTimeout(done, 300));
          if (columnKey === 'contract') return '没推进：还缺「报价已确认」，去补任务';
          setAll((now) => now.map((card) => (card.id === id ? { ...card, columnKey } : card)));
        }}
      />
    </Page>
  );
}
